package org.skep.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of small decision trees over numeric signals, brought to 0..1 by the logistic function
 * (Friedman, "Greedy function approximation", 2001). Text, one line a node: {@code tree node signal
 * threshold left right} or {@code tree node leaf value}; a trainer of skep-bench writes them.
 * Immutable and thread-safe; one comparison a level and tree, without a branch to be guessed.
 */
public final class Trees {
  private static final int DEPTH_MAX = 8;

  private record Node(int signal, float threshold, int left, int right, float value) {}

  /** How many comparisons a tree takes; shallower ones are filled up with idle comparisons. */
  private final int depth;

  /** Inner nodes tree by tree as heaps: below the node n are 2n+1 and 2n+2. */
  private final int[] signal;

  private final float[] threshold;

  /** Leaves tree by tree, from left to right. */
  private final float[] leaf;

  /**
   * @param signals the names of the signals, in the order their values will come
   * @throws IllegalArgumentException when a line names another signal, or a tree is too deep
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
    int deepest = 0;
    for (List<Node> tree : all) {
      deepest = Math.max(deepest, depth(tree, tree.getFirst(), 0));
    }
    depth = deepest;
    int inner = (1 << depth) - 1;
    signal = new int[all.size() * inner];
    threshold = new float[all.size() * inner];
    leaf = new float[all.size() * (inner + 1)];
    for (int t = 0; t < all.size(); t++) {
      lay(all.get(t), all.get(t).getFirst(), t, 0);
    }
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

  private static int depth(List<Node> tree, Node node, int above) {
    if (node.signal < 0) {
      return above;
    }
    if (above == DEPTH_MAX) {
      throw new IllegalArgumentException("tree deeper than " + DEPTH_MAX);
    }
    return Math.max(
        depth(tree, tree.get(node.left), above + 1), depth(tree, tree.get(node.right), above + 1));
  }

  /** Puts a node at this place of a tree's heap; a leaf that comes early stands on both sides. */
  private void lay(List<Node> tree, Node node, int number, int place) {
    int inner = (1 << depth) - 1;
    if (place >= inner) {
      leaf[number * (inner + 1) + place - inner] = node.value;
      return;
    }
    boolean early = node.signal < 0;
    signal[number * inner + place] = early ? 0 : node.signal;
    threshold[number * inner + place] = early ? 0 : node.threshold;
    lay(tree, early ? node : tree.get(node.left), number, 2 * place + 1);
    lay(tree, early ? node : tree.get(node.right), number, 2 * place + 2);
  }

  /** The chance, calibrated on what it was trained with. */
  public double chance(float[] signals) {
    return Logistic.probability(score(signals));
  }

  /** The logarithm of the odds. */
  public double score(float[] signals) {
    double sum = 0;
    int inner = (1 << depth) - 1;
    int from = 0;
    int first = 0;
    for (; first + 4 * (inner + 1) <= leaf.length; first += 4 * (inner + 1)) {
      int a = 0; // four trees at once: none of them waits for another's comparison
      int b = 0;
      int c = 0;
      int d = 0;
      for (int level = 0; level < depth; level++) {
        int nodeA = from + a;
        int nodeB = from + inner + b;
        int nodeC = from + 2 * inner + c;
        int nodeD = from + 3 * inner + d;
        a = 2 * a + (signals[signal[nodeA]] < threshold[nodeA] ? 1 : 2);
        b = 2 * b + (signals[signal[nodeB]] < threshold[nodeB] ? 1 : 2);
        c = 2 * c + (signals[signal[nodeC]] < threshold[nodeC] ? 1 : 2);
        d = 2 * d + (signals[signal[nodeD]] < threshold[nodeD] ? 1 : 2);
      }
      sum += leaf[first + a - inner];
      sum += leaf[first + inner + 1 + b - inner];
      sum += leaf[first + 2 * (inner + 1) + c - inner];
      sum += leaf[first + 3 * (inner + 1) + d - inner];
      from += 4 * inner;
    }
    for (; first < leaf.length; first += inner + 1) {
      int at = 0;
      for (int level = 0; level < depth; level++) {
        int node = from + at;
        at = 2 * at + (signals[signal[node]] < threshold[node] ? 1 : 2);
      }
      sum += leaf[first + at - inner];
      from += inner;
    }
    return sum;
  }
}
