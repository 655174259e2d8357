package org.skep.text;

import java.util.Arrays;

/**
 * Overlapping word n-grams of a text, and the few of them that stand for all: winnowing (Schleimer,
 * Wilkerson, Aiken, "Winnowing", SIGMOD 2003) keeps the smallest hash of every window, so that two
 * texts sharing {@code n + window - 1} words in a row share a fingerprint wherever those stand.
 */
public final class Shingles {
  private Shingles() {}

  /**
   * The n-gram beginning at each word; 0 where it would reach into the next paragraph, except that
   * a paragraph shorter than n is one gram by itself.
   */
  public static long[] of(Words words, int n) {
    int size = words.size();
    var grams = new long[size];
    int begin = 0;
    while (begin < size) {
      int end = begin + 1;
      while (end < size && !words.beginsParagraph(end)) {
        end++;
      }
      paragraph(words, n, grams, begin, end);
      begin = end;
    }
    return grams;
  }

  private static void paragraph(Words words, int n, long[] grams, int begin, int end) {
    int last = Math.max(begin, end - n);
    for (int i = begin; i <= last; i++) {
      long hash = n;
      int stop = Math.min(end, i + n);
      for (int w = i; w < stop; w++) {
        hash = hash * 0x9e3779b97f4a7c15L + words.hash(w);
      }
      long mixed = Hash64.mix(hash);
      grams[i] = mixed == 0 ? 1 : mixed;
    }
  }

  /**
   * Fingerprints, ascending and distinct.
   *
   * @param window one is kept of every so many in a row, at least
   * @param max when there are more, those divisible by ever higher powers of two stay: the same
   *     choice in every text
   */
  public static long[] winnow(long[] grams, int window, int max) {
    var kept = new long[grams.length];
    int count = 0;
    int smallest = -1;
    int from = 0;
    for (int i = 0; i < grams.length; i++) {
      if (grams[i] == 0) {
        continue;
      }
      from = Math.max(from, i - window + 1);
      if (smallest < from) {
        smallest = smallestOf(grams, from, i);
        kept[count++] = grams[smallest];
      } else if (Long.compareUnsigned(grams[i], grams[smallest]) <= 0) {
        smallest = i;
        kept[count++] = grams[i];
      }
    }
    return thin(distinct(kept, count), max);
  }

  private static int smallestOf(long[] grams, int from, int to) {
    int smallest = to;
    for (int i = to - 1; i >= from; i--) {
      if (grams[i] != 0 && Long.compareUnsigned(grams[i], grams[smallest]) < 0) {
        smallest = i;
      }
    }
    return smallest;
  }

  private static long[] distinct(long[] values, int count) {
    Arrays.sort(values, 0, count);
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[n++] = values[i];
      }
    }
    return Arrays.copyOf(values, n);
  }

  private static long[] thin(long[] sorted, int max) {
    long[] kept = sorted;
    for (int bits = 1; kept.length > max && bits < 40; bits++) {
      long mask = ((1L << bits) - 1) << 20;
      kept = Arrays.stream(sorted).filter(gram -> (gram & mask) == 0).toArray();
    }
    return kept;
  }
}
