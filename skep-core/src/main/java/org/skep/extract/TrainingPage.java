package org.skep.extract;

import java.util.List;
import org.skep.learn.FeatureNames;
import org.skep.model.Page;

/**
 * A page as the trainer sees it: the texts of its blocks, and their features under names that still
 * grow. Not for extraction.
 */
public final class TrainingPage {
  private static final Phrases PHRASES = Phrases.load();

  private final Layout layout;
  private final int[][] features;

  private TrainingPage(Layout layout, int[][] features) {
    this.layout = layout;
    this.features = features;
  }

  /** The page's blocks and their features; no blocks when it is not HTML. */
  public static TrainingPage read(Page page, FeatureNames names) {
    if (PageParser.parse(page) instanceof PageParser.Parsed.Html(var root)) {
      Layout layout = BlockReader.read(root);
      var facts = new PageFacts(page, layout, PHRASES);
      int[][] features = new BlockFeatures(names, PHRASES).of(layout, facts.hints());
      return new TrainingPage(layout, features);
    }
    return new TrainingPage(new Layout(List.of(), List.of(), List.of()), new int[0][]);
  }

  /** What is printed, block by block. */
  public List<String> texts() {
    return layout.blocks().stream().map(block -> block.text).toList();
  }

  /** Feature numbers of the first pass, block by block. */
  public int[][] features() {
    return features;
  }

  /** Feature numbers that the second pass adds, given the scores of the first. */
  public int[][] context(double[] scores, FeatureNames names) {
    return new ContextFeatures(names).of(layout.blocks(), scores);
  }
}
