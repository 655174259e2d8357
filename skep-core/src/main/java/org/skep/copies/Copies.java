package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skep.model.Article;
import org.skep.model.Copy;

/** The copies stage as four functions: features, lookup (on the index), decide, apply. */
public final class Copies {
  private static final double LINK_SHORT = 0.58;
  private static final double LINK_LONG = 0.45;
  private static final double SHORT = 100;
  private static final double LONG = 220;
  private static final double LINK_CREDITED = 0.45;
  private static final double WEIGHT_MIN = 5;
  private static final double NEW_MIN = 0.3;
  private static final double SECOND_GAIN = 0.3;
  private static final double SECOND_WEIGHT = 5;

  private final CreditFinder credits = new CreditFinder();

  /**
   * What {@link #decide} found.
   *
   * @param copy the provisional row; {@link #apply} gives the final ones
   * @param matches articles it shares its words with, best first
   * @param second the number of another source it is stitched from; -1 for none
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Decision(
      CopyFeatures features, float[] weights, Copy copy, List<Match> matches, int second) {}

  /** Pure and parallel. */
  public CopyFeatures features(Article article) {
    return CopyFeatures.of(article, credits);
  }

  /** Pure. */
  public Decision decide(CopyFeatures features, CopyIndex.Candidates candidates) {
    var aligner = new Match.Aligner(features, candidates.weights());
    var all = new ArrayList<Match>();
    var documents = new HashMap<Integer, Document>();
    for (var candidate : candidates.found()) {
      Document document = candidate.document();
      documents.put(document.number, document);
      all.add(
          document.features.grams().length > 0
              ? aligner.with(document.number, document.features, document.weights)
              : byPrints(features, document, candidate.shared()));
    }
    all.sort(Comparator.comparingDouble((Match match) -> -rank(match)));
    var matches =
        all.stream().filter(match -> copies(features, documents, match, aligner.total())).toList();
    Document origin = matches.isEmpty() ? null : documents.get(matches.get(0).other());
    long id = features.article();
    if (origin == null) {
      return new Decision(features, candidates.weights(), Document.original(id, id), List.of(), -1);
    }
    Copy copy =
        new Copy(
            id,
            origin.group,
            origin.features.article(),
            List.of(),
            Rows.kind(matches.get(0)),
            false,
            matches.get(0).rawIn(),
            matches.get(0).rawOf(),
            List.of());
    int second = second(aligner, matches.get(0), all, documents);
    return new Decision(features, candidates.weights(), copy, matches, second);
  }

  private static double rank(Match match) {
    return match.in() + match.rawIn() + (match.of() + match.rawOf()) / 2;
  }

  /** The article of another lineage that covers most of what the origin leaves open. */
  private static int second(
      Match.Aligner aligner, Match best, List<Match> all, Map<Integer, Document> documents) {
    Document origin = documents.get(best.other());
    int second = -1;
    double most = SECOND_GAIN;
    for (Match match : all) {
      Document document = documents.get(match.other());
      boolean foreign = document != null && origin != null && document.group != origin.group;
      if (foreign && match.weight() >= SECOND_WEIGHT && aligner.gain(best, match) >= SECOND_GAIN) {
        double gain = aligner.gain(match, best);
        if (gain > most) {
          most = gain;
          second = match.other();
        }
      }
    }
    return second;
  }

  /** The text is forgotten: the share of fingerprints stands for that of 5-grams. */
  private static Match byPrints(CopyFeatures features, Document document, int shared) {
    return new Match(
        document.number,
        (double) shared / Math.max(1, features.prints().length),
        (double) shared / Math.max(1, document.prints),
        (double) shared / Math.max(1, features.prints().length),
        (double) shared / Math.max(1, document.prints),
        shared * (CopyFeatures.WINDOW / 2.0),
        false,
        true,
        new int[0],
        new boolean[features.grams().length]);
  }

  /*
   * Reports of one event share whole sentences of facts, so half of a short text proves little;
   * half of a long one does.
   */
  private static boolean copies(
      CopyFeatures features, Map<Integer, Document> documents, Match match, double total) {
    Document document = documents.get(match.other());
    if (document == null || !match.telling() || match.weight() < WEIGHT_MIN) {
      return false;
    }
    boolean credited =
        Lineage.credits(features, document.features)
            || Lineage.credits(document.features, features);
    double length = Math.min(1, Math.max(0, (total - SHORT) / (LONG - SHORT)));
    double least = LINK_SHORT + (LINK_LONG - LINK_SHORT) * length;
    boolean own = Math.max(match.in(), match.of()) >= NEW_MIN;
    return own && match.strength() >= (credited ? Math.min(least, LINK_CREDITED) : least);
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
    document.second = decision.second();
    boolean first = true;
    for (Match match : decision.matches()) {
      Document other = index.at(match.other());
      if (other == null) {
        continue;
      }
      document.add(match.stored());
      if (other.group != document.group && (first || same(match, document))) {
        unite(index, document, other);
      }
      first = false;
    }
    return relineage(index, document.group, features.article());
  }

  /** Whether a match that is not the best one proves a common origin too: in long texts it does. */
  private static boolean same(Match match, Document document) {
    return match.other() != document.second && document.features.grams().length >= LONG;
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
    for (Copy row : new Lineage(members, index::at).rows(group)) {
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
