package org.skep.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The numbered scripts {@code db/NNN-*.sql} that bring a database to the present schema, each in
 * one transaction together with its number. A statement ends with a semicolon at the end of a line.
 */
final class Migrations {
  private final List<String> scripts;

  private Migrations(List<String> scripts) {
    this.scripts = scripts;
  }

  /** Those of this program; number n is at n - 1. */
  static Migrations bundled() {
    return new Migrations(
        List.of(
            resource("db/001-first.sql"),
            resource("db/002-publishers-wishes.sql"),
            resource("db/003-accounts.sql"),
            resource("db/004-logins.sql"),
            resource("db/005-credentials.sql"),
            resource("db/006-push.sql"),
            resource("db/007-app-passwords.sql")));
  }

  /** Those given; for the tests of migrating. */
  static Migrations of(List<String> scripts) {
    return new Migrations(List.copyOf(scripts));
  }

  List<String> scripts() {
    return scripts;
  }

  /** The schema this program writes. */
  int newest() {
    return scripts.size();
  }

  /**
   * Runs what is missing.
   *
   * @param before called with the number of the first script to run on a database that holds data
   */
  void run(Sql sql, IntConsumer before) {
    int version = Math.toIntExact(sql.number("PRAGMA user_version"));
    if (version > newest()) {
      throw newer(version, newest());
    }
    if (version > 0 && version < newest()) {
      before.accept(version + 1);
    }
    for (int number = version + 1; number <= newest(); number++) {
      run(sql, number);
    }
  }

  static StoreException newer(int version, int newest) {
    return new StoreException(
        "This data was written by a newer Skep (schema "
            + version
            + "; this program knows up to "
            + newest
            + "). Use that version, or restore a backup made before. Nothing was changed.");
  }

  private void run(Sql sql, int number) {
    sql.execute("BEGIN IMMEDIATE");
    try {
      for (String statement : scripts.get(number - 1).split(";[ \t]*(--[^\n]*)?(\r?\n|$)", -1)) {
        if (!statement.isBlank()) {
          sql.execute(statement);
        }
      }
      sql.execute("PRAGMA user_version = " + number);
      sql.execute("COMMIT");
    } catch (StoreException e) {
      sql.execute("ROLLBACK");
      throw new StoreException("migration " + number + " failed, nothing was changed: " + e, e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
