package org.skep.stories;

import java.util.List;
import org.skep.model.Analysis;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.StoryChange;

/** The stories stage as four functions: features, lookup (on the index), decide, apply. */
public final class Stories {
  /** What {@link #decide} found: the story to join, or none. */
  public record Decision(StoryFeatures features, List<StoryChange> changes) {}

  /** Pure and parallel. */
  public StoryFeatures features(Analysis analysis) {
    return new StoryFeatures(analysis.article().id());
  }

  /**
   * Pure.
   *
   * @param copy what the copies stage said; a copy joins the story of its origin
   */
  public Decision decide(StoryFeatures features, Copy copy, List<StoryIndex.Candidate> candidates) {
    return new Decision(
        features, List.of(new StoryChange.Opened(features.article(), features.article())));
  }

  /** Takes the article into the index; gives all changes, consolidation included, in order. */
  public List<StoryChange> apply(StoryIndex index, Decision decision) {
    return decision.changes();
  }

  /** Obeys a user, now and for ever. */
  public List<StoryChange> correct(StoryIndex index, Correction correction) {
    return List.of();
  }

  /** Forgets the article. */
  public List<StoryChange> purge(StoryIndex index, long article) {
    return List.of();
  }
}
