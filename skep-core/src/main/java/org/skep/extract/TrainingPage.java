package org.skep.extract;

import java.util.List;
import org.skep.learn.ActiveFeatures;
import org.skep.learn.FeatureNames;
import org.skep.model.Page;

/**
 * A page as the trainer sees it: the texts of its blocks, and their features under names that still
 * grow. Not for extraction.
 */
public final class TrainingPage {
  private static final Phrases PHRASES = Phrases.load();

  private final Layout layout;
  private final Hints hints;
  private final int[][] features;

  private TrainingPage(Layout layout, Hints hints, FeatureNames names) {
    this.layout = layout;
    this.hints = hints;
    this.features = new int[layout.blocks().size()][];
    var active = new ActiveFeatures();
    new BlockFeatures(names, PHRASES)
        .of(
            layout,
            hints,
            active,
            index -> {
              features[index] = active.toArray();
              active.clear();
            });
  }

  /** The page's blocks and their features; no blocks when it is not HTML. */
  public static TrainingPage read(Page page, FeatureNames names) {
    if (PageParser.parse(page) instanceof PageParser.Parsed.Html(var root)) {
      Layout layout = BlockReader.read(root);
      return new TrainingPage(layout, new PageFacts(page, layout, PHRASES).hints(), names);
    }
    var none = new Layout(List.of(), List.of(), List.of());
    return new TrainingPage(none, new Hints(List.of(), List.of(), null, null), names);
  }

  /** What is printed, block by block. */
  public List<String> texts() {
    return layout.blocks().stream().map(block -> block.text).toList();
  }

  /** Feature numbers of the first pass, block by block. */
  public int[][] features() {
    return features;
  }

  /** The names of the second pass's numbers. */
  public static List<String> signalNames() {
    return BlockSignals.NAMES;
  }

  /** The numbers of the second pass, block by block, given the scores of the first. */
  public float[][] signals(double[] scores) {
    var signals = new BlockSignals(layout.blocks(), hints, scores, PHRASES);
    var all = new float[scores.length][];
    for (int i = 0; i < all.length; i++) {
      all[i] = signals.of(i).clone();
    }
    return all;
  }
}
