package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.StoryChange;
import org.skep.text.Words;

/** The stories stage as four functions: features, lookup (on the index), decide, apply. */
public final class Stories {
  static final double JOIN = 0.6;

  /** Arrivals a story waits for a look whether others belong to it. */
  private static final int TOUCHED_WAIT = 32;

  /** Arrivals it waits for a look whether it is one story. */
  private static final int CHANGED_WAIT = 512;

  /** Stories looked at again for each arrival, at most, of either kind. */
  private static final int LOOKS_MAX = 2;

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
   * @param rivals other stories it might have joined, or may be one with the story it begins
   * @param origin the article whose story it joins as a copy; {@code null} for a report of its own
   */
  public record Decision(
      Sample sample,
      @Nullable Long story,
      List<Long> rivals,
      @Nullable Long origin,
      List<String> reasons,
      double confidence) {}

  /** Pure and parallel. */
  public StoryFeatures features(Article article) {
    return scanner.scan(article);
  }

  /** As {@link #features(Article)}, from the words of its text. */
  public StoryFeatures features(Article article, Words text) {
    return scanner.scan(article, text);
  }

  /**
   * Pure.
   *
   * @param copy what the copies stage said; a copy joins the story of its origin
   */
  public Decision decide(StoryFeatures features, Copy copy, StoryIndex.Candidates candidates) {
    double best = 0;
    Story chosen = null;
    var rivals = new ArrayList<Long>();
    for (StoryIndex.Candidate candidate : candidates.found()) {
      if (!candidate.worthALook(
          candidates.found().getFirst(), best, candidates.report().sample())) {
        break;
      }
      double chance = model.chance(Likeness.signals(candidates.report(), candidate.story()));
      if (chance >= Consolidation.PROMISING) {
        rivals.add(candidate.story().id);
      }
      if (chance > best) {
        best = chance;
        chosen = candidate.story();
      }
    }
    var sample = candidates.report().sample();
    boolean joins = chosen != null && best >= JOIN;
    if (joins && chosen != null) {
      rivals.remove(chosen.id);
    }
    return new Decision(
        sample,
        joins && chosen != null ? chosen.id : null,
        rivals,
        copy.kind() == Copy.Kind.ORIGINAL ? null : copy.origin(),
        chosen == null || !joins ? List.of() : Reasons.of(sample, chosen),
        joins ? best : 1 - best);
  }

  /** Takes the article into the index; gives all changes, second looks included, in order. */
  public List<StoryChange> apply(StoryIndex index, Decision decision) {
    var features = decision.sample().features();
    if (index.storyOf.containsKey(features.article())) {
      return List.of(); // a revision stays where the article is
    }
    index.crossCounts.add("", features.seconds(), features.crossKeys(), new int[0]);
    index.arrivals++;
    var changes = new ArrayList<StoryChange>();
    var placed = place(index, decision);
    changes.add(placed);
    if (placed instanceof StoryChange.Opened opened) { // its event may be told in another language
      changes.addAll(regroup(index, index.live.get(opened.story())));
    }
    var touched = index.touched.due(index.arrivals, TOUCHED_WAIT, LOOKS_MAX);
    changes.addAll(consolidate(index, touched, false));
    changes.addAll(regroup(index, touched));
    var changed = index.changed.due(index.arrivals, CHANGED_WAIT, LOOKS_MAX);
    changes.addAll(consolidate(index, changed, true));
    index.retire(features.seconds());
    return changes;
  }

  private static StoryChange place(StoryIndex index, Decision decision) {
    var features = decision.sample().features();
    long article = features.article();
    Long origin = decision.origin();
    Story copied = origin == null ? null : index.find(origin);
    boolean joins =
        copied != null
            && copied.language.equals(features.language())
            && !index.separate(article, copied);
    if (origin != null && copied != null && joins) {
      copied.seen(features.seconds());
      index.counts.add(features, copied.centroid.terms);
      index.originOf.put(article, origin);
      index.settleIn(copied, article);
      return new StoryChange.Joined(copied.id, article, Reasons.COPY, 1);
    }
    Story story = decision.story() == null ? null : index.live.get(decision.story());
    StoryChange change;
    if (story == null || index.separate(article, story)) {
      long id = index.freeId(article, Long.MIN_VALUE);
      story = index.open(id, features.language(), features.seconds());
      Long from = index.separated.get(article);
      if (from != null) {
        story.apart.add(from);
      }
      change = new StoryChange.Opened(story.id, article);
    } else {
      change = new StoryChange.Joined(story.id, article, decision.reasons(), decision.confidence());
    }
    index.counts.add(features, story.centroid.terms);
    story.report(decision.sample());
    story.rivalled(decision.rivals());
    index.settleIn(story, article);
    index.changed(story);
    return change;
  }

  /**
   * @param deep whether to take stories apart too
   */
  private List<StoryChange> consolidate(StoryIndex index, List<Story> stories, boolean deep) {
    var consolidation = new Consolidation(index, model);
    for (Story story : stories) {
      if (index.live.has(story) && !story.samples.isEmpty()) {
        if (deep) {
          consolidation.review(story);
        }
        consolidation.merge(story, deep ? Consolidation.MERGE_REVIEWED : Consolidation.MERGE);
        story.reviewed = deep ? story.reports : story.reviewed;
      }
    }
    return consolidation.changes();
  }

  private static List<StoryChange> regroup(StoryIndex index, @Nullable Story opened) {
    return opened == null ? List.of() : regroup(index, List.of(opened));
  }

  private static List<StoryChange> regroup(StoryIndex index, List<Story> stories) {
    var changes = new ArrayList<StoryChange>();
    var grouping = new Grouping(index);
    for (Story story : stories) {
      if (index.live.has(story)) {
        changes.addAll(grouping.regroup(story));
      }
    }
    return changes;
  }

  /** Looks again at everything live, as at the end of a finite stream. */
  public List<StoryChange> settle(StoryIndex index) {
    var changes = new ArrayList<StoryChange>();
    for (int round = 0; round < SETTLE_ROUNDS; round++) {
      var found = new ArrayList<>(consolidate(index, index.live.inOrder(), true));
      found.addAll(regroup(index, index.live.inOrder()));
      changes.addAll(found);
      if (found.isEmpty()) {
        break;
      }
    }
    return changes;
  }

  /** Obeys a user, now and for ever. */
  public List<StoryChange> correct(StoryIndex index, Correction correction) {
    var corrections = new Corrections(index);
    return switch (correction) {
      case Correction.NotThisStory not -> corrections.notThisStory(not);
      case Correction.SplitStory split -> corrections.split(split);
      case Correction.MergeStories merge -> corrections.merge(merge);
      case Correction.CutLink cut -> corrections.cut(cut);
      case Correction.MergePersons _,
          Correction.SplitPerson _,
          Correction.RenamePerson _,
          Correction.NamePersons _,
          Correction.HidePerson _,
          Correction.Mute _ ->
          List.of();
    };
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
      index.close(story);
    } else {
      index.changed(story);
    }
    return List.of(new StoryChange.Left(story.id, article));
  }
}
