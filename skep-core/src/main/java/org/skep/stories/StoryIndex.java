package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The live stories: the state of the stories stage. One owner; not thread-safe. */
public final class StoryIndex {
  static final int CANDIDATES_MAX = 24;
  static final long WINDOW_SECONDS = 14 * 86_400L;
  private static final int QUERY_TERMS = 32;

  /**
   * A live story that may be the article's.
   *
   * @param score shared weight, to rank by
   */
  public record Candidate(Story story, double score) {}

  /**
   * What the index knows that concerns an article.
   *
   * @param idf of each of its terms
   * @param found best first, bounded
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Candidates(float[] idf, List<Candidate> found) {}

  final TermCounts counts;
  final Postings postings = new Postings();
  final Map<Long, Story> stories = new HashMap<>();
  final Map<Long, Long> storyOf = new HashMap<>();
  private final ArrayList<@Nullable Story> slots = new ArrayList<>();
  private final ArrayList<Integer> free = new ArrayList<>();
  private float[] scores = new float[64];
  private int[] touched = new int[64];

  /** Empty. */
  public StoryIndex() {
    this(new TermCounts());
  }

  private StoryIndex(TermCounts counts) {
    this.counts = counts;
  }

  /** Stories that share the article's heaviest terms. */
  public Candidates lookup(StoryFeatures features) {
    float[] idf = counts.idf(features);
    return new Candidates(idf, find(Story.Sample.of(features, idf), Long.MIN_VALUE));
  }

  List<Candidate> find(Story.Sample sample, long except) {
    var features = sample.features();
    int[] heavy = heaviest(sample.unit());
    int n = 0;
    for (int i : heavy) {
      int[] list = postings.list(features.terms()[i]);
      int size = Postings.size(list);
      if (size > Postings.STORIES_MAX) {
        continue;
      }
      float w = sample.unit()[i];
      for (int k = 1; k <= size; k++) {
        int slot = list[k];
        if (scores[slot] == 0) {
          touched[n++] = slot;
        }
        scores[slot] += w * w;
      }
    }
    return best(n, features.seconds(), except);
  }

  private List<Candidate> best(int n, long seconds, long except) {
    var found = new ArrayList<Candidate>();
    for (int k = 0; k < n; k++) {
      int slot = touched[k];
      Story story = slots.get(slot);
      if (story != null && story.id != except && live(story, seconds)) {
        found.add(new Candidate(story, scores[slot]));
      }
      scores[slot] = 0;
    }
    found.sort((a, b) ->
        a.score != b.score
            ? Double.compare(b.score, a.score)
            : Long.compare(a.story.id, b.story.id));
    return List.copyOf(found.subList(0, Math.min(CANDIDATES_MAX, found.size())));
  }

  private static boolean live(Story story, long seconds) {
    return seconds - story.last < WINDOW_SECONDS;
  }

  private static int[] heaviest(float[] unit) {
    var order = new long[unit.length];
    for (int i = 0; i < unit.length; i++) {
      order[i] = (long) Float.floatToIntBits(unit[i]) << 32 | i;
    }
    Arrays.sort(order);
    int n = Math.min(QUERY_TERMS, order.length);
    var heavy = new int[n];
    for (int i = 0; i < n; i++) {
      heavy[i] = (int) order[order.length - 1 - i];
    }
    return heavy;
  }

  Story open(StoryFeatures features) {
    int slot = free.isEmpty() ? slots.size() : free.removeLast();
    var story = new Story(features.article(), slot, features);
    if (slot == slots.size()) {
      slots.add(story);
      if (slots.size() > scores.length) {
        scores = Arrays.copyOf(scores, scores.length * 2);
        touched = Arrays.copyOf(touched, scores.length);
      }
    } else {
      slots.set(slot, story);
    }
    stories.put(story.id, story);
    return story;
  }

  void close(Story story) {
    for (int term : story.posted) {
      postings.remove(term, story.slot);
    }
    stories.remove(story.id);
    slots.set(story.slot, null);
    free.add(story.slot);
  }

  /** Makes the story findable by its present heaviest terms. */
  void post(Story story) {
    int[] keys = story.keys();
    for (int term : story.posted) {
      if (Arrays.binarySearch(keys, term) < 0) {
        postings.remove(term, story.slot);
      }
    }
    for (int term : keys) {
      if (Arrays.binarySearch(story.posted, term) < 0) {
        postings.add(term, story.slot);
      }
    }
    story.posted = keys;
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {
    counts.snapshot(out);
  }

  /** The state a snapshot was taken of. */
  public static StoryIndex restore(DataInput in) throws IOException {
    return new StoryIndex(TermCounts.restore(in));
  }
}
