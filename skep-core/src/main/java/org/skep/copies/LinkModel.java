package org.skep.copies;

import java.util.List;
import org.skep.learn.Trees;
import org.skep.text.TextLines;

/**
 * The chance that two articles have their words from the same pen, the odds that the earlier one is
 * the source, and how likely an article is the root of its lineage: sums of trees, {@code
 * link-model.txt}, {@code source-model.txt} and {@code root-model.txt}, written by the trainer in
 * skep-bench. Immutable, thread-safe.
 */
public final class LinkModel {
  private final Trees link;
  private final Trees source;
  private final Trees root;
  private final Trees stitch;

  /** From the class path. */
  public LinkModel() {
    this(
        TextLines.of(LinkModel.class, "link-model.txt"),
        TextLines.of(LinkModel.class, "source-model.txt"),
        TextLines.of(LinkModel.class, "root-model.txt"),
        TextLines.of(LinkModel.class, "stitch-model.txt"));
  }

  /** From lines, as the trainer writes them. */
  public LinkModel(List<String> link, List<String> source, List<String> root, List<String> stitch) {
    this.link = new Trees(link, LinkSignals.LINK);
    this.source = new Trees(source, LinkSignals.SOURCE);
    this.root = new Trees(root, RootSignals.NAMES);
    this.stitch = new Trees(stitch, StitchSignals.NAMES);
  }

  double chance(float[] link) {
    return this.link.chance(link);
  }

  /** Positive when the earlier one is likelier the source. */
  double source(LinkSignals.Pair pair, long later, long seenLater) {
    double straight = source.score(LinkSignals.source(pair, later, seenLater));
    double turned = source.score(LinkSignals.turned(pair, later, seenLater));
    return (straight - turned) / 2;
  }

  double root(float[] signals) {
    return root.score(signals);
  }

  double stitched(float[] signals) {
    return stitch.chance(signals);
  }
}
