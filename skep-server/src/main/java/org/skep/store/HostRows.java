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
