package org.skep.extract;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.model.Post;
import org.skep.model.Stated;

/**
 * The posts of a live blog: what the page's {@code LiveBlogPosting} lists (schema.org), else times
 * that stand over kept paragraphs all over the text, in elements alike, from late to early or from
 * early to late, with prose below them. Two times are a byline and a correction, so a blog that
 * does not say it is one has three posts. One pass over the elements and one over the paragraphs.
 * Used once.
 */
final class LivePosts {
  private static final int POSTS_MIN = 3;
  private static final int POSTS_MAX = 1000;
  private static final int CLOCK_WORDS_MAX = 4;
  private static final int OPENING_WORDS = 6;

  /** One in this many neighbours may stand out of order: a pinned post, a correction. */
  private static final int DISORDER = 5;

  /** A time over a paragraph, and what its clock shows; a clock alone has no day yet. */
  private record Mark(int paragraph, @Nullable Stated stated, LocalTime clock) {}

  private final Layout layout;
  private final List<Block> openings;
  private final DateReader reader;
  private final @Nullable Stated published;

  /**
   * @param openings the first block of each paragraph of the text
   * @param published gives clocks their day and zone
   */
  LivePosts(Layout layout, List<Block> openings, DateReader reader, @Nullable Stated published) {
    this.layout = layout;
    this.openings = openings;
    this.reader = reader;
    this.published = published;
  }

  /** From the top; empty when this is no live blog. */
  List<Post> find(List<JsonLd.Update> updates) {
    List<Post> declared = declared(updates);
    if (declared.size() >= 2) {
      return declared;
    }
    for (List<Mark> alike : printed().values()) {
      List<Post> posts = dated(alike);
      if (posts.size() >= POSTS_MIN && isInOrder(posts) && areText(posts)) {
        return posts;
      }
    }
    return List.of();
  }

  /** Declared posts whose headline or first words stand in the text. */
  private List<Post> declared(List<JsonLd.Update> updates) {
    if (updates.isEmpty()) {
      return List.of();
    }
    Map<Long, Stated> times = new HashMap<>();
    for (JsonLd.Update update : updates) {
      Stated at = reader.read(update.date());
      for (String words : new String[] {update.headline(), update.body()}) {
        long[] hashes = WordHashes.of(words);
        if (at != null && hashes.length > 0) {
          times.putIfAbsent(opening(hashes), at);
        }
      }
    }
    var posts = new ArrayList<Post>();
    Stated last = null;
    for (int i = 0; i < openings.size() && posts.size() < POSTS_MAX; i++) {
      Stated at = times.get(opening(openings.get(i).hashes));
      if (at != null && !at.equals(last)) {
        posts.add(new Post(i, at));
        last = at;
      }
    }
    return posts;
  }

  private static long opening(long[] words) {
    return WordHashes.join(words, 0, Math.min(OPENING_WORDS, words.length));
  }

  /** Times over paragraphs, by the looks of their elements; in order of the first. */
  private Map<Long, List<Mark>> printed() {
    Map<Long, List<Mark>> marks = new LinkedHashMap<>();
    int next = 0;
    for (Zone zone : layout.zones()) {
      if (zone.tag.equals("time")) {
        next = below(zone, next);
        Stated stated = stated(zone);
        LocalTime clock = stated == null ? clock(zone) : stated.at().toLocalTime();
        add(zone, next, stated, clock, marks);
      }
    }
    next = 0;
    for (Block block : layout.blocks()) {
      ClockTime clock = block.zone.has(Zone.TIME) ? null : ClockTime.leading(block.text);
      if (clock != null) {
        next = below(block.zone, next);
        boolean over = ClockTime.isAll(block.text) || isOpening(block, next);
        add(block.zone, next, null, over ? clock.time() : null, marks);
      }
    }
    return marks;
  }

  /** The first paragraph, from this one on, that stands below the zone or around it. */
  private int below(Zone zone, int from) {
    int at = from;
    while (at < openings.size()
        && openings.get(at).zone.order < zone.order
        && !openings.get(at).zone.contains(zone)) {
      at++;
    }
    return at;
  }

  private boolean isOpening(Block block, int paragraph) {
    return paragraph < openings.size() && openings.get(paragraph) == block;
  }

  private void add(
      Zone zone,
      int paragraph,
      @Nullable Stated stated,
      @Nullable LocalTime clock,
      Map<Long, List<Mark>> marks) {
    if (paragraph == openings.size() || clock == null) {
      return;
    }
    Zone around = zone.parent == null ? zone : zone.parent;
    List<Mark> alike =
        marks.computeIfAbsent(31 * zone.look() + around.look(), _ -> new ArrayList<>());
    boolean another = alike.isEmpty() || alike.getLast().paragraph != paragraph;
    if (another && alike.size() < POSTS_MAX) {
      alike.add(new Mark(paragraph, stated, clock));
    }
  }

  private @Nullable Stated stated(Zone time) {
    Stated stated = reader.read(time.element.attr("datetime"));
    return stated == null || stated.dayOnly() ? null : stated;
  }

  private static @Nullable LocalTime clock(Zone time) {
    ClockTime clock =
        time.words <= CLOCK_WORDS_MAX ? ClockTime.leading(time.element.text().strip()) : null;
    return clock == null ? null : clock.time();
  }

  private List<Post> dated(List<Mark> marks) {
    var posts = new ArrayList<Post>();
    for (Mark mark : marks) {
      Stated stated = mark.stated;
      if (stated != null) {
        posts.add(new Post(mark.paragraph, stated));
      }
    }
    if (posts.size() >= POSTS_MIN || published == null) {
      return posts;
    }
    return clocked(marks, published.at());
  }

  /**
   * Clocks with a day: the oldest post is of the day of publication, each clock that runs back
   * begins another day. They are read from the end that makes fewer days.
   */
  private static List<Post> clocked(List<Mark> marks, OffsetDateTime publication) {
    boolean newestFirst = backs(marks.reversed()) <= backs(marks);
    var posts = new ArrayList<Post>();
    OffsetDateTime last = publication.with(LocalTime.MIN);
    for (Mark mark : newestFirst ? marks.reversed() : marks) {
      OffsetDateTime at = last.with(mark.clock);
      last = at.isBefore(last) ? at.plusDays(1) : at;
      posts.add(new Post(mark.paragraph, new Stated(last, false)));
    }
    return newestFirst ? posts.reversed() : posts;
  }

  private static int backs(List<Mark> marks) {
    int backs = 0;
    for (int i = 1; i < marks.size(); i++) {
      backs += marks.get(i).clock.isBefore(marks.get(i - 1).clock) ? 1 : 0;
    }
    return backs;
  }

  /** Whether they are most of the text and tell something: comments, tables and ratings do not. */
  private boolean areText(List<Post> posts) {
    int told = 0;
    for (int i = 0; i < posts.size(); i++) {
      int end = i + 1 < posts.size() ? posts.get(i + 1).after() : openings.size();
      boolean prose =
          openings.subList(posts.get(i).after(), end).stream().anyMatch(Block::isParagraph);
      told += prose ? 1 : 0;
    }
    return posts.getFirst().after() * 2 <= openings.size() && told * 2 >= posts.size();
  }

  private static boolean isInOrder(List<Post> posts) {
    int up = 0;
    int down = 0;
    for (int i = 1; i < posts.size(); i++) {
      int order = posts.get(i).at().instant().compareTo(posts.get(i - 1).at().instant());
      up += order > 0 ? 1 : 0;
      down += order < 0 ? 1 : 0;
    }
    return Math.min(up, down) * DISORDER <= posts.size() && up + down > 0;
  }
}
