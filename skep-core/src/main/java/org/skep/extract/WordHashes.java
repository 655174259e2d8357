package org.skep.extract;

import java.util.Arrays;

/**
 * A text as 64-bit hashes of its words, lower case, letters and digits only: comparing texts then
 * needs no strings. Characters of scripts without spaces are words of their own.
 */
final class WordHashes {
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private WordHashes() {}

  static long[] of(String text) {
    return of(text.toCharArray(), 0, text.length());
  }

  static long[] of(CharSequence text, int begin, int end) {
    return of(text.subSequence(begin, end).toString());
  }

  static long[] of(char[] text, int begin, int end) {
    long[] words = new long[8];
    int count = 0;
    long hash = BASIS;
    boolean open = false;
    for (int i = begin; i <= end; i++) {
      char c = i < end ? text[i] : ' ';
      int kind = CharKinds.of(c);
      boolean alone = (kind & CharKinds.IDEOGRAPH) != 0;
      boolean letter = (kind & CharKinds.WORD) != 0;
      if (open && (!letter || alone)) {
        if (count == words.length) {
          words = Arrays.copyOf(words, count * 2);
        }
        words[count++] = hash;
        hash = BASIS;
        open = false;
      }
      if (letter) {
        hash = (hash ^ lower(c)) * PRIME;
        open = true;
      }
    }
    return count == words.length ? words : Arrays.copyOf(words, count);
  }

  /** One hash for a run of words. */
  static long join(long[] words, int begin, int end) {
    long hash = BASIS;
    for (int i = begin; i < end; i++) {
      hash = then(hash, words[i]);
    }
    return hash;
  }

  /** The hash of a run with one more word; a run begins with {@link #start}. */
  static long then(long run, long word) {
    long mixed = (run ^ word) * 0x9e3779b97f4a7c15L;
    return mixed ^ mixed >>> 32;
  }

  static long start() {
    return BASIS;
  }

  private static char lower(char c) {
    return c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
  }
}
