package org.skep.stories;

import java.util.Arrays;
import java.util.List;

/** Finds the live stories that share an article's heaviest terms. */
final class CandidateSearch {
  static final int CANDIDATES_MAX = 8;
  private static final int QUERY_TERMS = 32;
  private static final int TOUCHES_MAX = 2_000;

  private final SlotSearch slots;

  CandidateSearch(LiveStories live) {
    slots = new SlotSearch(live, TOUCHES_MAX);
  }

  /** Best first; without the story of that id. */
  List<StoryIndex.Candidate> find(Sample sample, long except) {
    float[] unit = sample.unit();
    var order = new long[unit.length];
    for (int i = 0; i < unit.length; i++) {
      order[i] = (long) Float.floatToIntBits(unit[i]) << 32 | i;
    }
    Arrays.sort(order);
    var terms = new int[Math.min(QUERY_TERMS, order.length)];
    var worth = new float[terms.length];
    for (int k = 0; k < terms.length; k++) {
      int i = (int) order[order.length - 1 - k];
      terms[k] = sample.terms()[i];
      worth[k] = unit[i] * unit[i];
    }
    // one more for itself; whether they take it is asked of those found, for few do not
    return slots.best(terms, worth, CANDIDATES_MAX + 1, -1, _ -> true).stream()
        .filter(found -> found.story().id != except && takes(found.story(), sample))
        .limit(CANDIDATES_MAX)
        .toList();
  }

  private static boolean takes(Story story, Sample sample) {
    return LiveStories.live(story, sample.features().seconds())
        && story.members.size() < Story.MEMBERS_MAX;
  }

  /** Makes the story findable by its present heaviest terms. */
  void post(Story story) {
    int[] keys = story.centroid.keys();
    slots.move(story, story.posted, keys);
    story.posted = keys;
  }

  /** As it was posted when a snapshot was taken. */
  void restore(Story story) {
    slots.move(story, new int[0], story.posted);
  }

  void forget(Story story) {
    slots.move(story, story.posted, new int[0]);
  }
}
