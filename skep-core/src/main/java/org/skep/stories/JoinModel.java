package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import org.skep.text.TextLines;

/**
 * The chance that an article belongs to a story: a sum of small decision trees over {@link
 * Likeness}, brought to 0..1 by the logistic function (Friedman, "Greedy function approximation",
 * 2001). The trees are {@code join-model.txt}, written by the trainer in skep-bench; each line is
 * one node: {@code tree node signal threshold left right} or {@code tree node leaf value}.
 * Immutable, thread-safe; a few hundred comparisons a call.
 */
public final class JoinModel {
  private record Node(int signal, float threshold, int left, int right, float value) {}

  private final Node[][] trees;

  /** From the class path. */
  public JoinModel() {
    this(TextLines.of(JoinModel.class, "join-model.txt"));
  }

  /** From lines, as a trainer writes them. */
  public JoinModel(List<String> lines) {
    var all = new ArrayList<List<Node>>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (parts[1].equals("0")) {
        all.add(new ArrayList<>());
      }
      all.getLast().add(node(parts, line));
    }
    trees = all.stream().map(tree -> tree.toArray(Node[]::new)).toArray(Node[][]::new);
  }

  private static Node node(String[] parts, String line) {
    if (parts[2].equals("leaf")) {
      return new Node(-1, 0, 0, 0, Float.parseFloat(parts[3]));
    }
    int signal = Likeness.NAMES.indexOf(parts[2]);
    if (signal < 0) {
      throw new IllegalStateException("join-model.txt: no signal of this name: " + line);
    }
    return new Node(
        signal,
        Float.parseFloat(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        0);
  }

  /** The chance, calibrated on the training streams. */
  double chance(float[] signals) {
    double sum = 0;
    for (Node[] tree : trees) {
      Node node = tree[0];
      while (node.signal >= 0) {
        node = tree[signals[node.signal] < node.threshold ? node.left : node.right];
      }
      sum += node.value;
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
