package org.skep.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The invariants of docs and specs that one look at the database can answer. */
public final class Checks {
  /** The derived tables with the columns that make a row's place unique. */
  private static final Map<String, String> DERIVED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("copy", "article"),
              Map.entry("person", "id"),
              Map.entry("person_alias", "person, alias"),
              Map.entry("person_link", "article, speaker"),
              Map.entry("person_redirect", "person"),
              Map.entry("quote", "article, n"),
              Map.entry("story", "id"),
              Map.entry("story_account", "story"),
              Map.entry("story_member", "article"),
              Map.entry("story_redirect", "story")));

  private final Sql sql;
  private final PageRows pages;

  Checks(Sql sql, PageRows pages) {
    this.sql = sql;
    this.pages = pages;
  }

  /** What SQLite finds wrong with its file; empty when all is well. */
  public List<String> integrity() {
    return sql
        .list("SELECT * FROM pragma_integrity_check", row -> row.text("integrity_check"))
        .stream()
        .filter(line -> !line.equals("ok"))
        .toList();
  }

  /** Tables with rows that refer to rows that are not there. */
  public List<String> danglingReferences() {
    return sql.list(
        "SELECT DISTINCT \"table\" AS name FROM pragma_foreign_key_check", row -> row.text("name"));
  }

  /** Kept pages whose bytes are not those their hash names. */
  public List<String> damagedPages() {
    var damaged = new ArrayList<String>();
    pages.each((hash, packed) -> {
      if (!matches(hash, packed)) {
        damaged.add(hash);
      }
    });
    return damaged;
  }

  /** Log entries that break the order from 1 without gaps, and arrivals without their words. */
  public List<String> brokenLog() {
    var broken = new ArrayList<String>();
    long count = sql.number("SELECT count(*) FROM log");
    long last = sql.number("SELECT max(seq) FROM log");
    if (count != last) {
      broken.add(count + " log entries up to seq " + last);
    }
    sql.list(
        """
        SELECT l.seq FROM log l LEFT JOIN revision r
          ON r.article = l.article AND r.revision = l.revision
        WHERE l.kind = 'ARRIVED' AND r.article IS NULL
          AND l.article NOT IN (SELECT article FROM tombstone) LIMIT 20
        """,
        row -> broken.add("the article of log entry " + row.number("seq") + " is missing"));
    return broken;
  }

  /** A hash of every derived table's rows; equal states have equal hashes. */
  public Map<String, String> derivedHashes() {
    var hashes = new TreeMap<String, String>();
    DERIVED.forEach((table, order) -> hashes.put(table, hash(table, order)));
    return hashes;
  }

  private String hash(String table, String order) {
    List<String> columns =
        sql.list("SELECT name FROM pragma_table_info('" + table + "')", row -> row.text("name"));
    String joined = String.join(" || x'1F' || ", columns.stream().map(Checks::printed).toList());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      sql.each(
          "SELECT " + joined + " AS line FROM " + table + " ORDER BY " + order,
          row -> digest.update(row.bytes("line")));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String printed(String column) {
    return "coalesce(CASE typeof("
        + column
        + ") WHEN 'blob' THEN hex("
        + column
        + ") ELSE "
        + column
        + " END, '')";
  }

  private static boolean matches(String hash, byte[] packed) {
    try {
      return Hash.of(KeptPage.unpack(packed)).equals(hash);
    } catch (StoreException e) {
      return false;
    }
  }
}
