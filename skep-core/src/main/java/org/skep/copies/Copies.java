package org.skep.copies;

import java.util.List;
import org.skep.model.Article;
import org.skep.model.Copy;

/** The copies stage as four functions: features, lookup (on the index), decide, apply. */
public final class Copies {
  /** What {@link #decide} found. */
  public record Decision(CopyFeatures features, Copy copy) {}

  /** Pure and parallel. */
  public CopyFeatures features(Article article) {
    return new CopyFeatures(article);
  }

  /** Pure. */
  public Decision decide(CopyFeatures features, List<CopyIndex.Candidate> candidates) {
    long id = features.article().id();
    return new Decision(
        features, new Copy(id, id, null, List.of(), Copy.Kind.ORIGINAL, false, 0, 0, List.of()));
  }

  /**
   * Takes the article into the index; gives its row and the rows of older articles that changed
   * with it.
   */
  public List<Copy> apply(CopyIndex index, Decision decision) {
    return List.of(decision.copy());
  }

  /** Forgets the article; gives the rows that changed. */
  public List<Copy> purge(CopyIndex index, long article) {
    return List.of();
  }
}
