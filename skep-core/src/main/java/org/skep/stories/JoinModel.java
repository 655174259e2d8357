package org.skep.stories;

import java.util.List;
import org.skep.learn.Trees;
import org.skep.text.TextLines;

/**
 * The chance that an article belongs to a story: {@link Trees} over {@link Signal}s. The trees are
 * {@code join-model.txt}, written by the trainer in skep-bench. Immutable, thread-safe; a few
 * hundred comparisons a call.
 */
public final class JoinModel {
  private final Trees trees;

  /** From the class path. */
  public JoinModel() {
    this(TextLines.of(JoinModel.class, "join-model.txt"));
  }

  /** From lines, as a trainer writes them. */
  public JoinModel(List<String> lines) {
    trees = new Trees(lines, Signal.names());
  }

  /** The chance, calibrated on the training streams. */
  double chance(float[] signals) {
    return trees.chance(signals);
  }
}
