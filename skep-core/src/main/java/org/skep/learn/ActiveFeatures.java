package org.skep.learn;

import java.util.Arrays;

/** The features that are on for one example, as a growing list of numbers. Not thread-safe. */
public final class ActiveFeatures implements FeatureSink {
  private int[] ids = new int[96];
  private int size;

  @Override
  public void add(int id) {
    if (id < 0) {
      return;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = id;
  }

  /** Back to none. */
  public void clear() {
    size = 0;
  }

  /** A copy of the numbers. */
  public int[] toArray() {
    return Arrays.copyOf(ids, size);
  }
}
