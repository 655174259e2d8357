package org.skep.language;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the nouns of a language end, so that a word that ends like none of them costs no look-up: a
 * compound asks for every one of its tails, and most words are no noun of the list. A word may be
 * let through for nothing, never kept out. Thread-safe once filled.
 */
final class NounTails {
  private static final int CHARS = 3;
  private static final int BITS = 1 << 14;

  private final Map<Noun.Kind, BitSet> tails = new EnumMap<>(Noun.Kind.class);

  void add(String form, Noun.Kind kind) {
    tails.computeIfAbsent(kind, _ -> new BitSet(BITS)).set(tail(form));
  }

  /** Whether the word, or what stands at its end, may be a noun of the kind. */
  boolean may(String word, Noun.Kind kind) {
    BitSet known = tails.get(kind);
    return known != null && known.get(tail(word));
  }

  private static int tail(String word) {
    int hash = 0;
    for (int i = Math.max(0, word.length() - CHARS); i < word.length(); i++) {
      hash = hash * 31 + word.charAt(i);
    }
    return hash & (BITS - 1);
  }
}
