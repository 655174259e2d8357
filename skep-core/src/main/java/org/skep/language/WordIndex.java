package org.skep.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The languages each function word belongs to, found by the characters of a text: open addressing,
 * and no string for a look-up. Immutable and thread-safe.
 */
final class WordIndex {
  private final @Nullable String[] words;
  private final int[] hashes;
  private final int[][] languages;

  WordIndex(Map<String, int[]> lists) {
    int slots = Integer.highestOneBit(lists.size() * 2) << 1;
    words = new String[slots];
    hashes = new int[slots];
    languages = new int[slots][];
    lists.forEach((word, list) -> {
      int slot = slot(word.hashCode());
      while (words[slot] != null) {
        slot = slot + 1 & slots - 1;
      }
      words[slot] = word;
      hashes[slot] = word.hashCode();
      languages[slot] = list;
    });
  }

  /**
   * The languages of the word these characters are; {@code null} when it is of none.
   *
   * @param hash theirs, as {@link String#hashCode} has it
   */
  int @Nullable [] get(char[] text, int begin, int end, int hash) {
    int slot = slot(hash);
    for (String word = words[slot]; word != null; word = words[slot]) {
      if (hashes[slot] == hash && isAt(word, text, begin, end)) {
        return languages[slot];
      }
      slot = slot + 1 & words.length - 1;
    }
    return null;
  }

  private static boolean isAt(String word, char[] text, int begin, int end) {
    if (word.length() != end - begin) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (word.charAt(i - begin) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & words.length - 1;
  }
}
