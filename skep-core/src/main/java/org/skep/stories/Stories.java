package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.StoryChange;

/** The stories stage as four functions: features, lookup (on the index), decide, apply. */
public final class Stories {
  static final double JOIN = 0.5;

  private final StoryScanner scanner = new StoryScanner();
  private final JoinModel model;

  /** With the shipped model. */
  public Stories() {
    this(new JoinModel());
  }

  /** With another model. */
  public Stories(JoinModel model) {
    this.model = model;
  }

  /**
   * What {@link #decide} found.
   *
   * @param story the story to join; {@code null} to begin one
   * @param origin the article whose story it joins as a copy; {@code null} for a report of its own
   */
  public record Decision(
      Story.Sample sample,
      @Nullable Long story,
      @Nullable Long origin,
      List<String> reasons,
      double confidence) {}

  /** Pure and parallel. */
  public StoryFeatures features(Analysis analysis) {
    return features(analysis.article());
  }

  /** Pure and parallel. */
  public StoryFeatures features(Article article) {
    return scanner.scan(article);
  }

  /**
   * Pure.
   *
   * @param copy what the copies stage said; a copy joins the story of its origin
   */
  public Decision decide(StoryFeatures features, Copy copy, StoryIndex.Candidates candidates) {
    var sample = Story.Sample.of(features, candidates.idf());
    double best = 0;
    Story chosen = null;
    for (int rank = 0; rank < candidates.found().size(); rank++) {
      double chance = model.chance(signals(sample, candidates, rank));
      if (chance > best) {
        best = chance;
        chosen = candidates.found().get(rank).story();
      }
    }
    boolean joins = chosen != null && best >= JOIN;
    return new Decision(
        sample,
        joins && chosen != null ? chosen.id : null,
        copy.kind() == Copy.Kind.ORIGINAL ? null : copy.origin(),
        chosen == null || !joins ? List.of() : Reasons.of(sample, chosen),
        joins ? best : 1 - best);
  }

  static float[] signals(Story.Sample sample, StoryIndex.Candidates candidates, int rank) {
    var found = candidates.found();
    float rival = found.size() < 2 ? 0 : (float) found.get(rank == 0 ? 1 : 0).score();
    var candidate = found.get(rank);
    return Likeness.signals(
        sample, candidates.idf(), candidate.story(), (float) candidate.score(), rival, rank);
  }

  /** Takes the article into the index; gives all changes, consolidation included, in order. */
  public List<StoryChange> apply(StoryIndex index, Decision decision) {
    var changes = new ArrayList<StoryChange>();
    var features = decision.sample().features();
    long article = features.article();
    Long before = index.storyOf.get(article);
    if (before != null) {
      return List.of(); // a revision stays where the article is
    }
    index.counts.add(features);
    Story story = decision.story() == null ? null : index.stories.get(decision.story());
    Long origin = decision.origin();
    Long originStory = origin == null ? null : index.storyOf.get(origin);
    Story copied = originStory == null ? null : index.stories.get(originStory);
    if (copied != null && copied.language.equals(features.language())) {
      copied.seen(features);
      story = copied;
      changes.add(
          new StoryChange.Joined(copied.id, article, List.of("a copy of a report in it"), 1));
    } else if (story != null) {
      story.report(decision.sample());
      index.post(story);
      changes.add(
          new StoryChange.Joined(story.id, article, decision.reasons(), decision.confidence()));
    } else {
      story = index.open(features);
      story.report(decision.sample());
      index.post(story);
      changes.add(new StoryChange.Opened(story.id, article));
    }
    story.members.add(article);
    index.storyOf.put(article, story.id);
    return changes;
  }

  /** Consolidates everything live, as at the end of a finite stream. */
  public List<StoryChange> settle(StoryIndex index) {
    return List.of();
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
