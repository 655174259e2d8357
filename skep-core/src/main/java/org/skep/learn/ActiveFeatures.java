package org.skep.learn;

import java.util.Arrays;

/** The features that are on for one example, as a growing list of numbers. Not thread-safe. */
public final class ActiveFeatures {
  private int[] ids = new int[96];
  private int size;

  /** Switches a feature on; -1, a feature without a number, is passed over. */
  public void add(int id) {
    if (id < 0) {
      return;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = id;
  }

  /** Switches several on. */
  public void addAll(int[] more) {
    for (int id : more) {
      add(id);
    }
  }

  /** Back to none. */
  public void clear() {
    size = 0;
  }

  /** How many are on. */
  public int size() {
    return size;
  }

  /** A copy of the numbers. */
  public int[] toArray() {
    return Arrays.copyOf(ids, size);
  }

  /** Sum of the weights of the features that are on. */
  public double dot(float[] weights) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weights[ids[i]];
    }
    return sum;
  }
}
