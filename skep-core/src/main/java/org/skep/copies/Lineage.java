package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/**
 * Who copied whom within one group of matching articles. The strongest matches make a tree; every
 * match says which of its two ends is likelier the source, so each article has a height, and the
 * highest is the root. From the root each article is reached by the match that says most of it and
 * points the right way: one root, no circle, and every copy hangs on words it shares. Pure; matches
 * times their logarithm.
 */
final class Lineage {
  /** How much the direction of a match counts beside the words shared. */
  private static final double DIRECTION = 0.3;

  /** And that the root was copied rather than another copy of it. */
  private static final double FROM_ROOT = 0.25;

  private final Map<Integer, Document> members = new HashMap<>();
  private final Map<Integer, List<Step>> steps = new HashMap<>();
  private final LinkModel model;
  private final Clocks clocks;
  private final IntFunction<@Nullable Document> sources;

  /** From one article to its match, seen from the match. */
  private record Step(Document from, Document to, Match match) {
    /** The words shared. */
    double likeness() {
      return match.likeness();
    }
  }

  /**
   * @param sources finds articles outside the group by number
   */
  Lineage(
      List<Document> group,
      LinkModel model,
      Clocks clocks,
      IntFunction<@Nullable Document> sources) {
    this.model = model;
    this.clocks = clocks;
    this.sources = sources;
    group.forEach(document -> members.put(document.number, document));
    for (Document document : group) {
      for (Match match : document.matches) {
        Document other = members.get(match.other());
        if (other != null) {
          link(other, document, match);
          link(document, other, match.reversed(document.number));
        }
      }
    }
  }

  private void link(Document from, Document to, Match match) {
    steps.computeIfAbsent(from.number, number -> new ArrayList<>()).add(new Step(from, to, match));
  }

  /** The rows: each tree's root first, then its copies as they were reached. */
  List<Copy> rows(long group) {
    var rows = new ArrayList<Copy>();
    var reached = new HashSet<Integer>();
    members.values().stream()
        .sorted(Comparator.comparingInt(document -> document.number))
        .forEach(document -> {
          if (!reached.contains(document.number)) {
            tree(root(document), group, reached, rows);
          }
        });
    return rows;
  }

  private void tree(Document root, long group, Set<Integer> reached, List<Copy> rows) {
    reached.add(root.number);
    rows.add(Rows.original(root, group));
    for (Step step :
        spread(root, Comparator.comparingDouble((Step step) -> -worth(step, root)), reached)) {
      Document copy = step.to();
      rows.add(Rows.copy(copy, step.from(), step.match(), second(copy, step.from()), group));
    }
  }

  /** The words shared, whether they went this way, and that copies are rarely copied again. */
  private static double worth(Step step, Document root) {
    return step.likeness()
        + DIRECTION * Math.tanh(step.match().source() / 2)
        + (step.from() == root ? FROM_ROOT : 0);
  }

  /** The likeliest of those that hang together with this one. */
  private Document root(Document any) {
    var reached = new HashSet<>(Set.of(any.number));
    var tree = new ArrayList<>(List.of(any));
    spread(any, Comparator.comparingDouble(Step::likeness).reversed(), reached)
        .forEach(step -> tree.add(step.to()));
    if (tree.size() > Copies.LINEAGE_MAX) { // the root is among the first
      tree.sort(
          Comparator.comparingLong((Document document) -> clocks.trusted(document.features))
              .thenComparingInt(document -> document.number));
      tree.subList(Copies.LINEAGE_MAX, tree.size()).clear();
    }
    var signals = new RootSignals(tree, clocks);
    Document root = any;
    double most = Double.NEGATIVE_INFINITY;
    for (Document document : tree) {
      double score = model.root(signals.of(document));
      if (score > most) {
        most = score;
        root = document;
      }
    }
    return root;
  }

  /** Prim's algorithm: the steps that reach every article, in the order they are taken. */
  private List<Step> spread(Document from, Comparator<Step> order, Set<Integer> reached) {
    var queue =
        new PriorityQueue<Step>(
            order
                .thenComparingInt(step -> step.to().number)
                .thenComparingInt(step -> step.from().number));
    var taken = new ArrayList<Step>();
    queue.addAll(steps.getOrDefault(from.number, List.of()));
    for (Step step = queue.poll(); step != null; step = queue.poll()) {
      if (reached.add(step.to().number)) {
        taken.add(step);
        queue.addAll(steps.getOrDefault(step.to().number, List.of()));
      }
    }
    return taken;
  }

  /** The source of what the origin does not have. */
  private @Nullable Document second(Document copy, Document origin) {
    if (copy.second < 0 || copy.matches.isEmpty()) {
      return null;
    }
    Document second = sources.apply(copy.second);
    return second == origin ? sources.apply(copy.matches.get(0).other()) : second;
  }
}
