package org.skep.copies;

import java.util.ArrayList;
import java.util.List;
import org.skep.model.Copy;

/** One article in the index; what it holds is the index's alone. */
public final class Document {
  /** Matches kept with one article. */
  static final int MATCHES_MAX = 6;

  final int number;
  CopyFeatures features;

  /** What each 5-gram counted when it arrived. */
  float[] weights;

  /** With earlier articles of its group, the one that brought it there first. */
  final List<Match> matches = new ArrayList<>(0);

  /** How many it has. */
  final int words;

  /** Fingerprints it has in the table. */
  final int prints;

  /** The other source of a stitched article; -1 for none. */
  int second = -1;

  long group;
  Copy row;

  Document(int number, CopyFeatures features, float[] weights, long group, int prints) {
    this.words = features.words().length;
    this.prints = prints;
    this.number = number;
    this.features = features;
    this.weights = weights;
    this.group = group;
    this.row = Copy.original(features.article(), group, List.of());
  }

  /** What is left finds it by its fingerprints and knows its place in the lineage. */
  void forgetText() {
    features = features.withoutText();
    weights = new float[0];
  }

  /** Share of its words that an earlier article has. */
  double explained() {
    return matches.isEmpty() ? 0 : matches.get(0).in();
  }
}
