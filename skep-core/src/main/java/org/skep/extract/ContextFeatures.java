package org.skep.extract;

import java.util.List;
import org.skep.learn.ActiveFeatures;
import org.skep.learn.FeatureNames;
import org.skep.learn.Logistic;

/**
 * What can be said of a block once all blocks have a first score: how sure its neighbours and
 * siblings are, whether it lies inside the container where the prose is, and how far from confirmed
 * prose it stands.
 */
final class ContextFeatures {
  private static final double[] SCORE_BINS = {-6, -4, -3, -2, -1, -0.4, 0, 0.4, 1, 2, 3, 4, 6};
  private static final double[] SHARE_BINS = {
    0.0001, 0.03, 0.1, 0.25, 0.5, 0.75, 0.9, 0.97, 0.9999
  };
  private static final int[] GAP_BINS = {0, 1, 2, 3, 5, 8, 13, 30};
  private static final int PROSE_WORDS_MIN = 15;

  private final FeatureNames.Group self;
  private final FeatureNames.Group near;
  private final FeatureNames.Group siblings;
  private final FeatureNames.Group wider;
  private final FeatureNames.Group before;
  private final FeatureNames.Group after;
  private final FeatureNames.Group gapBefore;
  private final FeatureNames.Group gapAfter;
  private final FeatureNames.Group container;
  private final FeatureNames.Group between;

  ContextFeatures(FeatureNames names) {
    self = names.group("score");
    near = names.group("near-score");
    siblings = names.group("sibling-score");
    wider = names.group("wider-score");
    before = names.group("prose-before");
    after = names.group("prose-after");
    gapBefore = names.group("gap-before");
    gapAfter = names.group("gap-after");
    container = names.group("container");
    between = names.group("between");
  }

  /** One list of feature numbers per block, to be added to those of {@link BlockFeatures}. */
  int[][] of(List<Block> blocks, double[] scores) {
    int count = blocks.size();
    sumUp(blocks, scores);
    Zone chosen = Container.choose(blocks, scores);
    double[] prose = new double[count + 1];
    int[] lastProse = new int[count];
    int last = -1;
    for (int i = 0; i < count; i++) {
      boolean sure = isProse(blocks.get(i), scores[i]);
      prose[i + 1] = prose[i] + (sure ? blocks.get(i).words : 0);
      lastProse[i] = last;
      last = sure ? i : last;
    }
    var active = new ActiveFeatures();
    int[][] all = new int[count][];
    int next = -1;
    for (int i = count - 1; i >= 0; i--) {
      Block block = blocks.get(i);
      active.clear();
      int size = Math.min(3, block.words / 6);
      active.add(self.id(bin(scores[i]) * 4 + size));
      for (int step = -3; step <= 3; step++) {
        int at = i + step;
        if (step != 0) {
          int slot = at < 0 || at >= count ? 15 : bin(scores[at]);
          active.add(near.id((step + 3) * 16 + slot));
        }
      }
      double total = Math.max(1, prose[count]);
      double share = prose[i] / total;
      active.add(before.id(BlockFeatures.bin(share, SHARE_BINS) * 4 + size));
      double rest = (prose[count] - prose[i + 1]) / total;
      active.add(after.id(BlockFeatures.bin(rest, SHARE_BINS) * 4 + size));
      int back = lastProse[i] < 0 ? 9 : BlockFeatures.bin(i - lastProse[i] - 1, GAP_BINS);
      int ahead = next < 0 ? 9 : BlockFeatures.bin(next - i - 1, GAP_BINS);
      active.add(gapBefore.id(back * 4 + size));
      active.add(gapAfter.id(ahead * 4 + size));
      active.add(between.id(Math.min(back, 5) * 24 + Math.min(ahead, 5) * 4 + size));
      relatives(block, scores[i], active);
      boolean inside = chosen != null && chosen.contains(block.zone);
      active.add(container.id((inside ? 4 : 0) + size));
      if (isProse(block, scores[i])) {
        next = i;
      }
      all[i] = active.toArray();
    }
    return all;
  }

  private void relatives(Block block, double score, ActiveFeatures active) {
    Zone box = block.box;
    double weight = weightOf(block);
    double own = Math.tanh(score / 2) * weight;
    Zone outer = box;
    int level = 0;
    for (; outer != null && level < 2; outer = outer.parent) {
      if (outer.blocks > (level == 0 ? 1 : 0) && outer.scoreWeight > weight + 1e-9) {
        double mean = (outer.scoreSum - own) / (outer.scoreWeight - weight);
        FeatureNames.Group group = level == 0 ? siblings : wider;
        active.add(group.id(Math.clamp(Math.round((mean + 1) * 8), 0, 16)));
        level++;
        int held = outer.blocks;
        while (outer.parent != null && outer.parent.blocks == held) {
          outer = outer.parent;
        }
      }
    }
  }

  static boolean isProse(Block block, double score) {
    return score > 0 && block.words >= PROSE_WORDS_MIN;
  }

  static double weightOf(Block block) {
    return Math.sqrt(Math.min(100, block.words));
  }

  /** Adds the scores up in every zone, for the means of siblings and for the container. */
  private static void sumUp(List<Block> blocks, double[] scores) {
    for (Block block : blocks) {
      for (Zone zone = block.zone; zone != null; zone = zone.parent) {
        zone.scoreSum = 0;
        zone.scoreWeight = 0;
      }
    }
    for (Block block : blocks) {
      double weight = weightOf(block);
      double value = (2 * Logistic.probability(scores[block.index]) - 1) * weight;
      for (Zone zone = block.zone; zone != null; zone = zone.parent) {
        zone.scoreSum += value;
        zone.scoreWeight += weight;
      }
    }
  }

  private static int bin(double score) {
    return BlockFeatures.bin(score, SCORE_BINS);
  }
}
