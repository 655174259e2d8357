package org.skep.stories;

import java.util.Arrays;

/**
 * What the reports of a story count, and the least and the most they say. A later report may count
 * more: tolls grow. Bounded.
 */
final class Amounts {
  static final int UNITS_MAX = 32;

  int[] units = new int[0];
  float[] least = new float[0];
  float[] most = new float[0];

  /** Takes in what a report counts. */
  void absorb(StoryFeatures features) {
    for (int k = 0; k < features.units().length; k++) {
      float amount = features.amounts()[k];
      int i = Arrays.binarySearch(units, features.units()[k]);
      if (i >= 0) {
        least[i] = Math.min(least[i], amount);
        most[i] = Math.max(most[i], amount);
      } else if (units.length < UNITS_MAX) {
        int at = -i - 1;
        units = with(units, at, features.units()[k]);
        least = with(least, at, amount);
        most = with(most, at, amount);
      }
    }
  }

  /** How many things the article counts otherwise than the story ever did. */
  int conflicts(StoryFeatures features, boolean later) {
    int conflicts = 0;
    int[] there = features.units();
    int k = 0;
    while (k < there.length) {
      int i = Arrays.binarySearch(units, there[k]);
      boolean agrees = i < 0;
      int unit = there[k];
      for (; k < there.length && there[k] == unit; k++) {
        agrees |= i >= 0 && agrees(i, features.amounts()[k], later);
      }
      conflicts += agrees ? 0 : 1;
    }
    return conflicts;
  }

  private boolean agrees(int i, float amount, boolean later) {
    boolean whole = amount == Math.rint(amount) && most[i] == Math.rint(most[i]);
    return (amount >= least[i] && amount <= most[i]) || (later && whole && amount > most[i]);
  }

  private static int[] with(int[] array, int at, int value) {
    var longer = Arrays.copyOf(array, array.length + 1);
    System.arraycopy(array, at, longer, at + 1, array.length - at);
    longer[at] = value;
    return longer;
  }

  private static float[] with(float[] array, int at, float value) {
    var longer = Arrays.copyOf(array, array.length + 1);
    System.arraycopy(array, at, longer, at + 1, array.length - at);
    longer[at] = value;
    return longer;
  }
}
