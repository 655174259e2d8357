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

  /** Articles between two looks at the stories that changed. */
  static final int CONSOLIDATE_EVERY = 32;

  /** Articles between two reviews that may also take stories apart. */
  static final int REVIEW_EVERY = 512;

  private static final int SETTLE_ROUNDS = 4;

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
    var features = decision.sample().features();
    if (index.storyOf.containsKey(features.article())) {
      return List.of(); // a revision stays where the article is
    }
    index.counts.add(features);
    index.crossCounts.add("", features.seconds(), features.crossKeys());
    var changes = new ArrayList<StoryChange>();
    changes.add(place(index, decision));
    if (++index.arrivals % CONSOLIDATE_EVERY == 0) {
      boolean deep = index.arrivals % REVIEW_EVERY == 0;
      changes.addAll(consolidate(index, deep ? index.review() : index.touched(), deep));
      if (deep) {
        index.retire(features.seconds());
      }
    }
    return changes;
  }

  private static StoryChange place(StoryIndex index, Decision decision) {
    var features = decision.sample().features();
    long article = features.article();
    Long origin = decision.origin();
    Story copied = origin == null ? null : index.find(origin);
    if (origin != null && copied != null && copied.language.equals(features.language())) {
      copied.seen(features);
      index.originOf.put(article, origin);
      index.settleIn(copied, article);
      return new StoryChange.Joined(copied.id, article, List.of("a copy of a report in it"), 1);
    }
    Story story = decision.story() == null ? null : index.stories.get(decision.story());
    StoryChange change;
    if (story == null) {
      story = index.open(index.freeId(article), features);
      change = new StoryChange.Opened(story.id, article);
    } else {
      change = new StoryChange.Joined(story.id, article, decision.reasons(), decision.confidence());
    }
    story.report(decision.sample());
    index.settleIn(story, article);
    index.post(story);
    return change;
  }

  /**
   * @param deep whether to take stories apart too
   */
  private List<StoryChange> consolidate(StoryIndex index, List<Story> stories, boolean deep) {
    var consolidation = new Consolidation(index, model);
    for (Story story : stories) {
      if (index.stories.get(story.id) == story && !story.samples.isEmpty()) {
        if (deep) {
          consolidation.evict(story);
          consolidation.cut(story);
        }
        consolidation.merge(story, deep ? Consolidation.MERGE_REVIEWED : Consolidation.MERGE);
      }
    }
    var changes = new ArrayList<>(consolidation.changes());
    var grouping = new Grouping(index);
    for (Story story : stories) {
      if (index.stories.get(story.id) == story) {
        changes.addAll(grouping.regroup(story));
      }
      story.touched = false;
      story.reviewed |= deep;
    }
    return changes;
  }

  /** Consolidates everything live, as at the end of a finite stream. */
  public List<StoryChange> settle(StoryIndex index) {
    var changes = new ArrayList<StoryChange>();
    for (int round = 0; round < SETTLE_ROUNDS; round++) {
      var found = consolidate(index, index.inOrder(), true);
      changes.addAll(found);
      if (found.isEmpty()) {
        break;
      }
    }
    return changes;
  }

  /** Obeys a user, now and for ever. */
  public List<StoryChange> correct(StoryIndex index, Correction correction) {
    return switch (correction) {
      case Correction.NotThisStory not -> {
        Story story = index.find(not.article());
        yield story != null && story.id == index.resolve(not.story())
            ? split(index, story, not.article())
            : List.of();
      }
      case Correction.SplitStory split -> {
        Story story = index.find(split.article());
        yield story == null ? List.of() : split(index, story, split.article());
      }
      case Correction.MergeStories merge -> weld(index, merge);
      case Correction.MergePersons _,
          Correction.SplitPerson _,
          Correction.RenamePerson _,
          Correction.HidePerson _,
          Correction.Mute _ ->
          List.of();
    };
  }

  private List<StoryChange> weld(StoryIndex index, Correction.MergeStories merge) {
    Story one = index.stories.get(index.resolve(merge.story()));
    Story two = index.stories.get(index.resolve(merge.other()));
    if (one == null || two == null || one == two) {
      return List.of();
    }
    Story into = one.born < two.born ? one : two;
    Story from = into == one ? two : one;
    into.apart.removeIf(id -> index.resolve(id) == from.id);
    from.apart.removeIf(id -> index.resolve(id) == into.id);
    index.merge(into, from);
    into.welded = true;
    return List.of(new StoryChange.Merged(into.id, from.id, List.of("put together by a user")));
  }

  private List<StoryChange> split(StoryIndex index, Story story, long article) {
    if (story.members.size() < 2) {
      return List.of();
    }
    var sample = index.sampleOf(story, article);
    var copies = index.takeOut(story, article);
    var changes = new ArrayList<StoryChange>();
    changes.add(new StoryChange.Left(story.id, article));
    Story own = index.open(index.freeId(article), story, sample);
    changes.add(new StoryChange.Opened(own.id, article));
    if (sample != null) {
      own.report(sample);
    }
    index.settleIn(own, article);
    index.originOf.remove(article);
    for (long copy : copies) {
      index.settleIn(own, copy);
      changes.add(new StoryChange.Joined(own.id, copy, List.of("a copy of a report in it"), 1));
    }
    own.apart.add(story.id);
    index.post(own);
    index.post(story);
    return changes;
  }

  /** Forgets the article. */
  public List<StoryChange> purge(StoryIndex index, long article) {
    Story story = index.find(article);
    if (story == null) {
      return List.of();
    }
    var copies = index.takeOut(story, article);
    copies.forEach(copy -> index.settleIn(story, copy));
    index.originOf.remove(article);
    if (story.members.isEmpty()) {
      index.setGroup(story, story.id);
      index.close(story);
    } else {
      index.post(story);
    }
    return List.of(new StoryChange.Left(story.id, article));
  }
}
