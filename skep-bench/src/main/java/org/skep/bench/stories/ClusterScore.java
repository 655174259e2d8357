package org.skep.bench.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How well predicted clusters are the true ones: over all pairs of documents, and B-cubed (Bagga
 * and Baldwin, 1998), each with precision, recall and F1. Intervals by drawing true stories with
 * replacement; copies of one drawn story never meet.
 */
record ClusterScore(
    double pairPrecision, double pairRecall, double cubedPrecision, double cubedRecall) {
  private static final int DRAWS = 300;

  double pair() {
    return harmonic(pairPrecision, pairRecall);
  }

  double cubed() {
    return harmonic(cubedPrecision, cubedRecall);
  }

  private static double harmonic(double p, double r) {
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  /** Of documents in the same order in both lists. */
  static ClusterScore of(List<String> truth, List<?> predicted) {
    var cells = cells(truth, predicted);
    var once = new int[cells.size()];
    Arrays.fill(once, 1);
    return weighted(cells, once);
  }

  /** The mean of several runs. */
  static ClusterScore mean(List<ClusterScore> scores) {
    double[] sum = new double[4];
    for (ClusterScore score : scores) {
      sum[0] += score.pairPrecision / scores.size();
      sum[1] += score.pairRecall / scores.size();
      sum[2] += score.cubedPrecision / scores.size();
      sum[3] += score.cubedRecall / scores.size();
    }
    return new ClusterScore(sum[0], sum[1], sum[2], sum[3]);
  }

  /** The middle 95 % of B-cubed F1 over resampled stories, lower and upper end. */
  static double[] interval(List<String> truth, List<?> predicted) {
    var cells = cells(truth, predicted);
    var random = new Random(1);
    var values = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      var times = new int[cells.size()];
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
      values[draw] = weighted(cells, times).cubed();
    }
    Arrays.sort(values);
    return new double[] {values[DRAWS / 40], values[DRAWS - 1 - DRAWS / 40]};
  }

  private static List<Map<Object, Integer>> cells(List<String> truth, List<?> predicted) {
    var cells = new TreeMap<String, Map<Object, Integer>>();
    for (int i = 0; i < truth.size(); i++) {
      cells
          .computeIfAbsent(truth.get(i), story -> new HashMap<>())
          .merge(predicted.get(i), 1, Integer::sum);
    }
    return new ArrayList<>(cells.values());
  }

  private static ClusterScore weighted(List<Map<Object, Integer>> cells, int[] times) {
    var mass = new HashMap<Object, double[]>(); // documents and sum of squares by cluster
    for (int s = 0; s < times.length; s++) {
      int k = times[s];
      cells
          .get(s)
          .forEach((cluster, n) -> {
            var sums = mass.computeIfAbsent(cluster, c -> new double[2]);
            sums[0] += k * n;
            sums[1] += (double) k * n * k * n;
          });
    }
    double right = 0;
    double gold = 0;
    double docs = 0;
    double precision = 0;
    double recall = 0;
    for (int s = 0; s < times.length; s++) {
      int k = times[s];
      double size = cells.get(s).values().stream().mapToInt(n -> n).sum();
      docs += k * size;
      gold += k * size * (size - 1) / 2;
      for (var cell : cells.get(s).entrySet()) {
        double n = cell.getValue();
        right += k * n * (n - 1) / 2;
        precision += k * n * n / (mass.getOrDefault(cell.getKey(), new double[2])[0] - k * n + n);
        recall += k * n * n / size;
      }
    }
    double wrong = mass.values().stream().mapToDouble(m -> m[0] * m[0] - m[1]).sum() / 2;
    return new ClusterScore(
        right + wrong == 0 ? 1 : right / (right + wrong),
        gold == 0 ? 1 : right / gold,
        precision / docs,
        recall / docs);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "pair %.3f (P %.3f R %.3f)  B3 %.3f (P %.3f R %.3f)",
        pair(),
        pairPrecision,
        pairRecall,
        cubed(),
        cubedPrecision,
        cubedRecall);
  }
}
