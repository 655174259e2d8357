package org.skep.extract;

import java.util.List;
import org.skep.learn.FeatureSum;
import org.skep.learn.Trees;
import org.skep.learn.Weights;

/**
 * Decides block by block what the reporter wrote, in two passes: a linear model over what a block
 * looks like, says and stands in; then a few small trees over what the first thought of the block,
 * its neighbours, its siblings and its look-alikes (stacked sequential learning, Cohen and Carvalho
 * 2005). Cost: some 90 additions and 240 comparisons a block. Weak where a page's furniture is
 * whole sentences, as in cookie dialogues without a telling class. Immutable and thread-safe.
 */
public final class BlockModel {
  private final float[] weights;
  private final BlockFeatures features;
  private final Phrases phrases = Phrases.load();
  private final Trees trees;

  /** A model with these weights, and with these lines of trees. */
  public BlockModel(Weights weights, List<String> trees) {
    this.weights = weights.column(0);
    this.features = new BlockFeatures(weights.names(), phrases);
    this.trees = new Trees(trees, BlockSignals.NAMES);
  }

  /** The model that is shipped. */
  public static BlockModel load() {
    return new BlockModel(
        Weights.load(BlockModel.class, "blocks.weights"), Phrases.lines("blocks.trees"));
  }

  /** Each block's log odds of being what the reporter wrote. */
  double[] score(Layout layout, Hints hints) {
    double[] first = new double[layout.blocks().size()];
    var sum = new FeatureSum(weights);
    features.of(layout, hints, sum, index -> first[index] = sum.take());
    var signals = new BlockSignals(layout.blocks(), hints, first, phrases);
    double[] second = new double[first.length];
    for (int i = 0; i < second.length; i++) {
      second[i] = trees.score(signals.of(i));
    }
    return second;
  }
}
