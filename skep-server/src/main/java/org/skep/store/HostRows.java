package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hosts, by host key. */
public final class HostRows {
  private final Sql sql;

  HostRows(Sql sql) {
    this.sql = sql;
  }

  public Optional<HostRow> find(String key) {
    return sql.first("SELECT * FROM host WHERE key = ?", HostRows::read, key);
  }

  /** Hosts on hold at that time. */
  public List<HostRow> held(Instant now) {
    return sql.list("SELECT * FROM host WHERE hold_until > ?", HostRows::read, now);
  }

  public void save(HostRow host) {
    Duration delay = host.crawlDelay();
    sql.update(
        """
        INSERT INTO host (key, hold_until, hold_reason, strikes, last_end, crawl_delay_millis)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET hold_until = excluded.hold_until,
          hold_reason = excluded.hold_reason, strikes = excluded.strikes, last_end = excluded.last_end,
          crawl_delay_millis = excluded.crawl_delay_millis
        """,
        host.key(),
        host.holdUntil(),
        host.holdReason(),
        host.strikes(),
        host.lastEnd(),
        delay == null ? null : delay.toMillis());
  }

  /** The wall clock jumped by that much: every wait stays as long as it was. */
  public void shift(Duration jump) {
    long millis = jump.toMillis();
    sql.update(
        "UPDATE host SET hold_until = hold_until + ?, last_end = last_end + ?", millis, millis);
  }

  /** A last request in the future: the clock was set back while nobody looked. */
  public void setBack(Instant latest, Instant now) {
    sql.update(
        """
        UPDATE host SET hold_until = hold_until - last_end + ?1, last_end = ?1 WHERE last_end > ?2
        """,
        now,
        latest);
  }

  private static HostRow read(Row row) {
    @Nullable Long delay = row.numberOrNull("crawl_delay_millis");
    return new HostRow(
        row.text("key"),
        row.instantOrNull("hold_until"),
        row.textOrNull("hold_reason"),
        row.integer("strikes"),
        row.instantOrNull("last_end"),
        delay == null ? null : Duration.ofMillis(delay));
  }
}
