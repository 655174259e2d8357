package org.skep.bench.extract;

import java.util.List;

/**
 * Logistic regression on binary features: AdaGrad (Duchi et al. 2011) with a small L2 penalty, in a
 * fixed order, so that the same examples give the same weights on every machine.
 */
final class LogisticRegression {
  private static final int EPOCHS = 12;
  private static final double RATE = 0.08;
  private final double penalty;

  LogisticRegression(double penalty) {
    this.penalty = penalty;
  }

  /** One block: its active features, whether it is kept, and how much it counts. */
  record Example(int[] features, boolean keep, float weight) {}

  /** Weights for so many features. */
  float[] train(List<Example> examples, int features) {
    double[] weights = new double[features];
    double[] squares = new double[features];
    int count = examples.size();
    int stride = strideFor(count);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      int at = epoch % Math.max(1, count);
      for (int n = 0; n < count; n++) {
        at = (at + stride) % count;
        step(examples.get(at), weights, squares);
      }
    }
    float[] result = new float[features];
    for (int i = 0; i < features; i++) {
      result[i] = Math.round(weights[i] * 1000) / 1000f;
    }
    return result;
  }

  private void step(Example example, double[] weights, double[] squares) {
    double score = 0;
    for (int id : example.features()) {
      score += weights[id];
    }
    double error = (example.keep() ? 1 : 0) - 1 / (1 + Math.exp(-score));
    double gradient = error * example.weight();
    for (int id : example.features()) {
      double slope = gradient - penalty * weights[id];
      squares[id] += slope * slope;
      weights[id] += RATE * slope / Math.sqrt(squares[id] + 1e-6);
    }
  }

  /** A step that visits every example once, far from the one before: coprime to their number. */
  private static int strideFor(int count) {
    int stride = (int) (count * 0.618034);
    while (stride > 1 && gcd(stride, count) != 1) {
      stride--;
    }
    return Math.max(1, stride);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
