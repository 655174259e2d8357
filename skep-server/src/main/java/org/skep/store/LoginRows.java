package org.skep.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users who may sign in, their sessions and tokens. Holds hashes alone, never a secret. */
public final class LoginRows {
  private final Sql sql;

  LoginRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * A user.
   *
   * @param password its hash with the parameters it was made with; {@code null} for who cannot sign
   *     in
   */
  public record User(long id, String name, @Nullable String password) {}

  /** A browser that is signed in. */
  public record Session(long id, long user, Instant created, Instant lastUsed, String agent) {}

  /**
   * A program that may act for a user.
   *
   * @param expires {@code null} for never
   * @param lastUsed {@code null} for never
   */
  public record Token(
      long id,
      long user,
      String name,
      String scope,
      Instant created,
      @Nullable Instant expires,
      @Nullable Instant lastUsed) {}

  public Optional<User> user(String name) {
    return sql.first("SELECT * FROM user WHERE name = ?", LoginRows::readUser, name);
  }

  public Optional<User> user(long id) {
    return sql.first("SELECT * FROM user WHERE id = ?", LoginRows::readUser, id);
  }

  /** Those who may sign in, in order of id. */
  public List<User> users() {
    return sql.list(
        "SELECT * FROM user WHERE password IS NOT NULL ORDER BY id", LoginRows::readUser);
  }

  /** Whether anybody may sign in. */
  public boolean any() {
    return sql.number("SELECT count(*) FROM user WHERE password IS NOT NULL") > 0;
  }

  /**
   * A new user; the first one is who has read here until now, with all marks. Empty when the name
   * is taken.
   */
  public Optional<User> add(String name, String password) {
    if (!any()) {
      sql.update(
          "UPDATE user SET name = ?, password = ? WHERE id = ?", name, password, UserRows.READER);
      return user(UserRows.READER);
    }
    if (user(name).isPresent()) {
      return Optional.empty();
    }
    long id = sql.insert("INSERT INTO user (name, password) VALUES (?, ?)", name, password);
    return user(id);
  }

  /** Another password ends every session. */
  public void setPassword(long user, String password) {
    sql.update("UPDATE user SET password = ? WHERE id = ?", password, user);
    sql.update("DELETE FROM session WHERE user = ?", user);
  }

  /** The same password under newer parameters; sessions stay. */
  public void rehash(long user, String password) {
    sql.update("UPDATE user SET password = ? WHERE id = ?", password, user);
  }

  /**
   * With all marks, sessions, tokens and apps. The one reader of the start loses only the password.
   */
  public void remove(long user) {
    sql.update("DELETE FROM session WHERE user = ?", user);
    sql.update("DELETE FROM token WHERE user = ?", user);
    sql.update("DELETE FROM app_password WHERE user = ?", user);
    if (user == UserRows.READER) {
      sql.update("UPDATE user SET password = NULL, name = 'reader' WHERE id = ?", user);
    } else {
      sql.update("DELETE FROM user WHERE id = ?", user);
    }
  }

  public long addSession(String hash, long user, String agent, Instant now) {
    return sql.insert(
        "INSERT INTO session (hash, user, created, last_used, agent) VALUES (?, ?, ?, ?, ?)",
        hash,
        user,
        now,
        now,
        agent);
  }

  public Optional<Session> session(String hash) {
    return sql.first("SELECT * FROM session WHERE hash = ?", LoginRows::readSession, hash);
  }

  /** Of one user, the last used first. */
  public List<Session> sessions(long user) {
    return sql.list(
        "SELECT * FROM session WHERE user = ? ORDER BY last_used DESC, id DESC",
        LoginRows::readSession,
        user);
  }

  public void touchSession(long id, Instant now) {
    sql.update("UPDATE session SET last_used = ? WHERE id = ?", now, id);
  }

  /** Only one of this user's own; says whether there was one. */
  public boolean endSession(long user, long id) {
    return sql.update("DELETE FROM session WHERE user = ? AND id = ?", user, id) > 0;
  }

  public void endSession(String hash) {
    sql.update("DELETE FROM session WHERE hash = ?", hash);
  }

  /** Those unused since the one time or begun before the other. */
  public int endSessions(Instant unusedSince, Instant begunBefore) {
    return sql.update(
        "DELETE FROM session WHERE last_used < ? OR created < ?", unusedSince, begunBefore);
  }

  public long addToken(
      String hash, long user, String name, String scope, @Nullable Instant expires, Instant now) {
    return sql.insert(
        "INSERT INTO token (hash, user, name, scope, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
        hash,
        user,
        name,
        scope,
        now,
        expires);
  }

  public Optional<Token> token(String hash) {
    return sql.first("SELECT * FROM token WHERE hash = ?", LoginRows::readToken, hash);
  }

  /** Of one user, the newest first. */
  public List<Token> tokens(long user) {
    return sql.list(
        "SELECT * FROM token WHERE user = ? ORDER BY id DESC", LoginRows::readToken, user);
  }

  public void touchToken(long id, Instant now) {
    sql.update("UPDATE token SET last_used = ? WHERE id = ?", now, id);
  }

  /** Only one of this user's own; says whether there was one. */
  public boolean endToken(long user, long id) {
    return sql.update("DELETE FROM token WHERE user = ? AND id = ?", user, id) > 0;
  }

  private static User readUser(Row row) {
    return new User(row.number("id"), row.text("name"), row.textOrNull("password"));
  }

  private static Session readSession(Row row) {
    return new Session(
        row.number("id"),
        row.number("user"),
        row.instant("created"),
        row.instant("last_used"),
        row.text("agent"));
  }

  private static Token readToken(Row row) {
    return new Token(
        row.number("id"),
        row.number("user"),
        row.text("name"),
        row.text("scope"),
        row.instant("created"),
        row.instantOrNull("expires"),
        row.instantOrNull("last_used"));
  }
}
