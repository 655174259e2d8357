package org.skep.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skep.text.WordPlaces;

/**
 * The best cut of some reports in two, by average-link agglomeration of their cosines.
 *
 * @param link mean cosine of the reports of one half with those of the other
 */
record Halves(List<Sample> one, List<Sample> two, double link) {
  /**
   * @param samples two at least; cost grows with their third power, so they are few
   */
  static Halves of(List<Sample> samples) {
    double[][] sums = cosines(samples); // of all pairs between two clusters
    var clusters = new ArrayList<List<Integer>>();
    for (int i = 0; i < samples.size(); i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    int[] open = new int[samples.size()]; // rows of the clusters that are left
    Arrays.setAll(open, i -> i);
    for (int left = open.length; left > 2; left--) {
      int a = 0;
      int b = 1;
      double most = -1;
      for (int i = 0; i < left; i++) {
        for (int j = i + 1; j < left; j++) {
          int pairs = clusters.get(open[i]).size() * clusters.get(open[j]).size();
          double link = sums[open[i]][open[j]] / pairs;
          if (link > most) {
            most = link;
            a = i;
            b = j;
          }
        }
      }
      unite(open[a], open[b], clusters, sums);
      System.arraycopy(open, b + 1, open, b, left - b - 1);
    }
    var one = clusters.get(open[0]);
    var two = clusters.get(open[1]);
    double link = sums[open[0]][open[1]] / (one.size() * two.size());
    return new Halves(of(one, samples), of(two, samples), link);
  }

  private static void unite(int a, int b, List<List<Integer>> clusters, double[][] sums) {
    clusters.get(a).addAll(clusters.get(b));
    for (int k = 0; k < sums.length; k++) {
      sums[a][k] += sums[b][k];
      sums[k][a] = sums[a][k];
    }
  }

  private static List<Sample> of(List<Integer> cluster, List<Sample> samples) {
    return cluster.stream().sorted().map(samples::get).toList();
  }

  private static double[][] cosines(List<Sample> samples) {
    int n = samples.size();
    var near = new double[n][n];
    for (int i = 0; i < n; i++) {
      var places = new WordPlaces(samples.get(i).terms());
      for (int j = 0; j < i; j++) {
        near[i][j] = samples.get(i).cosine(places, samples.get(j));
        near[j][i] = near[i][j];
      }
    }
    return near;
  }
}
