package org.skep.language;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The languages each function word belongs to, found by the characters of a text: open addressing,
 * and no string for a look-up. Immutable and thread-safe.
 */
final class WordIndex {
  /** By slot a word's hash above its number and one; 0 where there is none. */
  private final long[] slots;

  private final String[] words;
  private final int[][] languages;

  WordIndex(Map<String, int[]> lists) {
    slots = new long[Integer.highestOneBit(lists.size() * 2) << 1];
    words = new String[lists.size()];
    languages = new int[lists.size()][];
    int number = 0;
    for (var entry : lists.entrySet()) {
      words[number] = entry.getKey();
      languages[number] = entry.getValue();
      int hash = entry.getKey().hashCode();
      int slot = slot(hash);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = (long) hash << 32 | ++number;
    }
  }

  /**
   * The languages of the word these characters are; {@code null} when it is of none.
   *
   * @param hash theirs, as {@link String#hashCode} has it
   */
  int @Nullable [] get(char[] text, int begin, int end, int hash) {
    int slot = slot(hash);
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      int word = (int) entry - 1;
      if ((int) (entry >>> 32) == hash && isAt(words[word], text, begin, end)) {
        return languages[word];
      }
      slot = slot + 1 & slots.length - 1;
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
    return (hash ^ hash >>> 15) & slots.length - 1;
  }
}
