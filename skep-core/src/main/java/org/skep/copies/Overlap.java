package org.skep.copies;

import java.util.Arrays;
import org.skep.text.WordPlaces;

/**
 * The 5-grams two articles share, one of them in a table. Immutable.
 *
 * @param at for each 5-gram there its place here; -1 for none
 * @param covered which words here are shared
 * @param coveredThere which words there are
 * @param longest words of the longest shared passage
 */
@SuppressWarnings("ArrayRecordComponent")
record Overlap(
    int[] at,
    boolean[] covered,
    boolean[] coveredThere,
    double in,
    double of,
    double rawIn,
    double rawOf,
    double weight,
    int longest) {
  private static final int PASSAGES_MAX = 24;
  private static final int RUN_MIN = 3;

  /**
   * @param places the 5-grams here
   * @param total sum of the weights here
   * @param size number of 5-grams here
   */
  static Overlap of(
      CopyFeatures here,
      float[] weights,
      WordPlaces places,
      double total,
      int size,
      CopyFeatures there,
      float[] thereWeights) {
    var at = new int[there.grams().length];
    var hit = new boolean[here.grams().length];
    double unmatched = 0;
    int missing = 0;
    int run = 0;
    int longest = 0;
    for (int j = 0; j < at.length; j++) {
      int gram = there.grams()[j];
      at[j] = follows(here, at, j, gram) ? at[j - 1] + 1 : places.first(gram);
      if (at[j] >= 0) {
        hit[at[j]] = true;
        run++;
        longest = Math.max(longest, run);
      } else {
        run = 0;
        if (gram != 0) {
          unmatched += thereWeights[j];
          missing++;
        }
      }
    }
    double shared = 0;
    int hits = 0;
    for (int i = 0; i < hit.length; i++) {
      int gram = here.grams()[i];
      // a 5-gram repeated within the article is the same words again
      hit[i] |= gram != 0 && hit[places.first(gram)];
      if (hit[i] && gram != 0) {
        shared += weights[i];
        hits++;
      }
    }
    return new Overlap(
        at,
        covered(hit),
        coveredThere(at),
        total == 0 ? 0 : shared / total,
        shared + unmatched == 0 ? 0 : shared / (shared + unmatched),
        (double) hits / Math.max(1, size),
        (double) hits / Math.max(1, hits + missing),
        shared,
        longest == 0 ? 0 : longest + CopyFeatures.GRAM - 1);
  }

  /** Of several places the one that goes on where the last 5-gram was found. */
  private static boolean follows(CopyFeatures here, int[] at, int j, int gram) {
    if (j == 0 || at[j - 1] < 0 || gram == 0) {
      return false;
    }
    int next = at[j - 1] + 1;
    return next < here.grams().length && here.grams()[next] == gram;
  }

  private static boolean[] covered(boolean[] hit) {
    var covered = new boolean[hit.length];
    int until = 0;
    for (int i = 0; i < hit.length; i++) {
      until = hit[i] ? i + CopyFeatures.GRAM : until;
      covered[i] = i < until;
    }
    return covered;
  }

  private static boolean[] coveredThere(int[] at) {
    var hit = new boolean[at.length];
    for (int j = 0; j < at.length; j++) {
      hit[j] = at[j] >= 0;
    }
    return covered(hit);
  }

  /** Whether a name or number of the lead stands in a shared passage. */
  boolean telling(CopyFeatures here) {
    for (int i = 0; i < covered.length; i++) {
      if (covered[i] && (here.marks()[i] & CopyFeatures.TELLING) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Shared passages as spans, in the earlier article's order. */
  int[] passages(CopyFeatures here, CopyFeatures there) {
    var found = new int[PASSAGES_MAX * 4];
    int count = 0;
    int j = 0;
    while (j < at.length && count < PASSAGES_MAX) {
      int run = 0;
      while (at[j] >= 0 && j + run + 1 < at.length && at[j + run + 1] == at[j] + run + 1) {
        run++;
      }
      if (at[j] >= 0 && run >= RUN_MIN) {
        int last = Math.min(at[j] + run + CopyFeatures.GRAM, here.grams().length) - 1;
        int lastThere = Math.min(j + run + CopyFeatures.GRAM, at.length) - 1;
        found[count * 4] = here.begins()[at[j]];
        found[count * 4 + 1] = here.end(last);
        found[count * 4 + 2] = there.begins()[j];
        found[count * 4 + 3] = there.end(lastThere);
        count++;
      }
      j += run + 1;
    }
    return Arrays.copyOf(found, count * 4);
  }
}
