package org.skep.stories;

import java.util.Arrays;

/**
 * Names, numbers and places of a story as any language spells them, and in how many of its reports
 * they stood. Bounded: the most frequent stay.
 */
final class CrossKeys {
  static final int KEYS_MAX = 64;

  int[] keys = new int[0];
  float[] counts = new float[0];

  void absorb(int[] there) {
    var all = new int[keys.length + there.length];
    var next = new float[all.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < keys.length || j < there.length) {
      boolean mine = j == there.length || (i < keys.length && keys[i] <= there[j]);
      boolean theirs = i == keys.length || (j < there.length && there[j] <= keys[i]);
      all[n] = mine ? keys[i] : there[j];
      next[n] = (mine ? counts[i] * Centroid.DECAY : 0) + (theirs ? 1 : 0);
      i += mine ? 1 : 0;
      j += theirs ? 1 : 0;
      n++;
    }
    keep(all, next, n);
  }

  /**
   * How many keys both have.
   *
   * @param here takes their places here
   * @param there takes their places there
   */
  int shared(CrossKeys other, int[] here, int[] there) {
    int n = 0;
    int j = 0;
    for (int i = 0; i < keys.length; i++) {
      while (j < other.keys.length && other.keys[j] < keys[i]) {
        j++;
      }
      if (j < other.keys.length && other.keys[j] == keys[i]) {
        here[n] = i;
        there[n++] = j;
      }
    }
    return n;
  }

  private void keep(int[] all, float[] next, int n) {
    float least = 0;
    if (n > KEYS_MAX) {
      var sorted = Arrays.copyOf(next, n);
      Arrays.sort(sorted);
      least = sorted[n - KEYS_MAX];
    }
    int kept = 0;
    for (int k = 0; k < n && kept < KEYS_MAX; k++) {
      if (next[k] >= least) {
        all[kept] = all[k];
        next[kept++] = next[k];
      }
    }
    keys = Arrays.copyOf(all, kept);
    counts = Arrays.copyOf(next, kept);
  }
}
