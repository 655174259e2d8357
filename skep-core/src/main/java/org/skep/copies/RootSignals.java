package org.skep.copies;

import java.util.Arrays;
import java.util.List;
import org.skep.copies.LinkSignals.Credits;

/**
 * What speaks for one article of a lineage being its root: the signals of {@code root-model.txt}.
 * Quadratic in the articles that credit somebody. Pure.
 */
final class RootSignals {
  static final List<String> NAMES =
      List.of(
          "size",
          "own-credit",
          "credited-by",
          "credits-member",
          "credits-stranger",
          "others-own-credit",
          "minutes",
          "place",
          "seen-minutes",
          "claims-time",
          "words",
          "in",
          "of",
          "stitched");

  private final List<Document> group;
  private final long[] trusted;

  /** Of all, ascending. */
  private final long[] times;

  /** Those that credit somebody: few, and only they are held against all. */
  private final List<Document> crediting;

  private final long firstSeen;
  private final int longest;
  private final int agencies;

  RootSignals(List<Document> group, Clocks clocks) {
    this.group = group;
    trusted = group.stream().mapToLong(document -> clocks.trusted(document.features)).toArray();
    times = trusted.clone();
    Arrays.sort(times);
    crediting =
        group.stream().filter(document -> !document.features.creditKeys().isEmpty()).toList();
    firstSeen = group.stream().mapToLong(RootSignals::seen).min().orElse(0);
    longest = group.stream().mapToInt(document -> document.words).max().orElse(1);
    agencies = (int) crediting.stream().filter(document -> Credits.own(document.features)).count();
  }

  /** Of the article at this place of the group. */
  float[] of(int place) {
    Document document = group.get(place);
    int creditedBy = 0;
    for (Document other : crediting) {
      boolean credits = other != document && Credits.credits(other.features, document.features);
      creditedBy += credits ? 1 : 0;
    }
    boolean own = Credits.own(document.features);
    boolean creditsMember = creditsMember(document);
    boolean foreign = Credits.others(document.features, document.features);
    Match best = document.matches.isEmpty() ? null : document.matches.get(0);
    return new float[] {
      log(group.size()),
      own ? 1 : 0,
      creditedBy,
      creditsMember ? 1 : 0,
      foreign && !creditsMember ? 1 : 0,
      agencies - (own ? 1 : 0),
      log((trusted[place] - times[0]) / 60.0),
      before(trusted[place]),
      log((seen(document) - firstSeen) / 60.0),
      document.features.claimed() == null ? 0 : 1,
      (float) document.words / Math.max(1, longest),
      best == null ? 0 : (float) best.in(),
      best == null ? 0 : (float) best.of(),
      document.second >= 0 ? 1 : 0
    };
  }

  private boolean creditsMember(Document document) {
    if (document.features.creditKeys().isEmpty()) {
      return false;
    }
    for (Document other : group) {
      if (other != document && Credits.credits(document.features, other.features)) {
        return true;
      }
    }
    return false;
  }

  /** How many were published before. */
  private int before(long time) {
    int before = 0;
    while (times[before] < time) {
      before++;
    }
    return before;
  }

  private static long seen(Document document) {
    return document.features.seen().getEpochSecond();
  }

  private static float log(double x) {
    return (float) Math.log1p(x);
  }
}
