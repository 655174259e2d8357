package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;
import org.skep.model.Credit;

/**
 * Who copied whom within one group of matching articles. Articles are put in order of how much
 * speaks for them as the origin: credit by others, then that all their words are found elsewhere,
 * then time. Each takes as its origin the best match among those before it, so there is one root
 * and no circle. Pure; quadratic in the group, which is bounded by the matches kept.
 */
final class Lineage {
  private final Map<Integer, Document> members = new HashMap<>();
  private final List<Document> order;
  private final IntFunction<@Nullable Document> sources;

  /**
   * @param sources finds articles outside the group by number
   */
  Lineage(List<Document> group, IntFunction<@Nullable Document> sources) {
    this.sources = sources;
    group.forEach(document -> members.put(document.number, document));
    var scores = new HashMap<Integer, Double>();
    group.forEach(document -> scores.put(document.number, score(document, group)));
    order = new ArrayList<>(group);
    order.sort(
        Comparator.comparingDouble((Document d) -> -scores.getOrDefault(d.number, 0.0))
            .thenComparing(Document::trusted)
            .thenComparingInt(d -> d.number));
  }

  /** Credit weighs more than anything; then completeness. */
  private static double score(Document document, List<Document> group) {
    double score = 0;
    for (Credit credit : document.features.credits()) {
      if (names(credit, document.features.outlet())) {
        score += credit.kind() == Credit.Kind.AGENCY ? 3 : 0;
      } else {
        score -= credit.kind() == Credit.Kind.LINK ? 0.5 : 2;
      }
    }
    for (Document other : group) {
      if (other != document && credits(other.features, document.features)) {
        score += 1;
      }
    }
    return score;
  }

  static boolean credits(CopyFeatures copy, CopyFeatures origin) {
    return !copy.outlet().equals(origin.outlet())
        && copy.credits().stream().anyMatch(credit -> names(credit, origin.outlet()));
  }

  /** "The Example Post" names theexamplepost.org. */
  static boolean names(Credit credit, String outlet) {
    String name = CopyFeatures.squash(credit.name());
    String host = CopyFeatures.squash(outlet);
    return name.length() > 2
        && (host.startsWith(name) || (!host.isEmpty() && name.startsWith(host)));
  }

  /** The rows, in the group's order. */
  List<Copy> rows(long group) {
    var rows = new ArrayList<Copy>();
    for (int i = 0; i < order.size(); i++) {
      rows.add(row(order.get(i), order.subList(0, i), group));
    }
    return rows;
  }

  private Copy row(Document document, List<Document> before, long group) {
    Match best = null;
    for (Document earlier : before) {
      Match match = match(document, earlier);
      if (match != null && (best == null || better(document, match, best))) {
        best = match;
      }
    }
    if (best == null && !before.isEmpty()) {
      best =
          new Match(before.get(0).number, 0, 0, 0, 0, 0, false, false, new int[0], new boolean[0]);
    }
    return best == null
        ? Rows.original(document, group)
        : Rows.copy(document, origin(best), best, second(document), group);
  }

  private Document origin(Match match) {
    Document document = members.get(match.other());
    if (document == null) {
      throw new IllegalStateException("match with an article outside the group: " + match.other());
    }
    return document;
  }

  private static @Nullable Match match(Document document, Document earlier) {
    Match match = document.matchWith(earlier.number);
    if (match != null) {
      return match;
    }
    Match turned = earlier.matchWith(document.number);
    return turned == null ? null : turned.reversed(earlier.number);
  }

  private boolean better(Document document, Match match, Match than) {
    double here =
        match.in()
            + match.of() / 2
            + (credits(document.features, origin(match).features) ? 0.2 : 0);
    double there =
        than.in() + than.of() / 2 + (credits(document.features, origin(than).features) ? 0.2 : 0);
    return here > there + 0.01;
  }

  /** A source of another lineage that covers what the origin does not. */
  private @Nullable Document second(Document document) {
    Document second = document.second < 0 ? null : sources.apply(document.second);
    return second == null || members.containsKey(second.number) ? null : second;
  }
}
