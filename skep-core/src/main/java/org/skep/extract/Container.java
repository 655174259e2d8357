package org.skep.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The element that holds the article: of all elements the one whose blocks, each weighted by its
 * score and the root of its length, add up to most. Semantic elements, prose and the declared body
 * have voted already, in the scores; this is where they agree. Among equals the inner one wins.
 */
final class Container {
  private Container() {}

  /** What a block counts: the root of its words. */
  static double weightOf(Block block) {
    return Math.sqrt(Math.min(100, block.words));
  }

  /** Adds the scores up in every element, for the means of siblings and for the choice. */
  static void sumUp(List<Block> blocks, double[] certainties) {
    for (Block block : blocks) {
      for (Zone zone = block.zone; zone != null && zone.scoreWeight != 0; zone = zone.parent) {
        zone.scoreSum = 0;
        zone.scoreWeight = 0;
        zone.proseWords = 0;
      }
    }
    for (Block block : blocks) {
      double weight = weightOf(block);
      double value = certainties[block.index] * weight;
      for (Zone zone = block.zone; zone != null; zone = zone.parent) {
        zone.scoreSum += value;
        zone.scoreWeight += weight;
      }
    }
  }

  /** {@code null} when no element is more article than not. */
  static @Nullable Zone choose(List<Block> blocks, double[] scores) {
    Zone best = null;
    for (Block block : blocks) {
      if (scores[block.index] <= 0) {
        continue;
      }
      for (Zone zone = block.box; zone != null; zone = zone.parent) {
        if (best == null
            || zone.scoreSum > best.scoreSum + 1e-9
            || (zone.scoreSum > best.scoreSum - 1e-9 && zone.depth > best.depth)) {
          best = zone;
        }
      }
    }
    return best == null || best.scoreSum <= 0 ? null : best;
  }
}
