package org.skep.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.skep.model.Page;

/**
 * The fetched bytes behind articles, stored once by content, kept for the days the settings say.
 */
public final class PageRows {
  private final Sql sql;

  PageRows(Sql sql) {
    this.sql = sql;
  }

  /** The bytes that revision was extracted from. */
  public Optional<byte[]> find(long article, int revision) {
    return sql.first(
        "SELECT b.bytes FROM page p JOIN blob b ON b.hash = p.blob WHERE article = ? AND revision ="
            + " ?",
        row -> KeptPage.unpack(row.bytes("bytes")),
        article,
        revision);
  }

  /** A stored page and the article it became. */
  public record Stored(long article, Page page) {}

  /** The page behind the article's present revision. */
  public Optional<Page> present(long article) {
    return sql.first(
        """
        SELECT p.url, p.fetched, b.bytes FROM article a
        JOIN page p ON p.article = a.id AND p.revision = a.revision
        JOIN blob b ON b.hash = p.blob WHERE a.id = ?
        """,
        PageRows::page,
        article);
  }

  /** The pages behind the present revisions of an outlet's newest articles. */
  public List<Stored> newest(String outlet, int limit) {
    return sql.list(
        """
        SELECT p.article, p.url, p.fetched, b.bytes FROM article a
        JOIN page p ON p.article = a.id AND p.revision = a.revision
        JOIN blob b ON b.hash = p.blob
        WHERE a.outlet = ? ORDER BY a.dated DESC LIMIT ?
        """,
        row -> new Stored(row.number("article"), page(row)),
        outlet,
        limit);
  }

  private static Page page(Row row) {
    return new Page(
        row.text("url"), Map.of(), KeptPage.unpack(row.bytes("bytes")), row.instant("fetched"));
  }

  public long bytes() {
    return sql.number("SELECT sum(length(bytes)) FROM blob");
  }

  void save(long article, int revision, KeptPage page) {
    sql.update(
        "INSERT OR IGNORE INTO blob (hash, length, bytes) VALUES (?, ?, ?)",
        page.hash(),
        page.length(),
        page.packed());
    sql.update(
        "INSERT OR REPLACE INTO page (article, revision, url, fetched, blob) VALUES (?, ?, ?, ?,"
            + " ?)",
        article,
        revision,
        page.url(),
        page.fetched(),
        page.hash());
  }

  /** Forgets pages fetched before that time. */
  public int forget(Instant before) {
    int pages = sql.update("DELETE FROM page WHERE fetched < ?", before);
    if (pages > 0) {
      collect();
    }
    return pages;
  }

  void purge(long article) {
    if (sql.update("DELETE FROM page WHERE article = ?", article) > 0) {
      collect();
    }
  }

  /** Every stored page with the hash it must have. */
  void each(BiConsumer<String, byte[]> consumer) {
    sql.each(
        "SELECT hash, bytes FROM blob",
        row -> consumer.accept(row.text("hash"), row.bytes("bytes")));
  }

  private void collect() {
    sql.update("DELETE FROM blob WHERE hash NOT IN (SELECT blob FROM page)");
  }
}
