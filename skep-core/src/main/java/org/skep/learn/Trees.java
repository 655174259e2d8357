package org.skep.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of small decision trees over numeric signals, brought to 0..1 by the logistic function
 * (Friedman, "Greedy function approximation", 2001). Text, one line a node: {@code tree node signal
 * threshold left right} or {@code tree node leaf value}; a trainer of skep-bench writes them.
 * Immutable and thread-safe; one comparison a level and tree.
 */
public final class Trees {
  private record Node(int signal, float threshold, int left, int right, float value) {}

  private final Node[][] trees;

  /**
   * @param signals the names of the signals, in the order their values will come
   * @throws IllegalArgumentException when a line names another signal
   */
  public Trees(List<String> lines, List<String> signals) {
    var all = new ArrayList<List<Node>>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (parts[1].equals("0")) {
        all.add(new ArrayList<>());
      }
      all.getLast().add(node(parts, signals));
    }
    trees = all.stream().map(tree -> tree.toArray(Node[]::new)).toArray(Node[][]::new);
  }

  private static Node node(String[] parts, List<String> signals) {
    if (parts[2].equals("leaf")) {
      return new Node(-1, 0, 0, 0, Float.parseFloat(parts[3]));
    }
    int signal = signals.indexOf(parts[2]);
    if (signal < 0) {
      throw new IllegalArgumentException("no signal of this name: " + String.join(" ", parts));
    }
    return new Node(
        signal,
        Float.parseFloat(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        0);
  }

  /** The chance, calibrated on what it was trained with. */
  public double chance(float[] signals) {
    return Logistic.probability(score(signals));
  }

  /** The logarithm of the odds. */
  public double score(float[] signals) {
    double sum = 0;
    for (Node[] tree : trees) {
      Node node = tree[0];
      while (node.signal >= 0) {
        node = tree[signals[node.signal] < node.threshold ? node.left : node.right];
      }
      sum += node.value;
    }
    return sum;
  }
}
