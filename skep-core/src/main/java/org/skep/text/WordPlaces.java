package org.skep.text;

/**
 * Where each value of an array stands: an open-addressing table from value to first place and a
 * chain to the next. Zeros are left out. About 12 bytes a value; immutable.
 */
public final class WordPlaces {
  private final int[] values;
  private final int[] firsts; // place + 1; 0 for a free slot
  private final int[] next;

  /** Of these values; the array must not change any more. */
  public WordPlaces(int[] values) {
    this.values = values;
    firsts = new int[Integer.highestOneBit(Math.max(8, values.length * 4)) * 2];
    next = new int[values.length];
    for (int i = values.length - 1; i >= 0; i--) {
      if (values[i] != 0) {
        int slot = slot(values[i]);
        next[i] = firsts[slot] - 1;
        firsts[slot] = i + 1;
      }
    }
  }

  /** The first place of the value; -1 when it stands nowhere. */
  public int first(int value) {
    return value == 0 ? -1 : firsts[slot(value)] - 1;
  }

  /** The next place with the same value; -1 after the last. */
  public int next(int place) {
    return next[place];
  }

  private int slot(int value) {
    int slot = ((value * 0x9e3779b9) >>> 5) & (firsts.length - 1);
    while (firsts[slot] != 0 && values[firsts[slot] - 1] != value) {
      slot = (slot + 1) & (firsts.length - 1);
    }
    return slot;
  }
}
