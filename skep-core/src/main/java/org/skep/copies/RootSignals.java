package org.skep.copies;

import java.util.List;
import org.skep.copies.LinkSignals.Credits;
import org.skep.model.Credit;

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
  private final Clocks clocks;
  private final long first;
  private final long firstSeen;
  private final int longest;
  private final int agencies;

  RootSignals(List<Document> group, Clocks clocks) {
    this.group = group;
    this.clocks = clocks;
    first = group.stream().mapToLong(this::trusted).min().orElse(0);
    firstSeen = group.stream().mapToLong(RootSignals::seen).min().orElse(0);
    longest = group.stream().mapToInt(document -> document.words).max().orElse(1);
    agencies = (int) group.stream().filter(document -> Credits.own(document.features)).count();
  }

  float[] of(Document document) {
    int creditedBy = 0;
    boolean creditsMember = false;
    int before = 0;
    long time = trusted(document);
    for (Document other : group) {
      if (other != document) {
        creditedBy += Credits.credits(other.features, document.features) ? 1 : 0;
        creditsMember |= Credits.credits(document.features, other.features);
        before += trusted(other) < time ? 1 : 0;
      }
    }
    boolean own = Credits.own(document.features);
    boolean foreign =
        document.features.credits().stream()
            .anyMatch(credit ->
                credit.kind() != Credit.Kind.LINK
                    && !Credits.names(credit, document.features.outlet()));
    Match best = document.matches.isEmpty() ? null : document.matches.get(0);
    return new float[] {
      log(group.size()),
      own ? 1 : 0,
      creditedBy,
      creditsMember ? 1 : 0,
      foreign && !creditsMember ? 1 : 0,
      agencies - (own ? 1 : 0),
      log((time - first) / 60.0),
      before,
      log((seen(document) - firstSeen) / 60.0),
      document.features.claimed() == null ? 0 : 1,
      (float) document.words / Math.max(1, longest),
      best == null ? 0 : (float) best.in(),
      best == null ? 0 : (float) best.of(),
      document.second >= 0 ? 1 : 0
    };
  }

  private long trusted(Document document) {
    return clocks.trusted(document.features);
  }

  private static long seen(Document document) {
    return document.features.seen().getEpochSecond();
  }

  private static float log(double x) {
    return (float) Math.log1p(x);
  }
}
