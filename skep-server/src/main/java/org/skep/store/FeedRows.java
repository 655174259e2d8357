package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.model.Codec;
import org.skep.store.FeedRow.FullText;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.Rate;
import org.skep.store.FeedRow.Redirect;
import org.skep.store.FeedRow.Schedule;
import org.skep.store.FeedRow.State;
import org.skep.store.FeedRow.Wishes;

/** The feeds. */
public final class FeedRows {
  private final Sql sql;
  private final CredentialRows credentials;

  FeedRows(Sql sql, CredentialRows credentials) {
    this.sql = sql;
    this.credentials = credentials;
  }

  /** All, by folder and name. */
  public List<FeedRow> all() {
    return sql.list(
        "SELECT * FROM feed ORDER BY folder, coalesce(title, url) COLLATE NOCASE, id",
        FeedRows::read);
  }

  public Optional<FeedRow> find(long id) {
    return sql.first("SELECT * FROM feed WHERE id = ?", FeedRows::read, id);
  }

  /** Name and password in the address make no difference. */
  public Optional<FeedRow> find(String url) {
    return sql.first(
        "SELECT * FROM feed WHERE url = ?", FeedRows::read, CredentialRows.without(url));
  }

  /** Active ones whose time has come, the oldest due first. */
  public List<FeedRow> due(Instant now, int limit) {
    return sql.list(
        """
        SELECT * FROM feed
        WHERE state IN ('ACTIVE', 'GONE') AND kind <> 'PAGES' AND next_check <= ?
        ORDER BY next_check LIMIT ?
        """,
        FeedRows::read,
        now,
        limit);
  }

  /** When the next one is due; empty when nothing ever is. */
  public Optional<Instant> nextDue() {
    long next =
        sql.number(
            """
            SELECT min(next_check) FROM feed WHERE state IN ('ACTIVE', 'GONE') AND kind <> 'PAGES'
            """);
    return next == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
  }

  public long count() {
    return sql.number("SELECT count(*) FROM feed WHERE kind <> 'PAGES'");
  }

  /**
   * The feed as stored: the one that has this address already, or this one with its new id. Name
   * and password in the address are kept apart from it.
   */
  public FeedRow add(FeedRow wanted) {
    FeedRow feed = wanted.withUrl(CredentialRows.without(wanted.url()));
    var known = find(feed.url());
    if (known.isPresent()) {
      credentials.keep(known.get().id(), wanted.url());
      return known.get();
    }
    long id =
        sql.insert(
            """
            INSERT INTO feed (url, kind, state, full_text, added, next_check, interval_seconds)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            feed.url(),
            feed.kind(),
            feed.state(),
            feed.fullText(),
            feed.added(),
            feed.schedule().nextCheck(),
            feed.schedule().interval().toSeconds());
    var stored =
        new FeedRow(
            id,
            feed.url(),
            feed.kind(),
            feed.site(),
            feed.title(),
            feed.folder(),
            feed.state(),
            feed.fullText(),
            feed.news(),
            feed.added(),
            feed.schedule(),
            feed.polls(),
            feed.lastPoll());
    save(stored);
    credentials.keep(id, wanted.url());
    return stored;
  }

  /** Everything but the id. */
  public void save(FeedRow feed) {
    Schedule schedule = feed.schedule();
    Redirect redirect = schedule.redirect();
    PollReport poll = feed.lastPoll();
    sql.update(
        """
        UPDATE feed SET url = ?, kind = ?, site = ?, title = ?, folder = ?, state = ?,
          full_text = ?, news = ?, etag = ?, last_modified = ?, validators_url = ?, next_check = ?, last_check = ?,
          last_ok = ?, failures = ?, hold_until = ?, hold_reason = ?, interval_seconds = ?,
          redirect_count = ?, redirect_first = ?, redirect_target = ?, gone_since = ?, hub = ?,
          hint_seconds = ?, skip_hours = ?, skip_days = ?, rate_newest = ?, rate_oldest = ?,
          rate_entries = ?, polls = ?, last_poll = ?
        WHERE id = ?
        """,
        feed.url(),
        feed.kind(),
        feed.site(),
        feed.title(),
        feed.folder(),
        feed.state(),
        feed.fullText(),
        feed.news(),
        schedule.etag(),
        schedule.lastModified(),
        schedule.validatorsUrl(),
        schedule.nextCheck(),
        schedule.lastCheck(),
        schedule.lastOk(),
        schedule.failures(),
        schedule.holdUntil(),
        schedule.holdReason(),
        schedule.interval().toSeconds(),
        redirect == null ? 0 : redirect.count(),
        redirect == null ? null : redirect.first(),
        redirect == null ? null : redirect.target(),
        schedule.goneSince(),
        schedule.hub(),
        schedule.wishes().interval().toSeconds(),
        schedule.wishes().skipHours(),
        schedule.wishes().skipDays(),
        schedule.rate().newest(),
        schedule.rate().oldest(),
        schedule.rate().entries(),
        feed.polls(),
        poll == null ? null : Codec.encode(poll),
        feed.id());
  }

  /** Committed before each request, so that a crash costs an interval and never makes a storm. */
  public void nextCheck(long id, Instant next, Instant asked) {
    sql.update("UPDATE feed SET next_check = ?, last_check = ? WHERE id = ?", next, asked, id);
  }

  /** Makes it due at once; the host's hold and the feed's own still count. */
  public void hurry(long id, Instant now) {
    sql.update("UPDATE feed SET next_check = ? WHERE id = ?", now, id);
  }

  /** The wall clock jumped by that much: every wait stays as long as it was. */
  public void shift(Duration jump) {
    long millis = jump.toMillis();
    sql.update(
        """
        UPDATE feed SET next_check = next_check + ?, hold_until = hold_until + ?,
          last_check = last_check + ?, redirect_first = redirect_first + ?
        """,
        millis,
        millis,
        millis,
        millis);
  }

  /** A last check in the future: the clock was set back while nobody looked. */
  public void setBack(Instant latest, Instant now) {
    sql.update(
        """
        UPDATE feed SET next_check = next_check - last_check + ?1,
          hold_until = hold_until - last_check + ?1, last_check = ?1 WHERE last_check > ?2
        """,
        now,
        latest);
  }

  /** Its entries go with it; the articles stay, other feeds may list them. Its hub is told. */
  public void delete(long id) {
    PushRows.leave(sql, id, null);
    sql.update("DELETE FROM feed WHERE id = ?", id);
  }

  static FeedRow read(Row row) {
    byte @Nullable [] poll = row.bytesOrNull("last_poll");
    return new FeedRow(
        row.number("id"),
        row.text("url"),
        Kind.valueOf(row.text("kind")),
        row.textOrNull("site"),
        row.textOrNull("title"),
        row.text("folder"),
        State.valueOf(row.text("state")),
        FullText.valueOf(row.text("full_text")),
        row.flag("news"),
        row.instant("added"),
        schedule(row),
        row.number("polls"),
        poll == null ? null : Codec.decode(poll, PollReport.class));
  }

  private static Schedule schedule(Row row) {
    return new Schedule(
        row.textOrNull("etag"),
        row.textOrNull("last_modified"),
        row.textOrNull("validators_url"),
        row.instant("next_check"),
        row.instantOrNull("last_check"),
        row.instantOrNull("last_ok"),
        row.integer("failures"),
        row.instantOrNull("hold_until"),
        row.textOrNull("hold_reason"),
        Duration.ofSeconds(row.number("interval_seconds")),
        redirect(row),
        row.instantOrNull("gone_since"),
        row.textOrNull("hub"),
        new Wishes(
            Duration.ofSeconds(row.number("hint_seconds")),
            row.integer("skip_hours"),
            row.integer("skip_days")),
        new Rate(
            row.instantOrNull("rate_newest"),
            row.instantOrNull("rate_oldest"),
            row.integer("rate_entries")));
  }

  private static @Nullable Redirect redirect(Row row) {
    int count = row.integer("redirect_count");
    return count == 0
        ? null
        : new Redirect(count, row.instant("redirect_first"), row.text("redirect_target"));
  }
}
