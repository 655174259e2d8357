package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.text.Words;

/** The copies stage as four functions: features, lookup (on the index), decide, apply. */
public final class Copies {
  /** A match this likely is a copy. */
  private static final double LINK = 0.5;

  /** A match that is not the best one joins two lineages when it is this likely. */
  private static final double UNITE = 0.97;

  /** Two sources this likely are stitched together. */
  private static final double STITCHED = 0.5;

  /** Articles of a lineage up to which each new one may change who is the root. */
  static final int LINEAGE_MAX = 200;

  private final CreditFinder credits = new CreditFinder();
  private final LinkModel model;

  /** With the shipped models. */
  public Copies() {
    this(new LinkModel());
  }

  /** With other models. */
  public Copies(LinkModel model) {
    this.model = model;
  }

  /**
   * What {@link #decide} found.
   *
   * @param copy the provisional row; {@link #apply} gives the final ones
   * @param matches articles it shares its words with, likeliest first
   * @param second the number of another source it is stitched from; -1 for none
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Decision(
      CopyFeatures features, float[] weights, Copy copy, List<Match> matches, int second) {}

  /** Pure and parallel. */
  public CopyFeatures features(Article article) {
    return features(article, Words.of(article.text()));
  }

  /** As {@link #features(Article)}, from the words of its text. */
  public CopyFeatures features(Article article, Words text) {
    return CopyFeatures.of(article, text, credits);
  }

  /** Pure. */
  public Decision decide(CopyFeatures features, CopyIndex.Candidates candidates) {
    var comparison = new Comparison(features, candidates, model);
    var matches =
        comparison.matches().stream()
            .filter(match -> match.chance() >= LINK)
            .sorted(Comparator.comparingDouble(match -> -match.worth()))
            .toList();
    long id = features.article();
    if (matches.isEmpty()) {
      var copy = Copy.original(id, id, List.of());
      return new Decision(features, candidates.weights(), copy, List.of(), -1);
    }
    Match best = matches.get(0);
    Document origin = comparison.document(best);
    Copy copy =
        new Copy(
            id,
            origin.group,
            origin.features.article(),
            List.of(),
            Rows.kind(best),
            false,
            best.rawIn(),
            best.rawOf(),
            List.of(),
            List.of());
    Match second = comparison.second(best);
    boolean stitched =
        second != null && model.stitched(comparison.stitched(best, second)) >= STITCHED;
    return new Decision(
        features,
        candidates.weights(),
        copy,
        matches,
        second != null && stitched ? second.other() : -1);
  }

  /**
   * Takes the article into the index; gives its row and the rows of older articles that changed
   * with it.
   */
  public List<Copy> apply(CopyIndex index, Decision decision) {
    CopyFeatures features = decision.features();
    Document before = index.find(features.article());
    long group = features.article();
    if (before != null) {
      group = before.group;
      index.remove(before);
    } else {
      index.clocks.learn(features);
    }
    var document =
        new Document(
            index.nextNumber(), features, decision.weights(), group, features.prints().length);
    index.add(document);
    count(index, features, decision.matches());
    document.second = decision.second();
    boolean united = false;
    for (Match match : decision.matches()) {
      Document other = index.at(match.other());
      boolean first = document.matches.isEmpty();
      if (other == null || document.matches.size() == Document.MATCHES_MAX) {
        continue;
      }
      boolean plain = document.second < 0 && other.second < 0;
      if (other.group != document.group && (first || (plain && match.chance() >= UNITE))) {
        united |= !first;
        unite(index, document, other);
      }
      if (other.group == document.group) {
        document.matches.add(match.stored());
      }
    }
    boolean large = index.group(document.group).size() > LINEAGE_MAX;
    return large && before == null && !united && !document.matches.isEmpty()
        ? List.of(hung(index, document))
        : relineage(index, document.group, features.article());
  }

  /** In a large lineage an article hangs on its best match, and nothing else changes. */
  private static Copy hung(CopyIndex index, Document document) {
    Match best = document.matches.get(0);
    Document origin = Objects.requireNonNull(index.at(best.other()));
    Document second = document.second < 0 ? null : index.at(document.second);
    Copy row = Rows.copy(document, origin, best, second, document.group);
    document.changes(row);
    return row;
  }

  /** Words that no origin gave count as used once more. */
  static void count(CopyIndex index, CopyFeatures features, List<Match> matches) {
    int[] grams = features.grams();
    int[] frames = Frames.of(features);
    var given = new boolean[grams.length];
    for (Match match : matches) {
      for (int i = 0; i < given.length; i++) {
        given[i] |= match.covered()[i];
      }
    }
    for (int i = 0; i < grams.length; i++) {
      if (grams[i] != 0 && !given[i]) {
        index.counts.add(grams[i]);
        if (frames[i] != 0) {
          index.frames.add(frames[i]);
        }
      }
    }
  }

  private static void unite(CopyIndex index, Document document, Document other) {
    var mine = List.copyOf(index.group(document.group));
    var theirs = List.copyOf(index.group(other.group));
    boolean older = first(theirs) < first(mine);
    long group = older ? other.group : document.group;
    for (Document member : older ? mine : theirs) {
      index.move(member, group);
    }
  }

  private static int first(List<Document> group) {
    return group.stream().mapToInt(document -> document.number).min().orElse(Integer.MAX_VALUE);
  }

  private List<Copy> relineage(CopyIndex index, long group, long always) {
    var members = index.group(group);
    var changed = new ArrayList<Copy>();
    for (Place place : new Lineage(members, model, index.clocks, index::at).places()) {
      Document document = place.document();
      boolean asked = document.features.article() == always;
      if (asked || !document.stands(place)) {
        Copy row = place.row(group);
        if (document.changes(row) || asked) {
          changed.add(row);
        }
        document.stand(place);
      }
    }
    return changed;
  }

  /** Forgets the article; gives the rows that changed. */
  public List<Copy> purge(CopyIndex index, long article) {
    Document document = index.find(article);
    if (document == null) {
      return List.of();
    }
    index.remove(document);
    return relineage(index, document.group, Long.MIN_VALUE);
  }
}
