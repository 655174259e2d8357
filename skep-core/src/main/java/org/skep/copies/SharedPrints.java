package org.skep.copies;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Earlier articles that share fingerprints with one: how many, and how rare those are. An
 * open-addressing table that lives for one look-up; not thread-safe.
 */
final class SharedPrints {
  private static final int SIZE_MIN = 1 << 8;

  private int[] owners = new int[SIZE_MIN]; // number + 1; 0 for a free slot
  private int[] prints = new int[SIZE_MIN];
  private double[] rarity = new double[SIZE_MIN];
  private int used;

  /**
   * Notes a fingerprint that an article shares.
   *
   * @param articles how many have it: it counts the less, the more there are
   */
  void add(int number, int articles) {
    if (used * 2 >= owners.length) {
      grow();
    }
    int slot = slot(number);
    if (owners[slot] == 0) {
      owners[slot] = number + 1;
      used++;
    }
    prints[slot]++;
    rarity[slot] += 1.0 / articles;
  }

  /** How many fingerprints an article shares. */
  int of(int number) {
    return prints[slot(number)];
  }

  /**
   * The articles that share the rarest, at most {@code max}; of equal ones the earlier first.
   *
   * @param least fingerprints they share at least
   * @param wanted asked only about those that rank high enough
   */
  int[] rarest(int least, int max, IntPredicate wanted) {
    var ranked = new int[max + 1];
    var rank = new double[max + 1];
    int count = 0;
    for (int slot = 0; slot < owners.length; slot++) {
      int number = owners[slot] - 1;
      if (number < 0 || prints[slot] < least) {
        continue;
      }
      int at = count;
      while (at > 0 && before(rarity[slot], number, rank[at - 1], ranked[at - 1])) {
        at--;
      }
      if (at < max && wanted.test(number)) {
        System.arraycopy(ranked, at, ranked, at + 1, count - at);
        System.arraycopy(rank, at, rank, at + 1, count - at);
        ranked[at] = number;
        rank[at] = rarity[slot];
        count = Math.min(max, count + 1);
      }
    }
    return Arrays.copyOf(ranked, count);
  }

  private static boolean before(double rarity, int number, double than, int thanNumber) {
    return rarity > than || (rarity == than && number < thanNumber);
  }

  private int slot(int number) {
    int slot = ((number * 0x9e3779b9) >>> 7) & (owners.length - 1);
    while (owners[slot] != 0 && owners[slot] != number + 1) {
      slot = (slot + 1) & (owners.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] oldOwners = owners;
    int[] oldPrints = prints;
    double[] oldRarity = rarity;
    owners = new int[oldOwners.length * 2];
    prints = new int[owners.length];
    rarity = new double[owners.length];
    for (int i = 0; i < oldOwners.length; i++) {
      if (oldOwners[i] != 0) {
        int slot = slot(oldOwners[i] - 1);
        owners[slot] = oldOwners[i];
        prints[slot] = oldPrints[i];
        rarity[slot] = oldRarity[i];
      }
    }
  }
}
