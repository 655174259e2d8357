package org.skep.stories;

import java.util.ArrayList;
import java.util.List;

/** The best cut of some reports in two, by average-link agglomeration of their cosines. */
record Halves(List<Sample> one, List<Sample> two) {
  /**
   * @param samples two at least; cost grows with their third power, so they are few
   */
  static Halves of(List<Sample> samples) {
    double[][] near = cosines(samples);
    var clusters = new ArrayList<List<Integer>>();
    for (int i = 0; i < samples.size(); i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    while (clusters.size() > 2) {
      int a = 0;
      int b = 1;
      double most = -1;
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          double link = link(clusters.get(i), clusters.get(j), near);
          if (link > most) {
            most = link;
            a = i;
            b = j;
          }
        }
      }
      clusters.get(a).addAll(clusters.remove(b));
    }
    return new Halves(of(clusters.get(0), samples), of(clusters.get(1), samples));
  }

  private static List<Sample> of(List<Integer> cluster, List<Sample> samples) {
    return cluster.stream().sorted().map(samples::get).toList();
  }

  private static double[][] cosines(List<Sample> samples) {
    int n = samples.size();
    var near = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        near[i][j] = samples.get(i).cosine(samples.get(j));
        near[j][i] = near[i][j];
      }
    }
    return near;
  }

  private static double link(List<Integer> a, List<Integer> b, double[][] near) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += near[i][j];
      }
    }
    return sum / (a.size() * b.size());
  }
}
