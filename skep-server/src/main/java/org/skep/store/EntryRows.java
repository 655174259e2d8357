package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.model.Codec;
import org.skep.model.Entry;
import org.skep.store.EntryRow.State;

/** The entries of all feeds. Waiting ones are the durable queue of pages to fetch. */
public final class EntryRows {
  private final Sql sql;

  EntryRows(Sql sql) {
    this.sql = sql;
  }

  public Optional<EntryRow> find(long feed, String key) {
    return sql.first("SELECT * FROM entry WHERE feed = ? AND key = ?", EntryRows::read, feed, key);
  }

  /** The newest entry of the feed with that normalised link. */
  public Optional<EntryRow> byLink(long feed, String link) {
    return sql.first(
        "SELECT * FROM entry WHERE feed = ? AND link = ? ORDER BY id DESC LIMIT 1",
        EntryRows::read,
        feed,
        link);
  }

  /** The newest entry of the feed with that title whose guid is an address with that path. */
  public Optional<EntryRow> byGuidPath(long feed, String path, String title) {
    return sql.first(
        """
        SELECT * FROM entry WHERE feed = ? AND title = ? AND key LIKE 'id://%'
          AND substr(key, -length(?)) = ? ORDER BY id DESC LIMIT 1
        """,
        EntryRows::read, feed, title, path, path);
  }

  /** The newest entry of the feed with that title, listed since then. */
  public Optional<EntryRow> byTitle(long feed, String title, Instant since) {
    return sql.first(
        """
        SELECT * FROM entry WHERE feed = ? AND title = ? AND last_seen >= ?
        ORDER BY id DESC LIMIT 1
        """,
        EntryRows::read,
        feed,
        title,
        since);
  }

  /** Lanes in which a waiting entry's time has come, the longest waiting first. */
  public List<String> dueLanes(Instant now) {
    return sql.list(
        """
        SELECT lane FROM entry WHERE state = 'WAITING' AND due <= ? GROUP BY lane
        ORDER BY min(due), lane
        """,
        row -> row.text("lane"),
        now);
  }

  /** Waiting ones of a lane whose time has come, the longest waiting first. */
  public List<EntryRow> due(String lane, Instant now, int limit) {
    return sql.list(
        """
        SELECT * FROM entry WHERE state = 'WAITING' AND lane = ? AND due <= ?
        ORDER BY due, id LIMIT ?
        """,
        EntryRows::read,
        lane,
        now,
        limit);
  }

  /** When the next one is due. */
  public Optional<Instant> nextDue() {
    long next = sql.number("SELECT min(due) FROM entry WHERE state = 'WAITING'");
    return next == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
  }

  public long waiting() {
    return sql.number("SELECT count(*) FROM entry WHERE state = 'WAITING'");
  }

  /** How many entries of each feed ended how. */
  public Map<State, Long> counts(long feed) {
    var counts = new TreeMap<State, Long>();
    sql.list(
        "SELECT state, count(*) AS n FROM entry WHERE feed = ? GROUP BY state",
        row -> counts.put(State.valueOf(row.text("state")), row.number("n")),
        feed);
    return counts;
  }

  /** Entries that became no article, newest first, with the evidence. */
  public List<EntryRow> failed(long feed, int limit) {
    return sql.list(
        """
        SELECT * FROM entry WHERE feed = ? AND state IN ('FAILED', 'NO_ARTICLE')
        ORDER BY id DESC LIMIT ?
        """,
        EntryRows::read,
        feed,
        limit);
  }

  /** Stored with a new id. */
  public long add(EntryRow entry) {
    Entry listed = entry.listed();
    return sql.insert(
        """
        INSERT INTO entry (feed, key, link, title, hash, published, first_seen, last_seen, state,
          due, tries, reason, article, body, lane)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry.feed(),
        entry.key(),
        entry.link(),
        entry.title(),
        entry.hash(),
        entry.published(),
        entry.firstSeen(),
        entry.lastSeen(),
        entry.state(),
        entry.due(),
        entry.tries(),
        entry.reason(),
        entry.article(),
        listed == null ? null : Codec.encode(listed),
        entry.lane());
  }

  /** Listed again, unchanged. */
  public void seen(long id, Instant now) {
    sql.update("UPDATE entry SET last_seen = ? WHERE id = ?", now, id);
  }

  /** Listed again under another key: the feed changed its guids. */
  public void rekey(long id, String key, Instant now) {
    sql.update("UPDATE OR IGNORE entry SET key = ?, last_seen = ? WHERE id = ?", key, now, id);
  }

  /** Listed again with other words: its page is looked at once more. */
  public void edited(long id, @Nullable String title, String hash, Entry listed, Instant now) {
    sql.update(
        """
        UPDATE entry SET title = ?, hash = ?, last_seen = ?, state = 'WAITING', due = ?, tries = 0,
          body = ?
        WHERE id = ? AND state <> 'PURGED'
        """,
        title,
        hash,
        now,
        now,
        Codec.encode(listed),
        id);
  }

  /** Not now: tried again later. */
  public void postpone(long id, Instant due, int tries, String reason) {
    sql.update(
        "UPDATE entry SET due = ?, tries = ?, reason = ? WHERE id = ?", due, tries, reason, id);
  }

  /** It is this article. */
  public void became(long id, long article) {
    sql.update(
        """
        UPDATE entry SET state = 'ARTICLE', article = ?, due = NULL, reason = NULL, body = NULL
        WHERE id = ?
        """,
        article,
        id);
  }

  /** It is none, and why. An article it was before stays. */
  public void ended(long id, State state, String reason) {
    sql.update(
        """
        UPDATE entry SET state = CASE WHEN article IS NULL THEN ? ELSE 'ARTICLE' END, reason = ?,
          due = NULL, body = NULL
        WHERE id = ?
        """,
        state,
        reason,
        id);
  }

  /** The wall clock jumped by that much: every wait stays as long as it was. */
  public void shift(Duration jump) {
    sql.update("UPDATE entry SET due = due + ? WHERE state = 'WAITING'", jump.toMillis());
  }

  void purge(long article) {
    sql.update(
        """
        UPDATE entry SET state = 'PURGED', title = NULL, due = NULL, body = NULL WHERE article = ?
        """,
        article);
  }

  private static EntryRow read(Row row) {
    byte @Nullable [] body = row.bytesOrNull("body");
    return new EntryRow(
        row.number("id"),
        row.number("feed"),
        row.text("key"),
        row.textOrNull("link"),
        row.textOrNull("title"),
        row.text("hash"),
        row.instantOrNull("published"),
        row.instant("first_seen"),
        row.instant("last_seen"),
        State.valueOf(row.text("state")),
        row.instantOrNull("due"),
        row.integer("tries"),
        row.textOrNull("reason"),
        row.numberOrNull("article"),
        body == null ? null : Codec.decode(body, Entry.class),
        row.text("lane"));
  }
}
