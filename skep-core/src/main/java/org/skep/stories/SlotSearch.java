package org.skep.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the live stories that share weighted keys: inverted lists, rarest key first, a bounded
 * number of list places read, however many stories live. Not thread-safe: it counts in arrays of
 * its own.
 */
final class SlotSearch {
  /** A shared key counts, however common: 0 would say that the story was not touched. */
  private static final float WORTH_MIN = 1e-9f;

  /** From so many list places on, the commonest keys are left out when they are worth little. */
  private static final int TOUCHES_CHEAP = 500;

  private static final double LITTLE = 0.1;

  private final LiveStories live;
  private final int touchesMax;
  private final Postings postings = new Postings();
  private float[] scores = new float[64];
  private int[] touched = new int[64];

  /**
   * @param touchesMax list places a search may read
   */
  SlotSearch(LiveStories live, int touchesMax) {
    this.live = live;
    this.touchesMax = touchesMax;
  }

  /** The story stands under these keys now, no longer under those; both ascending. */
  void move(Story story, int[] before, int[] now) {
    postings.move(story.slot, before, now);
  }

  /**
   * The stories with most shared worth, best first.
   *
   * @param worth what sharing each of the keys is worth
   * @param max how many to find
   * @param exceptTongue a language of {@link LiveStories#tongue}, to leave its stories out without
   *     a look at them: most of a story's names are in its own language's stories; -1 for none
   */
  List<StoryIndex.Candidate> best(
      int[] keys, float[] worth, int max, int exceptTongue, Predicate<Story> takes) {
    if (live.slots() > scores.length) {
      scores = new float[Integer.highestOneBit(live.slots()) * 2];
      touched = new int[scores.length];
    }
    int n = 0;
    int touches = 0;
    var lists = new int[keys.length][];
    double rest = sum(worth);
    double little = rest * LITTLE;
    for (long next : rarestFirst(keys, lists)) {
      int[] list = lists[(int) next];
      int size = Postings.size(list);
      boolean dear = touches + size > touchesMax;
      boolean vain = rest < little && touches + size > TOUCHES_CHEAP;
      if (touches > 0 && (dear || vain)) {
        break;
      }
      touches += size;
      rest -= worth[(int) next];
      float add = Math.max(WORTH_MIN, worth[(int) next]);
      for (int k = 1; k <= size; k++) {
        int slot = list[k];
        if (scores[slot] == 0) {
          touched[n++] = slot;
        }
        scores[slot] += add;
      }
    }
    var best = new long[max];
    for (int k = 0; k < n; k++) {
      int slot = touched[k];
      long rank = rank(scores[slot], slot);
      scores[slot] = 0;
      if (rank > best[max - 1] && live.tongue(slot) != exceptTongue) { // few are worth a look
        Story story = live.at(slot);
        if (story != null && takes.test(story)) {
          insert(best, rank);
        }
      }
    }
    var found = new ArrayList<StoryIndex.Candidate>(max);
    for (int k = 0; k < max && best[k] != 0; k++) {
      Story story = live.at(Integer.MAX_VALUE - (int) best[k]);
      if (story != null) {
        found.add(new StoryIndex.Candidate(story, Float.intBitsToFloat((int) (best[k] >>> 32))));
      }
    }
    return found;
  }

  /** Orders by score, then the lower slot first. */
  private static long rank(float score, int slot) {
    return (long) Float.floatToIntBits(score) << 32 | (Integer.MAX_VALUE - slot);
  }

  /** Into a descending list; the last falls out. */
  private static void insert(long[] best, long rank) {
    int at = best.length - 1;
    for (; at > 0 && best[at - 1] < rank; at--) {
      best[at] = best[at - 1];
    }
    best[at] = rank;
  }

  private static double sum(float[] worth) {
    double sum = 0;
    for (float one : worth) {
      sum += one;
    }
    return sum;
  }

  /** Fills in each key's list; gives the keys' places, in the lower half of each number. */
  private long[] rarestFirst(int[] keys, int[][] lists) {
    var order = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      lists[i] = postings.list(keys[i]);
      order[i] = (long) Postings.size(lists[i]) << 32 | i;
    }
    Arrays.sort(order);
    return order;
  }
}
