package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.model.ArticleId;
import org.skep.text.Lexicon;

/**
 * The live stories and who is in them: the state of the stories stage. One owner; not thread-safe.
 * Bounded: by {@link LiveStories} and {@link #REDIRECTS_MAX}.
 */
public final class StoryIndex {
  static final int REDIRECTS_MAX = 1 << 18;

  /**
   * A live story that may be the article's.
   *
   * @param score shared weight, to rank by
   */
  public record Candidate(Story story, double score) {
    /** Of what the first one shares, times its chance, a later one must share this much. */
    private static final double LOOK_MIN = 0.4;

    /**
     * Whether it can still win. The likelier a story that shares much, the more it takes to be
     * worth a comparison, which costs more than the search. A headline has too few words for what
     * it shares to tell.
     *
     * @param first shares most
     * @param best the highest chance so far
     */
    boolean worthALook(Candidate first, double best, Sample report) {
      return !report.features().hasBody() || score >= LOOK_MIN * best * first.score;
    }
  }

  /**
   * What the index knows that concerns an article.
   *
   * @param report the article, weighed
   * @param found best first, bounded
   */
  public record Candidates(Weighed report, List<Candidate> found) {}

  /** Corrections of users kept apart from the stories they were about. */
  private static final int SEPARATED_MAX = 100_000;

  /**
   * A story near another one, but not the same.
   *
   * @param likeness 0 to 1, cosine of what they are about
   */
  public record Related(long story, double likeness) {}

  final TermCounts counts;
  final TermCounts crossCounts;
  final LiveStories live;
  final CandidateSearch search;
  final Groups groups;
  final SlotSearch cross;

  /** Stories with a new report, for a quick look whether others belong to them. */
  final ReviewQueue touched = new ReviewQueue();

  /** Stories that changed, for a thorough look. */
  final ReviewQueue changed = new ReviewQueue();

  final Map<Long, Long> storyOf = new HashMap<>();
  final Map<Long, Long> originOf = new HashMap<>();
  final Map<Long, Long> redirects = new LinkedHashMap<>();

  /** Article to the story a user took it out of; outlives both. */
  final Map<Long, Long> separated = new LinkedHashMap<>();

  int arrivals;

  /** Empty. */
  public StoryIndex() {
    this(new UsualWords(Lexicon.all()));
  }

  private StoryIndex(UsualWords usual) {
    this(new TermCounts(usual), new TermCounts(UsualWords.NONE), new LiveStories());
  }

  StoryIndex(TermCounts counts, TermCounts crossCounts, LiveStories live) {
    this.counts = counts;
    this.crossCounts = crossCounts;
    this.live = live;
    this.search = new CandidateSearch(live);
    this.groups = new Groups(live);
    this.cross = new SlotSearch(live, Grouping.TOUCHES_MAX);
  }

  /** Live stories. */
  public int size() {
    return live.size();
  }

  /** Stories that share the article's heaviest terms. */
  public Candidates lookup(StoryFeatures features) {
    var report = Weighed.of(features, counts);
    return new Candidates(report, search.find(report.sample(), Long.MIN_VALUE));
  }

  /** Near but distinct stories, nearest first, at most eight; none for a story no longer live. */
  public List<Related> related(long story) {
    return RelatedStories.of(this, story);
  }

  Story open(long id, String language, long seconds) {
    return live.open(id, language, seconds);
  }

  void close(Story story) {
    search.forget(story);
    cross.move(story, story.crossPosted, new int[0]);
    touched.remove(story);
    changed.remove(story);
    groups.forget(story);
    live.close(story);
  }

  /** Brings everything that depends on the story's reports up to date. */
  void changed(Story story) {
    search.post(story);
    cross.move(story, story.crossPosted, story.cross.keys);
    story.crossPosted = story.cross.keys;
    if (story.hasGrown()) {
      touched.add(story, arrivals);
      changed.add(story, arrivals);
    }
  }

  /** A name for a new story that begins with this article; no story ever had it. */
  long freeId(long article, long taken) {
    long id = article;
    for (int n = 1; id == taken || live.get(id) != null || redirects.containsKey(id); n++) {
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
    if (story.samples.removeIf(sample -> sample.article() == article)) {
      story.reports = Math.max(story.samples.size(), story.reports - 1);
      story.recompute();
    }
    storyOf.remove(article);
    copies.forEach(storyOf::remove);
    return copies;
  }

  void merge(Story into, Story from) {
    int unsampled = from.reports - from.samples.size();
    from.samples.forEach(into::report);
    into.reports += unsampled;
    into.first = Math.min(into.first, from.first);
    into.last = Math.max(into.last, from.last);
    into.apart.addAll(from.apart);
    into.unlinked.addAll(from.unlinked);
    into.rivalled(from.rivals);
    into.welded |= from.welded;
    for (long member : from.members) {
      settleIn(into, member);
    }
    close(from);
    redirect(from.id, into.id);
    changed(into);
  }

  void redirect(long from, long to) {
    redirects.put(from, to);
    if (redirects.size() > REDIRECTS_MAX) {
      redirects.remove(redirects.keySet().iterator().next());
    }
  }

  /** Where a story's id leads now. */
  long resolve(long story) {
    long now = story;
    for (Long next = redirects.get(now); next != null; next = redirects.get(now)) {
      now = next;
    }
    return now;
  }

  /**
   * The live story somebody means by an id: of that id, or the one that took it in, or, when a
   * rebuild drew the stories otherwise, the one with the article the id was made of.
   */
  @Nullable Story named(long id) {
    Story story = live.get(resolve(id));
    return story == null ? find(id) : story;
  }

  /** Whether a user said that these are two. */
  boolean apart(Story a, Story b) {
    return names(a.apart, b) || names(b.apart, a);
  }

  /** Whether a user said that these, in two languages, are of two events. */
  boolean unlinked(Story a, Story b) {
    return names(a.unlinked, b) || names(b.unlinked, a);
  }

  /** Asked of every candidate, and nearly always of none. */
  private boolean names(Set<Long> ids, Story story) {
    return !ids.isEmpty() && ids.stream().anyMatch(id -> named(id) == story);
  }

  /** A user took the article out of the story; the oldest are forgotten at the bound. */
  void separate(long article, long story) {
    separated.put(article, story);
    if (separated.size() > SEPARATED_MAX) {
      separated.remove(separated.keySet().iterator().next());
    }
  }

  /** Whether a user said that the article does not belong there, or what is there not to it. */
  boolean separate(long article, Story story) {
    Long from = separated.get(article);
    return story.apart.contains(article)
        || (from != null && (from == story.id || named(from) == story));
  }

  @Nullable Story find(long article) {
    Long story = storyOf.get(article);
    return story == null ? null : live.get(story);
  }

  /** Stories too old to take anything in make room; their members keep their place in the store. */
  void retire(long now) {
    for (Story story : live.retiring(now)) {
      story.members.forEach(article -> {
        storyOf.remove(article);
        originOf.remove(article);
      });
      close(story);
    }
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {
    StorySnapshot.write(out, this);
  }

  /** The state a snapshot was taken of. */
  public static StoryIndex restore(DataInput in) throws IOException {
    return StorySnapshot.read(in);
  }
}
