package org.skep.learn;

/** The logistic function, between a linear model's score and a probability. */
public final class Logistic {
  private Logistic() {}

  /** 1 / (1 + e^-score). */
  public static double probability(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  /** Sum of the weights of these features. */
  public static double dot(float[] weights, int[] active) {
    double sum = 0;
    for (int id : active) {
      sum += weights[id];
    }
    return sum;
  }
}
