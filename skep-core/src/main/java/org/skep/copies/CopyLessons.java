package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.model.Article;
import org.skep.text.Words;

/**
 * Replays a stream whose lineages are known and collects what the link and source models should
 * have said of every article and its candidates. For the trainer in skep-bench.
 */
public final class CopyLessons {
  /**
   * One question with its answer.
   *
   * @param yes the truth
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Lesson(float[] signals, boolean yes) {}

  private final CreditFinder credits = new CreditFinder();
  private final CopyIndex index = new CopyIndex();
  private final LinkModel none = new LinkModel(List.of(), List.of(), List.of(), List.of());
  private final Map<Long, Long> parents;

  /** For {@link #next}. */
  public final List<Lesson> links = new ArrayList<>();

  /** Of every copy: whether it has two sources. */
  public final List<Lesson> stitches = new ArrayList<>();

  /** Both ways round, each pair of an article and one of its ancestors. */
  public final List<Lesson> sources = new ArrayList<>();

  /**
   * @param parents which article was copied from which, also of those that have yet to arrive
   */
  public CopyLessons(Map<Long, Long> parents) {
    this.parents = Map.copyOf(parents);
  }

  /** The names of the signals, in order. */
  public static List<String> linkSignals() {
    return LinkSignals.LINK;
  }

  /** The names of the signals, in order. */
  public static List<String> sourceSignals() {
    return LinkSignals.SOURCE;
  }

  /** The names of the signals, in order. */
  public static List<String> rootSignals() {
    return RootSignals.NAMES;
  }

  /** The names of the signals, in order. */
  public static List<String> stitchSignals() {
    return StitchSignals.NAMES;
  }

  /**
   * Learns from the next article, which then joins its true lineage.
   *
   * @param stitched whether it has two sources
   */
  public void next(Article article, boolean stitched) {
    var features = CopyFeatures.of(article, Words.of(article.text()), credits);
    var candidates = index.lookup(features);
    var comparison = new Comparison(features, candidates, none);
    double best = comparison.best();
    var own = new HashSet<Integer>();
    for (var one : comparison.compared()) {
      long other = one.candidate().document().features.article();
      boolean same = root(other) == root(article.id());
      if (same) {
        own.add(one.candidate().document().number);
      }
      long later = candidates.trusted() - one.candidate().trusted();
      links.add(
          new Lesson(
              LinkSignals.link(one.pair(), one.kin(), one.candidate().document(), later, best),
              same));
      boolean up = ancestors(article.id()).contains(other);
      boolean down = ancestors(other).contains(article.id());
      if (up || down) {
        long seen =
            features.seen().getEpochSecond()
                - one.candidate().document().features.seen().getEpochSecond();
        sources.add(new Lesson(LinkSignals.source(one.pair(), later, seen), up));
        sources.add(new Lesson(LinkSignals.turned(one.pair(), later, seen), down));
      }
    }
    var matches =
        comparison.matches().stream()
            .filter(match -> own.contains(match.other()))
            .sorted(Comparator.comparingDouble(match -> -match.likeness()))
            .toList();
    Match second = matches.isEmpty() ? null : comparison.second(matches.get(0));
    if (second != null) {
      stitches.add(new Lesson(comparison.stitched(matches.get(0), second), stitched));
    }
    index.clocks.learn(features);
    var document =
        new Document(
            index.nextNumber(),
            features,
            candidates.weights(),
            root(article.id()),
            features.prints().length);
    matches.stream().limit(Document.MATCHES_MAX).map(Match::stored).forEach(document.matches::add);
    index.add(document);
    for (Document member : List.copyOf(index.group(document.group))) {
      member.learn(origin(member.features.article()));
    }
    Copies.count(index, features, matches);
  }

  /** The root when it is there, else the parent when that is. */
  private @Nullable Long origin(long article) {
    long root = root(article);
    Long parent = parents.get(article);
    return root != article && index.find(root) != null
        ? (Long) root
        : parent != null && index.find(parent) != null ? parent : null;
  }

  /** Which article of each lineage is its root; asked when the stream has ended. */
  public List<Lesson> roots() {
    var roots = new ArrayList<Lesson>();
    for (var group : index.groups().entrySet()) {
      if (group.getValue().size() > 1 && index.find(group.getKey()) != null) {
        var signals = new RootSignals(group.getValue(), index.clocks);
        for (int place = 0; place < group.getValue().size(); place++) {
          Document document = group.getValue().get(place);
          boolean is = document.features.article() == group.getKey();
          roots.add(new Lesson(signals.of(place), is));
        }
      }
    }
    return roots;
  }

  private Set<Long> ancestors(long article) {
    var ancestors = new HashSet<Long>();
    Long up = parents.get(article);
    while (up != null && ancestors.add(up)) {
      up = parents.get(up);
    }
    return ancestors;
  }

  private long root(long article) {
    long root = article;
    var seen = new HashSet<Long>();
    for (Long up = parents.get(root); up != null && seen.add(up); up = parents.get(root)) {
      root = up;
    }
    return root;
  }
}
