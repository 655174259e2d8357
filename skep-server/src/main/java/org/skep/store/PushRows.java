package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.store.PushRow.State;

/** Subscriptions at hubs. Their secrets are sealed; without the key file there are none. */
public final class PushRows {
  private static final String PURPOSE = "push";

  private final Sql sql;
  private final Vault vault;

  PushRows(Sql sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /** The one of a feed that is not to end; empty when it has none. */
  public Optional<PushRow> ofFeed(long feed) {
    return sql.first("SELECT * FROM push WHERE feed = ? AND state <> 'LEAVING'", this::read, feed)
        .flatMap(row -> row);
  }

  /** The one whose callback ends like that. */
  public Optional<PushRow> byKey(String key) {
    return sql.first("SELECT * FROM push WHERE path = ?", this::read, Hash.of(key))
        .flatMap(row -> row);
  }

  /** Those whose hub is to be asked, the oldest due first. */
  public List<PushRow> due(Instant now, int limit) {
    return sql
        .list("SELECT * FROM push WHERE due <= ? ORDER BY due LIMIT ?", this::read, now, limit)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** When the next one is due; empty when none ever is. */
  public Optional<Instant> nextDue() {
    long next = sql.number("SELECT min(due) FROM push");
    return next == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
  }

  /** A new one, due at once. */
  public void add(
      long feed, String hub, String topic, String origin, String key, String secret, Instant now) {
    sql.update(
        """
        INSERT INTO push (feed, hub, topic, origin, path, sealed, state, due)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        feed,
        hub,
        topic,
        origin,
        Hash.of(key),
        vault.seal(key + " " + secret, PURPOSE),
        State.ASKED,
        now);
  }

  /** What changes with time. */
  public void save(PushRow push) {
    sql.update(
        "UPDATE push SET state = ?, due = ?, tries = ?, lease_end = ?, problem = ? WHERE id = ?",
        push.state(),
        push.due(),
        push.tries(),
        push.leaseEnd(),
        push.problem(),
        push.id());
  }

  /** The feed's subscription is to end: its hub is told, unless it never heard of it. */
  public void leave(long feed, Instant now) {
    leave(sql, feed, now);
  }

  /** The same without the vault, for whoever deletes the feed. */
  static void leave(Sql sql, long feed, @Nullable Instant now) {
    sql.update("DELETE FROM push WHERE feed = ? AND state = 'ASKED' AND tries = 0", feed);
    sql.update(
        """
        UPDATE push SET feed = NULL, state = 'LEAVING', due = coalesce(?, 1), tries = 0 WHERE feed = ?
        """,
        now,
        feed);
  }

  public void delete(long id) {
    sql.update("DELETE FROM push WHERE id = ?", id);
  }

  /**
   * Forgets those made under another address of ours, which no hub can confirm any more, and those
   * whose secrets are lost; their leases end by themselves.
   *
   * @param origin empty forgets all
   */
  public void keepOnly(String origin) {
    sql.update("DELETE FROM push WHERE origin <> ?", origin);
    sql.list("SELECT * FROM push", row -> read(row).isPresent() ? 0L : row.number("id")).stream()
        .filter(id -> id > 0)
        .forEach(this::delete);
  }

  /** The wall clock was set: waits and leases stay as long as they were. */
  public void shift(Duration jump) {
    long millis = jump.toMillis();
    sql.update("UPDATE push SET due = due + ?, lease_end = lease_end + ?", millis, millis);
  }

  private Optional<PushRow> read(Row row) {
    return vault
        .open(row.bytes("sealed"), PURPOSE)
        .map(secrets -> secrets.split(" ", 2))
        .filter(secrets -> secrets.length == 2)
        .map(secrets -> {
          Long feed = row.numberOrNull("feed");
          return new PushRow(
              row.number("id"),
              feed == null ? 0 : feed,
              row.text("hub"),
              row.text("topic"),
              row.text("origin"),
              secrets[0],
              secrets[1],
              State.valueOf(row.text("state")),
              row.instant("due"),
              row.integer("tries"),
              row.instantOrNull("lease_end"),
              row.textOrNull("problem"));
        });
  }
}
