package org.skep.learn;

/** Adds up the weights of the features that are on, without listing them. Not thread-safe. */
public final class FeatureSum implements FeatureSink {
  private final float[] weights;
  private double sum;

  /**
   * @param weights by feature number; not copied
   */
  public FeatureSum(float[] weights) {
    this.weights = weights;
  }

  @Override
  public void add(int id) {
    sum += id < 0 ? 0 : weights[id];
  }

  /** The sum since the last call. */
  public double take() {
    double taken = sum;
    sum = 0;
    return taken;
  }
}
