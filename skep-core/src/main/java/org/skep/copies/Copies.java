package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.skep.model.Article;
import org.skep.model.Copy;

/** The copies stage as four functions: features, lookup (on the index), decide, apply. */
public final class Copies {
  private static final double LINK = 0.5;
  private static final double WEIGHT_MIN = 6;

  private final CreditFinder credits = new CreditFinder();

  /**
   * What {@link #decide} found.
   *
   * @param copy the provisional row; {@link #apply} gives the final ones
   * @param matches all that are copies of one another, best first
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Decision(CopyFeatures features, float[] weights, Copy copy, List<Match> matches) {}

  /** Pure and parallel. */
  public CopyFeatures features(Article article) {
    return CopyFeatures.of(article, credits);
  }

  /** Pure. */
  public Decision decide(CopyFeatures features, CopyIndex.Candidates candidates) {
    var aligner = new Match.Aligner(features, candidates.weights());
    var matches = new ArrayList<Match>();
    Document origin = null;
    Match best = null;
    for (var candidate : candidates.found()) {
      Document document = candidate.document();
      Match match =
          document.features.grams().length > 0
              ? aligner.with(document.number, document.features, document.weights)
              : byPrints(features, document, candidate.shared());
      if (copies(match)) {
        matches.add(match);
        if (best == null || match.in() > best.in()) {
          best = match;
          origin = document;
        }
      }
    }
    matches.sort(Comparator.comparingDouble((Match match) -> -match.in()));
    long id = features.article();
    Copy copy =
        origin == null
            ? Document.original(id, id)
            : new Copy(
                id,
                origin.group,
                origin.features.article(),
                List.of(),
                Copy.Kind.VERBATIM,
                false,
                0,
                0,
                List.of());
    return new Decision(features, candidates.weights(), copy, matches);
  }

  /** The text is forgotten: the share of fingerprints stands for that of 5-grams. */
  private static Match byPrints(CopyFeatures features, Document document, int shared) {
    return new Match(
        document.number,
        (double) shared / Math.max(1, features.prints().length),
        (double) shared / Math.max(1, document.prints),
        shared * (CopyFeatures.WINDOW / 2.0),
        false,
        true,
        new int[0],
        new boolean[features.grams().length]);
  }

  private static boolean copies(Match match) {
    return match.weight() >= WEIGHT_MIN
        && match.telling()
        && (match.in() >= LINK || match.of() >= LINK);
  }

  /**
   * Takes the article into the index; gives its row and the rows of older articles that changed
   * with it.
   */
  public List<Copy> apply(CopyIndex index, Decision decision) {
    CopyFeatures features = decision.features();
    Document before = index.byArticle.get(features.article());
    long group = features.article();
    if (before != null) {
      group = before.group;
      index.remove(before);
    }
    var document =
        new Document(
            index.nextNumber(), features, decision.weights(), group, features.prints().length);
    index.add(document);
    count(index, document, decision.matches());
    for (Match match : decision.matches()) {
      Document other = index.at(match.other());
      if (other == null) {
        continue;
      }
      document.add(match.stored());
      if (other.group != document.group) {
        unite(index, document, other);
      }
    }
    return relineage(index, document.group, features.article());
  }

  /** Words that no origin gave count as used once more. */
  private static void count(CopyIndex index, Document document, List<Match> matches) {
    int[] grams = document.features.grams();
    for (int i = 0; i < grams.length; i++) {
      int at = i;
      if (grams[i] != 0 && matches.stream().noneMatch(match -> match.covered()[at])) {
        index.counts.add(grams[i]);
      }
    }
  }

  private static void unite(CopyIndex index, Document document, Document other) {
    var mine = List.copyOf(index.groups.getOrDefault(document.group, List.of()));
    var theirs = List.copyOf(index.groups.getOrDefault(other.group, List.of()));
    boolean older = first(theirs) < first(mine);
    long group = older ? other.group : document.group;
    for (Document member : older ? mine : theirs) {
      index.move(member, group);
    }
  }

  private static int first(List<Document> group) {
    return group.stream().mapToInt(document -> document.number).min().orElse(Integer.MAX_VALUE);
  }

  private static List<Copy> relineage(CopyIndex index, long group, long always) {
    var members = index.groups.getOrDefault(group, List.of());
    var changed = new ArrayList<Copy>();
    for (Copy row : new Lineage(members).rows(group)) {
      Document document = index.byArticle.get(row.article());
      if (document != null && (row.article() == always || !row.equals(document.row))) {
        document.row = row;
        changed.add(row);
      }
    }
    return changed;
  }

  /** Forgets the article; gives the rows that changed. */
  public List<Copy> purge(CopyIndex index, long article) {
    Document document = index.byArticle.get(article);
    if (document == null) {
      return List.of();
    }
    index.remove(document);
    return relineage(index, document.group, Long.MIN_VALUE);
  }
}
