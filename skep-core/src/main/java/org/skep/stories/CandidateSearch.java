package org.skep.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the live stories that share an article's heaviest terms: inverted lists, rarest term first,
 * at most {@link #TOUCHES_MAX} list places read, however many stories live. Not thread-safe: it
 * counts in arrays of its own.
 */
final class CandidateSearch {
  static final int CANDIDATES_MAX = 12;
  private static final int QUERY_TERMS = 32;
  private static final int TOUCHES_MAX = 4_000;

  /** A shared term counts, however common: 0 would say that the story was not touched. */
  private static final float WORTH_MIN = 1e-9f;

  private final LiveStories live;
  private final Postings postings = new Postings();
  private float[] scores = new float[64];
  private int[] touched = new int[64];

  CandidateSearch(LiveStories live) {
    this.live = live;
  }

  /** Best first; without the story of that id. */
  List<StoryIndex.Candidate> find(Sample sample, long except) {
    if (live.slots() > scores.length) {
      scores = new float[Integer.highestOneBit(live.slots()) * 2];
      touched = new int[scores.length];
    }
    int n = 0;
    int touches = 0;
    for (int i : rarestFirst(sample)) {
      int[] list = postings.list(sample.terms()[i]);
      int size = Postings.size(list);
      if (touches > 0 && touches + size > TOUCHES_MAX) {
        break;
      }
      touches += size;
      float worth = Math.max(WORTH_MIN, sample.unit()[i] * sample.unit()[i]);
      for (int k = 1; k <= size; k++) {
        int slot = list[k];
        if (scores[slot] == 0) {
          touched[n++] = slot;
        }
        scores[slot] += worth;
      }
    }
    return best(n, sample, except);
  }

  /** The heaviest terms that stand in any story, those of the shortest lists first. */
  private int[] rarestFirst(Sample sample) {
    float[] unit = sample.unit();
    var order = new long[unit.length];
    for (int i = 0; i < unit.length; i++) {
      order[i] = (long) Float.floatToIntBits(unit[i]) << 32 | i;
    }
    Arrays.sort(order);
    var heavy = new long[Math.min(QUERY_TERMS, order.length)];
    for (int k = 0; k < heavy.length; k++) {
      int i = (int) order[order.length - 1 - k];
      heavy[k] = (long) Postings.size(postings.list(sample.terms()[i])) << 32 | i;
    }
    Arrays.sort(heavy);
    return Arrays.stream(heavy).mapToInt(place -> (int) place).toArray();
  }

  private List<StoryIndex.Candidate> best(int n, Sample sample, long except) {
    var found = new ArrayList<StoryIndex.Candidate>(CANDIDATES_MAX + 1);
    for (int k = 0; k < n; k++) {
      int slot = touched[k];
      float score = scores[slot];
      scores[slot] = 0;
      Story story = live.at(slot);
      if (story != null && story.id != except && takes(story, sample)) {
        insert(found, story, score);
      }
    }
    return List.copyOf(found);
  }

  private static boolean takes(Story story, Sample sample) {
    return LiveStories.live(story, sample.features().seconds())
        && story.members.size() < Story.MEMBERS_MAX;
  }

  private static void insert(List<StoryIndex.Candidate> found, Story story, float score) {
    int at = found.size();
    while (at > 0 && before(story, score, found.get(at - 1))) {
      at--;
    }
    if (at < CANDIDATES_MAX) {
      found.add(at, new StoryIndex.Candidate(story, score));
      if (found.size() > CANDIDATES_MAX) {
        found.removeLast();
      }
    }
  }

  private static boolean before(Story story, float score, StoryIndex.Candidate other) {
    return score > other.score() || (score == other.score() && story.id < other.story().id);
  }

  /** Makes the story findable by its present heaviest terms. */
  void post(Story story) {
    int[] keys = story.centroid.keys();
    postings.move(story.slot, story.posted, keys);
    story.posted = keys;
  }

  /** As it was posted when a snapshot was taken. */
  void restore(Story story) {
    postings.move(story.slot, new int[0], story.posted);
  }

  void forget(Story story) {
    postings.move(story.slot, story.posted, new int[0]);
  }
}
