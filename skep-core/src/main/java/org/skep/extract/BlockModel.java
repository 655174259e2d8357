package org.skep.extract;

import org.skep.learn.Logistic;
import org.skep.learn.Weights;

/**
 * Decides block by block what the reporter wrote: two linear models, the second of which sees what
 * the first thought of the neighbourhood (stacked sequential learning, Cohen and Carvalho 2005).
 * Cost: some 200 additions a block. Weak where a page's furniture is whole sentences, as in cookie
 * dialogues without a telling class. Immutable and thread-safe.
 */
public final class BlockModel {
  private static final String WEIGHTS = "blocks.weights";

  private final Weights weights;
  private final BlockFeatures features;
  private final ContextFeatures context;

  /** A model with these weights, a column for each pass. */
  public BlockModel(Weights weights) {
    this.weights = weights;
    this.features = new BlockFeatures(weights.names(), Phrases.load());
    this.context = new ContextFeatures(weights.names());
  }

  /** The model that is shipped. */
  public static BlockModel load() {
    return new BlockModel(Weights.load(BlockModel.class, WEIGHTS));
  }

  /** Each block's log odds of being what the reporter wrote. */
  double[] score(Layout layout, Hints hints) {
    int[][] active = features.of(layout, hints);
    int count = active.length;
    double[] first = new double[count];
    for (int i = 0; i < count; i++) {
      first[i] = Logistic.dot(weights.column(0), active[i]);
    }
    int[][] around = context.of(layout.blocks(), first);
    double[] second = new double[count];
    for (int i = 0; i < count; i++) {
      second[i] =
          Logistic.dot(weights.column(1), active[i]) + Logistic.dot(weights.column(1), around[i]);
    }
    return second;
  }
}
