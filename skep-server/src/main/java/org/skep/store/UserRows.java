package org.skep.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What users do with articles: read, star, label, mute. User 1 exists from the start. */
public final class UserRows {
  /** The reader of a one-person installation. */
  public static final long READER = 1;

  private final Sql sql;

  UserRows(Sql sql) {
    this.sql = sql;
  }

  /** A user's marks on one article. */
  public record Marks(boolean read, boolean starred, List<String> labels) {
    public static final Marks NONE = new Marks(false, false, List.of());

    public Marks {
      labels = List.copyOf(labels);
    }
  }

  /** What a user does not want to see. */
  public record Mute(Kind kind, String value) {
    /** A story's or article's id, a word of a title, an outlet's host. */
    public enum Kind {
      STORY,
      ARTICLE,
      WORD,
      OUTLET
    }
  }

  /** How many people read here. */
  public int count() {
    return Math.toIntExact(sql.number("SELECT count(*) FROM user"));
  }

  public void markRead(long user, long article, Instant now) {
    sql.update(
        """
        INSERT INTO user_article (user, article, read_at) VALUES (?, ?, ?)
        ON CONFLICT (user, article) DO UPDATE SET read_at = coalesce(read_at, excluded.read_at)
        """,
        user,
        article,
        now);
  }

  public void markUnread(long user, long article) {
    sql.update(
        "UPDATE user_article SET read_at = NULL WHERE user = ? AND article = ?", user, article);
  }

  /** Marks all that pass the filter; gives how many. */
  public int markAllRead(RiverFilter filter, Instant now) {
    var arguments = new ArrayList<@Nullable Object>();
    arguments.add(filter.user());
    arguments.add(now);
    String where = filter.where(arguments);
    return sql.update(
        "INSERT INTO user_article (user, article, read_at) SELECT ?, a.id, ? FROM article a WHERE "
            + where
            + " ON CONFLICT (user, article) DO UPDATE SET"
            + " read_at = coalesce(read_at, excluded.read_at)",
        arguments.toArray());
  }

  public void star(long user, long article, Instant now) {
    sql.update(
        """
        INSERT INTO user_article (user, article, starred_at) VALUES (?, ?, ?)
        ON CONFLICT (user, article)
          DO UPDATE SET starred_at = coalesce(starred_at, excluded.starred_at)
        """,
        user,
        article,
        now);
  }

  public void unstar(long user, long article) {
    sql.update(
        "UPDATE user_article SET starred_at = NULL WHERE user = ? AND article = ?", user, article);
  }

  public void label(long user, long article, String label) {
    sql.update(
        "INSERT OR IGNORE INTO user_label (user, article, label) VALUES (?, ?, ?)",
        user,
        article,
        label);
  }

  public void unlabel(long user, long article, String label) {
    sql.update(
        "DELETE FROM user_label WHERE user = ? AND article = ? AND label = ?",
        user,
        article,
        label);
  }

  /** Marks of one article. */
  public Marks marks(long user, long article) {
    return marks(user, List.of(article)).getOrDefault(article, Marks.NONE);
  }

  /** Marks of many articles; every id has an entry. */
  public Map<Long, Marks> marks(long user, Collection<Long> articles) {
    String ids = Sql.array(articles);
    var labels = new HashMap<Long, List<String>>();
    sql.list(
        """
        SELECT article, label FROM user_label
        WHERE user = ? AND article IN (SELECT value FROM json_each(?)) ORDER BY label
        """,
        row ->
            labels
                .computeIfAbsent(row.number("article"), _ -> new ArrayList<>())
                .add(row.text("label")),
        user,
        ids);
    var marks = new HashMap<Long, Marks>();
    articles.forEach(article ->
        marks.put(article, new Marks(false, false, labels.getOrDefault(article, List.of()))));
    sql.list(
        """
        SELECT article, read_at, starred_at FROM user_article
        WHERE user = ? AND article IN (SELECT value FROM json_each(?))
        """,
        row ->
            marks.put(
                row.number("article"),
                new Marks(
                    row.numberOrNull("read_at") != null,
                    row.numberOrNull("starred_at") != null,
                    labels.getOrDefault(row.number("article"), List.of()))),
        user,
        ids);
    return marks;
  }

  /** Ids of starred articles, the last starred first. */
  public List<Long> starred(long user) {
    return sql.list(
        """
        SELECT article FROM user_article WHERE user = ? AND starred_at IS NOT NULL
        ORDER BY starred_at DESC, article
        """,
        row -> row.number("article"),
        user);
  }

  public List<Long> labelled(long user, String label) {
    return sql.list(
        "SELECT article FROM user_label WHERE user = ? AND label = ?",
        row -> row.number("article"),
        user,
        label);
  }

  /** Labels in use, with how many articles each has. */
  public Map<String, Long> labels(long user) {
    var labels = new TreeMap<String, Long>();
    sql.list(
        "SELECT label, count(*) AS n FROM user_label WHERE user = ? GROUP BY label",
        row -> labels.put(row.text("label"), row.number("n")),
        user);
    return labels;
  }

  /** Unread articles of each feed that has any. */
  public Map<Long, Long> unread(long user) {
    var unread = new HashMap<Long, Long>();
    sql.list(
        """
        SELECT e.feed, count(DISTINCT e.article) AS n
        FROM entry e LEFT JOIN user_article u ON u.article = e.article AND u.user = ?
        WHERE e.state = 'ARTICLE' AND u.read_at IS NULL GROUP BY e.feed
        """,
        row -> unread.put(row.number("feed"), row.number("n")),
        user);
    return unread;
  }

  /** What a log entry says of a story or an article. */
  void obey(long user, Mute mute, boolean muted, Instant at) {
    if (!muted) {
      unmute(user, mute);
    } else if (sql.number("SELECT count(*) FROM user WHERE id = ?", user) > 0) {
      mute(user, mute, at);
    }
  }

  public void mute(long user, Mute mute, Instant now) {
    sql.update(
        "INSERT OR IGNORE INTO user_mute (user, kind, value, at) VALUES (?, ?, ?, ?)",
        user,
        mute.kind(),
        mute.value(),
        now);
  }

  public void unmute(long user, Mute mute) {
    sql.update(
        "DELETE FROM user_mute WHERE user = ? AND kind = ? AND value = ?",
        user,
        mute.kind(),
        mute.value());
  }

  public List<Mute> mutes(long user) {
    return sql.list(
        "SELECT kind, value FROM user_mute WHERE user = ? ORDER BY kind, value",
        row -> new Mute(Mute.Kind.valueOf(row.text("kind")), row.text("value")),
        user);
  }

  /** A setting of the user's own ("theme"); empty when never set. */
  public Optional<String> setting(long user, String name) {
    return sql.first(
        "SELECT value FROM user_setting WHERE user = ? AND name = ?",
        row -> row.text("value"),
        user,
        name);
  }

  public void set(long user, String name, String value) {
    sql.update(
        "INSERT OR REPLACE INTO user_setting (user, name, value) VALUES (?, ?, ?)",
        user,
        name,
        value);
  }
}
