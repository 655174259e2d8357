package org.skep.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/** One article in the index; what it holds is the index's alone. */
public final class Document {
  /** Matches kept with one article. */
  static final int MATCHES_MAX = 12;

  private static final Duration DELAY_MAX = Duration.ofHours(36);

  final int number;
  CopyFeatures features;

  /** What each 5-gram counted when it arrived. */
  float[] weights;

  /** With other articles of its group and with second sources. */
  final List<Match> matches = new ArrayList<>();

  /** Fingerprints it has in the table. */
  final int prints;

  /** The other source of a stitched article; -1 for none. */
  int second = -1;

  long group;
  Copy row;

  Document(int number, CopyFeatures features, float[] weights, long group, int prints) {
    this.prints = prints;
    this.number = number;
    this.features = features;
    this.weights = weights;
    this.group = group;
    this.row = original(features.article(), group);
  }

  /** What is left finds it by its fingerprints and knows its place in the lineage. */
  void forgetText() {
    features = features.withoutText();
    weights = new float[0];
  }

  static Copy original(long article, long group) {
    return new Copy(article, group, null, List.of(), Copy.Kind.ORIGINAL, false, 0, 0, List.of());
  }

  /** The claimed time, unless it lies after the arrival or absurdly long before. */
  Instant trusted() {
    Instant claimed = features.claimed();
    Instant seen = features.seen();
    if (claimed == null || claimed.isAfter(seen)) {
      return seen;
    }
    return claimed.isBefore(seen.minus(DELAY_MAX)) ? seen.minus(DELAY_MAX) : claimed;
  }

  @Nullable Match matchWith(int other) {
    for (Match match : matches) {
      if (match.other() == other) {
        return match;
      }
    }
    return null;
  }

  void add(Match match) {
    matches.removeIf(known -> known.other() == match.other());
    if (matches.size() == MATCHES_MAX) {
      int weakest = 0;
      for (int i = 1; i < matches.size(); i++) {
        weakest = strength(matches.get(i)) < strength(matches.get(weakest)) ? i : weakest;
      }
      if (strength(matches.get(weakest)) >= strength(match)) {
        return;
      }
      matches.remove(weakest);
    }
    matches.add(match);
  }

  private static double strength(Match match) {
    return match.strength();
  }
}
