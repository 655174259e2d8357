package org.skep.bench.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Gradient boosting of shallow trees on the logistic loss (Friedman 2001), with Newton leaf values
 * and histogram splits. A signal with a direction never pushes against it: its splits must agree,
 * and what lies below them stays within the middle of both sides. Deterministic: no sampling, ties
 * go to the first signal and the lowest threshold. Cost: trees x depth x examples x signals.
 */
public final class Boosting {
  private static final int BINS = 48;
  private static final double SHRINK = 0.15;
  private static final double RIDGE = 20;
  private static final double LEAF_MIN = 60;

  /** No lower bound. */
  private static final double NONE = -1e9;

  private final int trees;
  private final int depth;
  private final List<Integer> directions;

  /** Trees of this depth; every signal may push either way. */
  public Boosting(int trees, int depth) {
    this(trees, depth, List.of());
  }

  /**
   * @param directions of the signals, in order: 1 when more of it can only raise the chance, -1 for
   *     the reverse, 0 for either; empty for either all through
   */
  public Boosting(int trees, int depth, List<Integer> directions) {
    this.directions = directions;
    this.trees = trees;
    this.depth = depth;
  }

  private record Node(int signal, float threshold, int left, int right, double value) {}

  /**
   * The model file's lines.
   *
   * @param x one row an example
   * @param weight of each example, 1 on average
   */
  public List<String> train(List<String> names, float[][] x, boolean[] y, float[] weight) {
    int signals = names.size();
    var cuts = new float[signals][];
    var bins = new byte[signals][x.length];
    for (int s = 0; s < signals; s++) {
      cuts[s] = cuts(x, s);
      for (int i = 0; i < x.length; i++) {
        bins[s][i] = bin(cuts[s], x[i][s]);
      }
    }
    var score = new double[x.length];
    var lines = new ArrayList<String>();
    for (int t = 0; t < trees; t++) {
      var gradient = new double[x.length];
      var hessian = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        double p = 1 / (1 + Math.exp(-score[i]));
        gradient[i] = weight[i] * ((y[i] ? 1 : 0) - p);
        hessian[i] = weight[i] * p * (1 - p);
      }
      var nodes = new ArrayList<Node>();
      var rows = new int[x.length];
      Arrays.setAll(rows, i -> i);
      grow(nodes, rows, depth, bins, cuts, gradient, hessian, NONE, -NONE);
      for (int i = 0; i < x.length; i++) {
        Node node = nodes.get(0);
        while (node.signal >= 0) {
          node = nodes.get(x[i][node.signal] < node.threshold ? node.left : node.right);
        }
        score[i] += node.value;
      }
      for (int n = 0; n < nodes.size(); n++) {
        lines.add(line(t, n, nodes.get(n), names));
      }
    }
    return lines;
  }

  private static String line(int tree, int n, Node node, List<String> names) {
    return node.signal < 0
        ? String.format(Locale.ROOT, "%d %d leaf %.5f", tree, n, node.value)
        : String.format(
            Locale.ROOT,
            "%d %d %s %s %d %d",
            tree,
            n,
            names.get(node.signal),
            node.threshold,
            node.left,
            node.right);
  }

  private int grow(
      List<Node> nodes,
      int[] rows,
      int levels,
      byte[][] bins,
      float[][] cuts,
      double[] g,
      double[] h,
      double lower,
      double upper) {
    double gradient = 0;
    double hessian = 0;
    for (int row : rows) {
      gradient += g[row];
      hessian += h[row];
    }
    int at = nodes.size();
    nodes.add(new Node(-1, 0, 0, 0, SHRINK * value(gradient, hessian, lower, upper)));
    if (levels == 0) {
      return at;
    }
    int bestSignal = -1;
    int bestBin = 0;
    double bestGain = 1e-3;
    for (int s = 0; s < bins.length; s++) {
      var gs = new double[BINS + 1];
      var hs = new double[BINS + 1];
      var n = new double[BINS + 1];
      for (int row : rows) {
        int bin = bins[s][row];
        gs[bin] += g[row];
        hs[bin] += h[row];
        n[bin]++;
      }
      double gl = 0;
      double hl = 0;
      double nl = 0;
      for (int b = 0; b < cuts[s].length; b++) {
        gl += gs[b];
        hl += hs[b];
        nl += n[b];
        if (nl < LEAF_MIN || rows.length - nl < LEAF_MIN) {
          continue;
        }
        double gr = gradient - gl;
        double hr = hessian - hl;
        double rise = value(gr, hr, lower, upper) - value(gl, hl, lower, upper);
        if (rise * direction(s) < 0) {
          continue;
        }
        double gain =
            gl * gl / (hl + RIDGE)
                + gr * gr / (hr + RIDGE)
                - gradient * gradient / (hessian + RIDGE);
        if (gain > bestGain) {
          bestGain = gain;
          bestSignal = s;
          bestBin = b;
        }
      }
    }
    if (bestSignal < 0) {
      return at;
    }
    byte[] column = bins[bestSignal];
    int cut = bestBin;
    int[] below = Arrays.stream(rows).filter(r -> column[r] <= cut).toArray();
    int[] above = Arrays.stream(rows).filter(r -> column[r] > cut).toArray();
    int direction = direction(bestSignal);
    double middle =
        (value(sum(below, g), sum(below, h), lower, upper)
                + value(sum(above, g), sum(above, h), lower, upper))
            / 2;
    double lowerLeft = direction < 0 ? middle : lower;
    double upperLeft = direction > 0 ? middle : upper;
    double lowerRight = direction > 0 ? middle : lower;
    double upperRight = direction < 0 ? middle : upper;
    int left = grow(nodes, below, levels - 1, bins, cuts, g, h, lowerLeft, upperLeft);
    int right = grow(nodes, above, levels - 1, bins, cuts, g, h, lowerRight, upperRight);
    nodes.set(at, new Node(bestSignal, cuts[bestSignal][cut], left, right, 0));
    return at;
  }

  private int direction(int signal) {
    return directions.isEmpty() ? 0 : directions.get(signal);
  }

  private static double value(double gradient, double hessian, double lower, double upper) {
    return Math.min(upper, Math.max(lower, gradient / (hessian + RIDGE)));
  }

  private static double sum(int[] rows, double[] of) {
    double sum = 0;
    for (int row : rows) {
      sum += of[row];
    }
    return sum;
  }

  /** Quantiles; a value below cut b and not below cut b-1 falls into bin b. */
  private static float[] cuts(float[][] x, int signal) {
    var values = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = x[i][signal];
    }
    Arrays.sort(values);
    var cuts = new ArrayList<Float>();
    for (int b = 1; b < BINS; b++) {
      float cut = values[(int) ((long) values.length * b / BINS)];
      if (cut > values[0] && (cuts.isEmpty() || cut > cuts.getLast())) {
        cuts.add(cut);
      }
    }
    var result = new float[cuts.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = cuts.get(i);
    }
    return result;
  }

  private static byte bin(float[] cuts, float value) {
    int b = 0;
    while (b < cuts.length && value >= cuts[b]) {
      b++;
    }
    return (byte) b;
  }
}
