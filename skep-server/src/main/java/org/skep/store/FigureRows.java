package org.skep.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures over many rows, for pages that show how outlets and feeds are. Only reads. */
public final class FigureRows {
  private final Sql sql;

  FigureRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * Of one feed.
   *
   * @param recent articles since the time asked for
   * @param copies articles that repeat others' words
   */
  public record FeedFigures(int articles, int recent, int copies) {
    public static final FeedFigures NONE = new FeedFigures(0, 0, 0);
  }

  /** Of one outlet; its name as last printed. */
  public record OutletFigures(String name, int articles, int originals) {}

  /** Another outlet, and how many articles go from one to the other. */
  public record Exchange(String outlet, String name, int articles) {}

  /** Every feed that has articles; one pass over the entries. */
  public Map<Long, FeedFigures> feeds(Instant since) {
    var figures = new HashMap<Long, FeedFigures>();
    sql.list(
        """
        SELECT e.feed, count(*) AS n, sum(e.first_seen >= ?) AS recent,
          sum(coalesce(c.kind, 'ORIGINAL') <> 'ORIGINAL') AS copies
        FROM entry e LEFT JOIN copy c ON c.article = e.article
        WHERE e.article IS NOT NULL AND e.state = 'ARTICLE' GROUP BY e.feed
        """,
        row ->
            figures.put(
                row.number("feed"),
                new FeedFigures(row.integer("n"), row.integer("recent"), row.integer("copies"))),
        since);
    return figures;
  }

  /** Empty when no article of that host was read. */
  public Optional<OutletFigures> outlet(String host) {
    return sql.first(
            """
            SELECT count(*) AS n, coalesce(max(a.publisher), ?1) AS name,
              sum(coalesce(c.kind, 'ORIGINAL') = 'ORIGINAL') AS originals
            FROM article a LEFT JOIN copy c ON c.article = a.id WHERE a.outlet = ?1
            """,
            row ->
                new OutletFigures(
                    row.text("name"), row.integer("n"), (int) row.number("originals")),
            host)
        .filter(figures -> figures.articles() > 0);
  }

  /** Whose words the outlet repeats, most often first. */
  public List<Exchange> sources(String host, int limit) {
    return sql.list(
        """
        SELECT o.outlet, max(coalesce(o.publisher, o.outlet)) AS name, count(*) AS n
        FROM article a JOIN copy c ON c.article = a.id JOIN article o ON o.id = c.origin
        WHERE a.outlet = ? AND o.outlet <> a.outlet GROUP BY o.outlet ORDER BY n DESC LIMIT ?
        """,
        FigureRows::exchange,
        host,
        limit);
  }

  /** Who repeats the outlet's words, most often first. */
  public List<Exchange> takers(String host, int limit) {
    return sql.list(
        """
        SELECT a.outlet, max(coalesce(a.publisher, a.outlet)) AS name, count(*) AS n
        FROM article o JOIN copy c ON c.origin = o.id JOIN article a ON a.id = c.article
        WHERE o.outlet = ? AND a.outlet <> o.outlet GROUP BY a.outlet ORDER BY n DESC LIMIT ?
        """,
        FigureRows::exchange,
        host,
        limit);
  }

  /** Languages of articles, most frequent first. */
  public List<String> languages(int limit) {
    return sql.list(
        "SELECT language FROM article GROUP BY language ORDER BY count(*) DESC LIMIT ?",
        row -> row.text("language"),
        limit);
  }

  /** Articles that repeat others' words. */
  public long copies() {
    return sql.number("SELECT count(*) FROM copy WHERE kind <> 'ORIGINAL'");
  }

  private static Exchange exchange(Row row) {
    return new Exchange(row.text("outlet"), row.text("name"), row.integer("n"));
  }
}
