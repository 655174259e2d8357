package org.skep.copies;

import org.skep.text.Hash64;

/**
 * The wording around names and numbers: for each word the hash of five words that begin there, a
 * run of names and numbers taken as one word that may be any. Weekly statistics, scores and reports
 * of one kind of event fill the same frames with other names; two articles that share nothing but
 * frames known from unrelated ones have no pen in common. Pure; linear.
 */
final class Frames {
  /** Words to a frame. */
  private static final int SIZE = 5;

  /** Stands for any name or number. */
  private static final int ANY = 1;

  /** With fewer words of its own a frame says nothing. */
  private static final int PLAIN_MIN = 3;

  private Frames() {}

  /** 0 for none. */
  static int[] of(CopyFeatures features) {
    int[] grams = features.grams();
    var frames = new int[grams.length];
    var begins = new int[grams.length];
    var tokens = new int[grams.length];
    int count = 0;
    for (int i = 0; i < grams.length; i++) {
      boolean any = (features.marks()[i] & (CopyFeatures.NAME | CopyFeatures.NUMBER)) != 0;
      if (any && count > 0 && tokens[count - 1] == ANY) {
        continue;
      }
      begins[count] = i;
      tokens[count++] = any ? ANY : features.words()[i];
    }
    int t = 0;
    for (int i = 0; i < grams.length; i++) {
      while (t + 1 < count && begins[t + 1] <= i) {
        t++;
      }
      frames[i] = grams[i] == 0 || t + SIZE > count ? 0 : frame(tokens, t);
    }
    return frames;
  }

  private static int frame(int[] tokens, int from) {
    long hash = SIZE;
    int plain = 0;
    for (int i = from; i < from + SIZE; i++) {
      hash = Hash64.of(hash, tokens[i]);
      plain += tokens[i] == ANY ? 0 : 1;
    }
    return plain < PLAIN_MIN ? 0 : (int) hash;
  }
}
