package org.skep.extract;

import java.util.function.IntConsumer;
import org.skep.learn.FeatureNames;
import org.skep.learn.FeatureSink;

/**
 * What can be said of a block without having judged its neighbours: its shape, its place, its
 * words. All features are binary; numbers are cut into bins, so that a linear model can bend. About
 * eighty are on for a block.
 */
final class BlockFeatures {
  private final ShapeFeatures shape;
  private final PlaceFeatures place;
  private final WordFeatures words;

  BlockFeatures(FeatureNames names, Phrases phrases) {
    shape = new ShapeFeatures(names);
    place = new PlaceFeatures(names);
    words = new WordFeatures(names, phrases);
  }

  /** Hands over the features of block after block, and says after each that it is done. */
  void of(Layout layout, Hints hints, FeatureSink sink, IntConsumer done) {
    var page = new PageView(layout.blocks(), hints);
    for (Block block : page.blocks) {
      shape.add(block, sink);
      place.add(block, page, sink);
      words.add(block, sink);
      done.accept(block.index);
    }
  }
}
