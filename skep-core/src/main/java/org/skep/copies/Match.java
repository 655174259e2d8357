package org.skep.copies;

import java.util.Arrays;

/**
 * What two articles have in common, word for word. The arrays are never written again.
 *
 * @param other the earlier article's number
 * @param in share of the later one's 5-grams found in the earlier one, stock phrases counting less
 * @param of the same the other way
 * @param rawIn the same with all 5-grams counting alike: what is shown
 * @param rawOf the same the other way
 * @param weight of what is shared, in 5-grams
 * @param altered whether a quote or a number differs between shared passages
 * @param telling whether a shared passage holds a name or number of the lead
 * @param passages four numbers each: begin and end in the later one, begin and end in the earlier
 * @param covered which words of the later one are shared; empty once it is stored
 */
@SuppressWarnings("ArrayRecordComponent")
public record Match(
    int other,
    double in,
    double of,
    double rawIn,
    double rawOf,
    double weight,
    boolean altered,
    boolean telling,
    int[] passages,
    boolean[] covered) {
  static final int PASSAGES_MAX = 24;

  /** How much of the one is found in the other, whichever is more. */
  double strength() {
    return Math.max(in + rawIn, of + rawOf) / 2;
  }

  Match stored() {
    return new Match(
        other, in, of, rawIn, rawOf, weight, altered, telling, passages, new boolean[0]);
  }

  /** The same seen from the other side. */
  Match reversed(int later) {
    var turned = new int[passages.length];
    for (int i = 0; i < passages.length; i += 4) {
      turned[i] = passages[i + 2];
      turned[i + 1] = passages[i + 3];
      turned[i + 2] = passages[i];
      turned[i + 3] = passages[i + 1];
    }
    return new Match(later, of, in, rawOf, rawIn, weight, altered, telling, turned, covered);
  }

  /** Aligns articles with one: its 5-grams in a table, once for all candidates. */
  static final class Aligner {
    private static final int RUN_MIN = 3;

    private final CopyFeatures here;
    private final float[] weights;
    private final int[] keys;
    private final int[] places;
    private final double total;
    private final int size;

    /**
     * @param weights what each 5-gram counts, 0 to 1
     */
    Aligner(CopyFeatures here, float[] weights) {
      this.here = here;
      this.weights = weights;
      int slots = Integer.highestOneBit(Math.max(8, here.grams().length * 2)) * 2;
      keys = new int[slots];
      places = new int[slots];
      double sum = 0;
      int n = 0;
      for (int i = 0; i < here.grams().length; i++) {
        if (here.grams()[i] != 0) {
          n++;
          sum += weights[i];
          put(here.grams()[i], i);
        }
      }
      total = sum;
      this.size = n;
    }

    double total() {
      return total;
    }

    /** Share of this article that one match covers and another does not. */
    double gain(Match by, Match beside) {
      double gain = 0;
      for (int i = 0; i < weights.length; i++) {
        gain += by.covered()[i] && !beside.covered()[i] ? weights[i] : 0;
      }
      return total == 0 ? 0 : gain / total;
    }

    private void put(int gram, int place) {
      int i = ((gram * 0x9e3779b9) >>> 5) & (keys.length - 1);
      while (keys[i] != 0) {
        if (keys[i] == gram) {
          return;
        }
        i = (i + 1) & (keys.length - 1);
      }
      keys[i] = gram;
      places[i] = place;
    }

    private int place(int gram) {
      if (gram == 0) {
        return -1;
      }
      int i = ((gram * 0x9e3779b9) >>> 5) & (keys.length - 1);
      while (keys[i] != 0) {
        if (keys[i] == gram) {
          return places[i];
        }
        i = (i + 1) & (keys.length - 1);
      }
      return -1;
    }

    /**
     * @param thereWeights what each of its 5-grams counts
     */
    Match with(int other, CopyFeatures there, float[] thereWeights) {
      var at = new int[there.grams().length];
      var hit = new boolean[here.grams().length];
      double unmatched = 0;
      int missing = 0;
      for (int j = 0; j < at.length; j++) {
        at[j] = place(there.grams()[j]);
        if (at[j] >= 0) {
          hit[at[j]] = true;
        } else if (there.grams()[j] != 0) {
          unmatched += thereWeights[j];
          missing++;
        }
      }
      double shared = 0;
      int hits = 0;
      for (int i = 0; i < hit.length; i++) {
        // a gram repeated within the article is the same words again
        boolean again =
            !hit[i] && here.grams()[i] != 0 && repeats(i) && hit[place(here.grams()[i])];
        hit[i] |= again;
        if (hit[i] && here.grams()[i] != 0) {
          shared += weights[i];
          hits++;
        }
      }
      var covered = covered(hit);
      int[] runs = runs(there, at);
      return new Match(
          other,
          total == 0 ? 0 : shared / total,
          shared + unmatched == 0 ? 0 : shared / (shared + unmatched),
          (double) hits / Math.max(1, size),
          (double) hits / Math.max(1, hits + missing),
          shared,
          altered(there, at, covered),
          telling(covered),
          runs,
          covered);
    }

    private boolean repeats(int i) {
      return place(here.grams()[i]) != i;
    }

    private boolean[] covered(boolean[] hit) {
      var covered = new boolean[hit.length];
      int until = 0;
      for (int i = 0; i < hit.length; i++) {
        until = hit[i] ? i + CopyFeatures.GRAM : until;
        covered[i] = i < until;
      }
      return covered;
    }

    private boolean telling(boolean[] covered) {
      for (int i = 0; i < covered.length; i++) {
        if (covered[i] && (here.marks()[i] & CopyFeatures.TELLING) != 0) {
          return true;
        }
      }
      return false;
    }

    /** Shared passages as spans, longest kept, in the later article's order. */
    private int[] runs(CopyFeatures there, int[] at) {
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

    /*
     * A quote or a number that is here and not there, while the words beside it are shared and the
     * other side has an unshared quote or number too.
     */
    private boolean altered(CopyFeatures there, int[] at, boolean[] covered) {
      var coveredThere = new boolean[at.length];
      int until = 0;
      for (int j = 0; j < at.length; j++) {
        until = at[j] >= 0 ? j + CopyFeatures.GRAM : until;
        coveredThere[j] = j < until;
      }
      return quoted(here, covered) && quoted(there, coveredThere);
    }

    private static boolean quoted(CopyFeatures of, boolean[] covered) {
      int words = 0;
      for (int i = 0; i < covered.length; i++) {
        boolean open = !covered[i] && (of.marks()[i] & CopyFeatures.QUOTED) != 0;
        words = open ? words + 1 : 0;
        if (words >= 3) {
          return true;
        }
      }
      return false;
    }
  }
}
