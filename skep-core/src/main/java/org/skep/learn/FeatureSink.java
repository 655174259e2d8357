package org.skep.learn;

/** Where the features go that are on for an example: a trainer lists them, a model adds them up. */
public interface FeatureSink {
  /** Switches a feature on; -1, a feature without a number, is passed over. */
  void add(int id);

  /** Switches several on. */
  default void addAll(int[] ids) {
    for (int id : ids) {
      add(id);
    }
  }
}
