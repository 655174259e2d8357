package org.skep.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.store.ArticleRow;
import org.skep.store.FeedRow;
import org.skep.store.RiverFilter;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.store.UserRows;

/** The classic list by folder and feed, duplicates folded. */
final class River {
  private static final int PAGE = 40;
  private static final String FOLDER = "folder:";
  private static final String FEED = "feed:";

  private final Tx tx;
  private final Lookup lookup;
  private final long user;

  River(Tx tx, Lookup lookup, long user) {
    this.tx = tx;
    this.lookup = lookup;
    this.user = user;
  }

  RiverView view(String in, RiverView.Show show, @Nullable String before) {
    List<RiverView.Shelf> shelves = shelves();
    RiverView.Shelf chosen =
        shelves.stream()
            .filter(shelf -> shelf.key().equals(in))
            .findFirst()
            .orElse(shelves.getFirst());
    RiverFilter filter = filter(user, chosen.key()).folded();
    filter =
        switch (show) {
          case ALL -> filter;
          case UNREAD -> filter.onlyUnread();
          case STARRED -> filter.onlyStarred();
        };
    Optional<RiverFilter.Cursor> cursor = cursor(before);
    if (cursor.isPresent()) {
      filter = filter.after(cursor.get());
    }
    List<ArticleRow> rows = tx.articles().river(filter, PAGE + 1);
    boolean more = rows.size() > PAGE;
    List<ArticleRow> shown = more ? rows.subList(0, PAGE) : rows;
    return new RiverView(shelves, chosen, show, cards(shown), more ? spell(shown.getLast()) : null);
  }

  /** Cards of these articles, with excerpts and marks. */
  List<ArticleCard> cards(List<ArticleRow> rows) {
    lookup.know(rows);
    return rows.stream()
        .map(row -> {
          String excerpt = lookup.excerpt(row);
          return card(row, excerpt.isEmpty() ? List.of() : List.of(Run.plain(excerpt)));
        })
        .toList();
  }

  ArticleCard card(ArticleRow row, List<Run> excerpt) {
    UserRows.Marks marks = tx.users().marks(user, row.id());
    return new ArticleCard(
        lookup.ref(row),
        excerpt,
        tx.copies().siblings(row.id()).size() - 1,
        ArticlePage.story(tx, row)
            .filter(story -> story.reports() > 1)
            .map(this::story)
            .orElse(null),
        marks.read(),
        marks.starred());
  }

  private StoryRef story(StoryRow row) {
    return new StoryRef(row.id(), row.headline(), "und", Lookup.counts(row), row.lastAt());
  }

  /** What a shelf's key names: everything, a folder, a feed. */
  static RiverFilter filter(long user, String key) {
    RiverFilter all = RiverFilter.all(user);
    if (key.startsWith(FOLDER)) {
      return all.inFolder(key.substring(FOLDER.length()));
    }
    return key.startsWith(FEED) ? all.inFeed(number(key.substring(FEED.length()))) : all;
  }

  private List<RiverView.Shelf> shelves() {
    Map<Long, Long> unread = tx.users().unread(user);
    var folders = new TreeMap<String, List<FeedRow>>();
    tx.feeds()
        .all()
        .forEach(feed -> folders.computeIfAbsent(feed.folder(), _ -> new ArrayList<>()).add(feed));
    var shelves = new ArrayList<RiverView.Shelf>();
    shelves.add(
        new RiverView.Shelf(
            "", "", (int) tx.articles().riverCount(RiverFilter.all(user).onlyUnread()), true));
    folders.forEach((folder, feeds) -> {
      if (!folder.isEmpty()) {
        long sum = feeds.stream().mapToLong(feed -> unread.getOrDefault(feed.id(), 0L)).sum();
        shelves.add(new RiverView.Shelf(FOLDER + folder, folder, (int) sum, true));
      }
      feeds.forEach(feed ->
          shelves.add(
              new RiverView.Shelf(
                  FEED + feed.id(),
                  Shown.of(feed.name()),
                  unread.getOrDefault(feed.id(), 0L).intValue(),
                  false)));
    });
    return shelves;
  }

  private static String spell(ArticleRow row) {
    return row.dated().toEpochMilli() + "-" + row.id();
  }

  private static Optional<RiverFilter.Cursor> cursor(@Nullable String before) {
    if (before == null || !before.matches("\\d{1,15}-\\d{1,19}")) {
      return Optional.empty();
    }
    try {
      int dash = before.indexOf('-');
      return Optional.of(
          new RiverFilter.Cursor(
              Instant.ofEpochMilli(Long.parseLong(before.substring(0, dash))),
              Long.parseLong(before.substring(dash + 1))));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
