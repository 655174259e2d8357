package org.skep.copies;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who copied whom within one group of matching articles. Matches hang articles together, and of
 * those that hang together one is the root. From the root each article is reached by the match that
 * says most of it and points the right way: one root, no circle, and every copy hangs on words it
 * shares. Pure; matches times their logarithm.
 */
final class Lineage {
  /** How much the direction of a match counts beside the words shared. */
  private static final double DIRECTION = 0.3;

  /** And that the root was copied rather than another copy of it. */
  private static final double FROM_ROOT = 0.25;

  /** In order of arrival; the rest speaks of them by their places here. */
  private final Document[] members;

  private final List<List<Step>> steps = new ArrayList<>();
  private final LinkModel model;
  private final Clocks clocks;
  private final IntFunction<@Nullable Document> sources;

  /**
   * From one article to its match.
   *
   * @param match as it is kept with the later of the two
   * @param turned whether the step goes from the later one to the earlier
   */
  private record Step(int from, int to, Match match, boolean turned) {
    /** The words shared, and whether they went this way. */
    double worth() {
      double source = turned ? -match.source() : match.source();
      return match.likeness() + DIRECTION * Math.tanh(source / 2);
    }
  }

  /** A step that may be taken next; what it is worth is asked often. */
  private record Next(Step step, double worth) {
    static final Comparator<Next> BEST_FIRST =
        (a, b) -> {
          int order = Double.compare(b.worth, a.worth);
          order = order == 0 ? Integer.compare(a.step.to, b.step.to) : order;
          return order == 0 ? Integer.compare(a.step.from, b.step.from) : order;
        };
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
    members = group.toArray(Document[]::new);
    Arrays.sort(members, Comparator.comparingInt(document -> document.number));
    int[] numbers = Arrays.stream(members).mapToInt(document -> document.number).toArray();
    group.forEach(document -> steps.add(new ArrayList<>(Document.MATCHES_MAX)));
    for (int to = 0; to < members.length; to++) {
      for (Match match : members[to].matches) {
        int from = Arrays.binarySearch(numbers, match.other());
        if (from >= 0) {
          steps.get(from).add(new Step(from, to, match, false));
          steps.get(to).add(new Step(to, from, match, true));
        }
      }
    }
  }

  /** Everybody's place: each tree's root first, then its copies as they were reached. */
  List<Place> places() {
    var places = new ArrayList<Place>(members.length);
    var reached = new BitSet(members.length);
    for (int any = 0; any < members.length; any = reached.nextClearBit(any)) {
      tree(root(any), reached, places);
    }
    return places;
  }

  /** Prim's algorithm: copies are rarely copied again, so steps from the root come first. */
  private void tree(int root, BitSet reached, List<Place> places) {
    places.add(Place.root(members[root]));
    reached.set(root);
    var queue = new PriorityQueue<>(Next.BEST_FIRST);
    push(root, queue, reached, step -> step.worth() + FROM_ROOT);
    for (Next next = queue.poll(); next != null; next = queue.poll()) {
      Step step = next.step();
      if (!reached.get(step.to())) {
        reached.set(step.to());
        Document copy = members[step.to()];
        Document origin = members[step.from()];
        places.add(new Place(copy, origin, second(copy, origin), step.match(), step.turned()));
        push(step.to(), queue, reached, Step::worth);
      }
    }
  }

  private void push(
      int from, PriorityQueue<Next> queue, BitSet reached, ToDoubleFunction<Step> worth) {
    for (Step step : steps.get(from)) {
      if (!reached.get(step.to())) {
        queue.add(new Next(step, worth.applyAsDouble(step)));
      }
    }
  }

  /** The likeliest of those that hang together with this one; of equal ones the earliest. */
  private int root(int any) {
    int[] candidates = reachable(any).stream().toArray();
    if (candidates.length > Copies.LINEAGE_MAX) { // the root is among the first
      candidates =
          Arrays.stream(candidates)
              .boxed()
              .sorted(Comparator.comparingLong(i -> clocks.trusted(members[i].features)))
              .limit(Copies.LINEAGE_MAX)
              .mapToInt(Integer::intValue)
              .toArray();
    }
    var signals =
        new RootSignals(Arrays.stream(candidates).mapToObj(i -> members[i]).toList(), clocks);
    int root = any;
    double most = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < candidates.length; n++) {
      double score = model.root(signals.of(n));
      if (score > most) {
        most = score;
        root = candidates[n];
      }
    }
    return root;
  }

  private BitSet reachable(int from) {
    var reached = new BitSet(members.length);
    var waiting = new ArrayDeque<Integer>();
    reached.set(from);
    waiting.add(from);
    while (!waiting.isEmpty()) {
      for (Step step : steps.get(waiting.remove())) {
        if (!reached.get(step.to())) {
          reached.set(step.to());
          waiting.add(step.to());
        }
      }
    }
    return reached;
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
