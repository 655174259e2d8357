package org.skep.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.model.StoryChange;

/**
 * Joins stories of one event across languages by what every language spells alike: names (folded,
 * in Latin letters), numbers, countries. A story links to the one story of another language that
 * shares most; a link is only a group id, so a wrong one can be cut without touching the stories.
 */
final class Grouping {
  private static final double SHARED_MIN = 0.4;
  private static final int KEYS_MIN = 2;
  private static final long GAP_SECONDS_MAX = 4 * 86_400L;
  private static final int CANDIDATES_MAX = 12;

  /** List places read for one story. */
  static final int TOUCHES_MAX = 4_000;

  private final StoryIndex index;

  Grouping(StoryIndex index) {
    this.index = index;
  }

  /** Looks again at one story; gives what changed. */
  List<StoryChange> regroup(Story story) {
    var friends = new ArrayList<Story>();
    for (Story other : candidates(story)) {
      if (mutual(story, other)) {
        friends.add(other);
      }
    }
    var members = new ArrayList<>(index.groups.of(story));
    members.remove(story);
    boolean stays =
        members.isEmpty()
            || (members.stream().anyMatch(friends::contains)
                && members.stream().noneMatch(member -> index.unlinked(member, story)));
    var changes = new ArrayList<StoryChange>();
    if (!stays) {
      leave(story, members, changes);
    }
    for (Story friend : friends) {
      unite(story, friend, changes);
    }
    return changes;
  }

  /** Takes the story out of its group for good, as a user wants it. */
  List<StoryChange> cut(Story story, Story from) {
    story.unlinked.add(from.id);
    var changes = new ArrayList<StoryChange>();
    if (story.group == from.group) {
      var members = new ArrayList<>(index.groups.of(story));
      members.remove(story);
      leave(story, members, changes);
    }
    return changes;
  }

  private void leave(Story story, List<Story> members, List<StoryChange> changes) {
    if (story.group == story.id) { // the others need another name
      long next = oldest(members).id;
      members.forEach(member -> set(member, next, changes));
    } else {
      set(story, story.id, changes);
    }
  }

  private void unite(Story story, Story friend, List<StoryChange> changes) {
    if (story.group == friend.group) {
      return;
    }
    var all = new ArrayList<>(index.groups.of(story));
    all.addAll(index.groups.of(friend));
    if (userDivides(all)) {
      return;
    }
    Set<String> languages = new HashSet<>();
    for (Story member : all) {
      if (!languages.add(member.language)) {
        return; // one story a language: the link would say that two stories are one
      }
    }
    long group = oldest(all).id;
    all.forEach(member -> set(member, group, changes));
  }

  private boolean userDivides(List<Story> stories) {
    return stories.stream()
        .anyMatch(one -> stories.stream().anyMatch(two -> index.unlinked(one, two)));
  }

  private static Story oldest(List<Story> stories) {
    Story oldest = stories.get(0);
    for (Story story : stories) {
      oldest = story.born < oldest.born ? story : oldest;
    }
    return oldest;
  }

  private void set(Story story, long group, List<StoryChange> changes) {
    if (story.group != group) {
      index.groups.set(story, group);
      changes.add(new StoryChange.Grouped(story.id, group));
    }
  }

  /** Each is the other's best in its language. */
  private boolean mutual(Story story, Story other) {
    Story best = best(other, story.language);
    return best == story;
  }

  private List<Story> candidates(Story story) {
    var best = new HashMap<String, Story>();
    var scores = new HashMap<String, Double>();
    double[] weights = weights(story, story.last);
    for (Story other : near(story)) {
      double score = score(weights, story, other);
      if (score >= SHARED_MIN && score > scores.getOrDefault(other.language, 0.0)) {
        best.put(other.language, other);
        scores.put(other.language, score);
      }
    }
    var found = new ArrayList<>(best.values());
    found.sort((a, b) -> Integer.compare(a.born, b.born));
    return found;
  }

  private @Nullable Story best(Story story, String language) {
    Story best = null;
    double most = SHARED_MIN;
    double[] weights = weights(story, story.last);
    for (Story other : near(story)) {
      double score = other.language.equals(language) ? score(weights, story, other) : 0;
      if (score >= most && (best == null || score > most)) {
        best = other;
        most = score;
      }
    }
    return best;
  }

  private List<Story> near(Story story) {
    float[] idf = index.crossCounts.idf("", story.last, story.cross.keys);
    return index
        .cross
        .best(
            story.cross.keys,
            idf,
            CANDIDATES_MAX,
            index.live.tongue(story.slot),
            other -> gap(story, other) < GAP_SECONDS_MAX)
        .stream()
        .map(StoryIndex.Candidate::story)
        .filter(other -> !index.unlinked(story, other)) // so rare that few are worth the look
        .toList();
  }

  private static long gap(Story a, Story b) {
    return Math.max(a.first - b.last, b.first - a.last);
  }

  /** Of the story's keys then; those of one report count less. */
  private double[] weights(Story story, long then) {
    float[] idf = index.crossCounts.idf("", then, story.cross.keys);
    var weights = new double[idf.length];
    for (int i = 0; i < idf.length; i++) {
      weights[i] = idf[i] * Math.min(1, story.cross.counts[i] / story.centroid.weight * 1.5);
    }
    return weights;
  }

  /**
   * Weight of the shared keys against what the poorer story has.
   *
   * @param weightsA those of the first story
   */
  private double score(double[] weightsA, Story a, Story b) {
    int[] inA = new int[a.cross.keys.length];
    int[] inB = new int[inA.length];
    int keys = a.cross.shared(b.cross, inA, inB);
    if (keys < KEYS_MIN) {
      return 0;
    }
    double[] weightsB = weights(b, a.last);
    double shared = 0;
    for (int k = 0; k < keys; k++) {
      shared += Math.min(weightsA[inA[k]], weightsB[inB[k]]);
    }
    double least = Math.min(sum(weightsA), sum(weightsB));
    return least == 0 ? 0 : shared / least;
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
