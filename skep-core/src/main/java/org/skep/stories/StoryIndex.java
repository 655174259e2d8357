package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.model.ArticleId;
import org.skep.text.Stored;

/** The live stories: the state of the stories stage. One owner; not thread-safe. */
public final class StoryIndex {
  static final int CANDIDATES_MAX = 24;
  static final long WINDOW_SECONDS = 14 * 86_400L;
  private static final double RELATED_MIN = 0.12;
  private static final int RELATED_MAX = 8;
  private static final int QUERY_TERMS = 32;
  private static final int TOUCHED_MAX = 64;
  private static final int REVIEWED_MAX = 512;

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
  final Map<Long, Long> originOf = new HashMap<>();
  final Map<Long, Long> redirects = new HashMap<>();
  final TermCounts crossCounts;
  final Postings crossPostings = new Postings();
  private final Map<Long, TreeSet<Long>> groups = new HashMap<>();
  private int born;
  int arrivals;
  private final ArrayList<@Nullable Story> slots = new ArrayList<>();
  private final ArrayList<Integer> free = new ArrayList<>();
  private float[] scores = new float[64];
  private int[] touched = new int[64];

  /** Empty. */
  public StoryIndex() {
    this(new TermCounts(), new TermCounts());
  }

  private StoryIndex(TermCounts counts, TermCounts crossCounts) {
    this.counts = counts;
    this.crossCounts = crossCounts;
  }

  /** Live stories. */
  public int size() {
    return stories.size();
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

  Story open(long id, StoryFeatures features) {
    return open(id, features.language(), features.seconds());
  }

  private Story open(long id, String language, long seconds) {
    int slot = free.isEmpty() ? slots.size() : free.removeLast();
    var story = new Story(id, slot, born++, language, seconds);
    groups.computeIfAbsent(id, group -> new TreeSet<>()).add(id);
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
    for (int key : story.crossPosted) {
      crossPostings.remove(key, story.slot);
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

  /**
   * A story near another one, but not the same.
   *
   * @param likeness 0 to 1, cosine of what they are about
   */
  public record Related(long story, double likeness) {}

  /** Near but distinct stories, nearest first, at most eight; none for a story no longer live. */
  public List<Related> related(long story) {
    Story of = stories.get(resolve(story));
    if (of == null || of.samples.isEmpty()) {
      return List.of();
    }
    var near = new TreeMap<Long, Double>();
    for (Story.Sample sample : List.of(of.samples.getFirst(), of.samples.getLast())) {
      for (Candidate candidate : find(sample, of.id)) {
        Story other = candidate.story();
        if (other.group != of.group && !other.samples.isEmpty()) {
          near.merge(other.id, Likeness.cosine(of, other), Math::max);
        }
      }
    }
    return near.entrySet().stream()
        .filter(entry -> entry.getValue() >= RELATED_MIN)
        .sorted((a, b) -> {
          int byLikeness = Double.compare(b.getValue(), a.getValue());
          return byLikeness != 0 ? byLikeness : Long.compare(a.getKey(), b.getKey());
        })
        .limit(RELATED_MAX)
        .map(entry -> new Related(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** A name for a new story that begins with this article. */
  long freeId(long article) {
    long id = article;
    for (int n = 1; stories.containsKey(id) || redirects.containsKey(id); n++) {
      id = ArticleId.of("story " + article + " " + n);
    }
    return id;
  }

  void settleIn(Story story, long article) {
    story.members.add(article);
    storyOf.put(article, story.id);
  }

  /** Removes the article with its copies from the story; gives the copies. */
  List<Long> takeOut(Story story, long article) {
    var copies = new ArrayList<Long>();
    for (long member : story.members) {
      if (originOf.getOrDefault(member, 0L) == article) {
        copies.add(member);
      }
    }
    story.members.remove(article);
    story.members.removeAll(copies);
    if (story.samples.removeIf(sample -> sample.features().article() == article)) {
      story.reports = Math.max(story.samples.size(), story.reports - 1);
      story.recompute();
    }
    storyOf.remove(article);
    copies.forEach(storyOf::remove);
    story.touched = true;
    return copies;
  }

  void merge(Story into, Story from) {
    for (Story.Sample sample : from.samples) {
      into.report(sample);
    }
    into.reports += from.reports - from.samples.size();
    into.first = Math.min(into.first, from.first);
    into.last = Math.max(into.last, from.last);
    into.apart.addAll(from.apart);
    into.welded |= from.welded;
    for (long member : from.members) {
      settleIn(into, member);
    }
    setGroup(from, from.id);
    close(from);
    redirects.put(from.id, into.id);
    post(into);
  }

  /** Where a story's id leads now. */
  long resolve(long story) {
    long now = story;
    for (Long next = redirects.get(now); next != null; next = redirects.get(now)) {
      now = next;
    }
    return now;
  }

  /** Whether a user said that these are two. */
  boolean apart(Story a, Story b) {
    return a.apart.stream().anyMatch(id -> resolve(id) == b.id)
        || b.apart.stream().anyMatch(id -> resolve(id) == a.id);
  }

  @Nullable Story slot(int slot) {
    return slots.get(slot);
  }

  List<Story> group(long group) {
    var members = new ArrayList<Story>();
    for (long id : groups.getOrDefault(group, new TreeSet<>(List.of(group)))) {
      Story story = stories.get(id);
      if (story != null) {
        members.add(story);
      }
    }
    return members;
  }

  void setGroup(Story story, long group) {
    var before = groups.get(story.group);
    if (before != null) {
      before.remove(story.id);
      if (before.isEmpty()) {
        groups.remove(story.group);
      }
    }
    story.group = group;
    groups.computeIfAbsent(group, id -> new TreeSet<>()).add(story.id);
  }

  void postCross(Story story) {
    int[] keys = story.crossKeys;
    for (int key : story.crossPosted) {
      if (Arrays.binarySearch(keys, key) < 0) {
        crossPostings.remove(key, story.slot);
      }
    }
    for (int key : keys) {
      if (Arrays.binarySearch(story.crossPosted, key) < 0) {
        crossPostings.add(key, story.slot);
      }
    }
    story.crossPosted = keys;
  }

  @Nullable Story find(long article) {
    Long story = storyOf.get(article);
    return story == null ? null : stories.get(story);
  }

  Story.@Nullable Sample sampleOf(Story story, long article) {
    for (Story.Sample sample : story.samples) {
      if (sample.features().article() == article) {
        return sample;
      }
    }
    return null;
  }

  /** A story of one article that leaves another; its text may be forgotten. */
  Story open(long id, Story beside, Story.@Nullable Sample sample) {
    return sample == null
        ? open(id, beside.language, beside.last)
        : open(id, sample.features().language(), sample.features().seconds());
  }

  /** Stories that changed since they were last looked at, in order of opening, bounded. */
  List<Story> touched() {
    var found = new ArrayList<Story>();
    for (Story story : slots) {
      if (story != null && story.touched) {
        found.add(story);
      }
    }
    found.sort((a, b) -> Integer.compare(a.born, b.born));
    return List.copyOf(found.subList(0, Math.min(TOUCHED_MAX, found.size())));
  }

  /** Stories that changed since their last review, in order of opening, bounded. */
  List<Story> review() {
    return inOrder().stream().filter(story -> !story.reviewed).limit(REVIEWED_MAX).toList();
  }

  /** Stories too old to take anything in make room; their members keep their place in the store. */
  void retire(long now) {
    for (Story story : inOrder()) {
      if (!live(story, now)) {
        setGroup(story, story.id);
        groups.remove(story.id);
        story.members.forEach(article -> {
          storyOf.remove(article);
          originOf.remove(article);
        });
        close(story);
      }
    }
  }

  /** Live stories in order of opening. */
  List<Story> inOrder() {
    var live = new ArrayList<>(stories.values());
    live.sort((a, b) -> Integer.compare(a.born, b.born));
    return live;
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {
    counts.snapshot(out);
    crossCounts.snapshot(out);
    out.writeInt(born);
    out.writeInt(arrivals);
    out.writeInt(slots.size());
    Stored.write(out, free.stream().mapToInt(Integer::intValue).toArray());
    out.writeInt(stories.size());
    for (Story story : inOrder()) {
      StorySnapshot.write(out, story);
    }
    write(out, originOf);
    write(out, redirects);
  }

  /** The state a snapshot was taken of. */
  public static StoryIndex restore(DataInput in) throws IOException {
    var index = new StoryIndex(TermCounts.restore(in), TermCounts.restore(in));
    index.born = in.readInt();
    index.arrivals = in.readInt();
    for (int n = in.readInt(); n > 0; n--) {
      index.slots.add(null);
    }
    for (int slot : Stored.ints(in)) {
      index.free.add(slot);
    }
    for (int n = in.readInt(); n > 0; n--) {
      index.put(StorySnapshot.read(in));
    }
    read(in, index.originOf);
    read(in, index.redirects);
    index.scores = new float[Math.max(64, Integer.highestOneBit(index.slots.size() + 1) * 2)];
    index.touched = new int[index.scores.length];
    return index;
  }

  private void put(Story story) {
    slots.set(story.slot, story);
    stories.put(story.id, story);
    groups.computeIfAbsent(story.group, id -> new TreeSet<>()).add(story.id);
    story.members.forEach(article -> storyOf.put(article, story.id));
    for (int term : story.posted) {
      postings.add(term, story.slot);
    }
    for (int key : story.crossPosted) {
      crossPostings.add(key, story.slot);
    }
  }

  private static void write(DataOutput out, Map<Long, Long> map) throws IOException {
    out.writeInt(map.size());
    for (var entry : new TreeMap<>(map).entrySet()) {
      out.writeLong(entry.getKey());
      out.writeLong(entry.getValue());
    }
  }

  private static void read(DataInput in, Map<Long, Long> map) throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      map.put(in.readLong(), in.readLong());
    }
  }
}
