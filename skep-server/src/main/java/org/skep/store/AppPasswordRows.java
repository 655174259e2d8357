package org.skep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passwords of reader apps. Holds hashes alone. */
public final class AppPasswordRows {
  private final Sql sql;

  AppPasswordRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * An app that may read for a user.
   *
   * @param name what the user calls it
   * @param lastUsed {@code null} for never
   */
  public record AppPassword(
      long id, long user, String name, Instant created, @Nullable Instant lastUsed) {}

  public long add(long user, String name, String hash, String fever, Instant now) {
    return sql.insert(
        "INSERT INTO app_password (user, name, hash, fever, created) VALUES (?, ?, ?, ?, ?)",
        user,
        name,
        hash,
        fever,
        now);
  }

  /** By the hash of the password itself. */
  public Optional<AppPassword> byPassword(String hash) {
    return sql.first("SELECT * FROM app_password WHERE hash = ?", AppPasswordRows::read, hash);
  }

  /** By the hash of what Fever's apps send. */
  public Optional<AppPassword> byFever(String hash) {
    return sql.first("SELECT * FROM app_password WHERE fever = ?", AppPasswordRows::read, hash);
  }

  /** Of one user, the newest first. */
  public List<AppPassword> of(long user) {
    return sql.list(
        "SELECT * FROM app_password WHERE user = ? ORDER BY id DESC", AppPasswordRows::read, user);
  }

  public void touch(long id, Instant now) {
    sql.update("UPDATE app_password SET last_used = ? WHERE id = ?", now, id);
  }

  /** Only one of this user's own; says whether there was one. */
  public boolean end(long user, long id) {
    return sql.update("DELETE FROM app_password WHERE user = ? AND id = ?", user, id) > 0;
  }

  private static AppPassword read(Row row) {
    return new AppPassword(
        row.number("id"),
        row.number("user"),
        row.text("name"),
        row.instant("created"),
        row.instantOrNull("last_used"));
  }
}
