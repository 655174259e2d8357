package org.skep.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.model.Codec;
import org.skep.model.Correction;
import org.skep.model.Correction.NamePersons;
import org.skep.model.LogEntry;

/** The one ordered log. Only grows. */
public final class LogRows {
  private final Sql sql;
  private final RecentAnalyses analyses;

  LogRows(Sql sql, RecentAnalyses analyses) {
    this.sql = sql;
    this.analyses = analyses;
  }

  /** The last entry's seq; 0 for an empty log. */
  public long last() {
    return sql.number("SELECT max(seq) FROM log");
  }

  /**
   * The entries after that seq, in order. The arrival of an article that was erased later reads as
   * its erasure: its words are gone.
   */
  public List<LogEntry> after(long seq, int limit) {
    return sql.list(
        """
        SELECT l.seq, l.at, l.kind, l.article, l.revision, coalesce(r.body, l.body) AS body
        FROM log l LEFT JOIN revision r ON r.article = l.article AND r.revision = l.revision
        WHERE l.seq > ? ORDER BY l.seq LIMIT ?
        """,
        this::read,
        seq,
        limit);
  }

  /** Articles erased by entries after {@code seq}, up to {@code upTo}. */
  public List<Long> purged(long seq, long upTo) {
    return sql.list(
        "SELECT article FROM log WHERE kind = 'PURGED' AND seq > ? AND seq <= ?",
        row -> row.number("article"),
        seq,
        upTo);
  }

  /** The persons users named by tables, as last loaded, by identity; reads every correction. */
  public Map<String, NamePersons.Row> named() {
    var rows = new TreeMap<String, NamePersons.Row>();
    sql.list(
            "SELECT body FROM log WHERE kind = 'CORRECTED' ORDER BY seq",
            row -> Codec.decode(row.bytes("body"), StoredCorrection.class).read())
        .forEach(correction -> {
          if (correction instanceof NamePersons table) {
            table.rows().forEach(row -> rows.put(row.identity(), row));
          }
        });
    return rows;
  }

  /** A user set something right; gives the seq. */
  public long append(Correction correction, Instant at) {
    return append(at, "CORRECTED", null, null, Codec.encode(StoredCorrection.of(correction)));
  }

  long append(
      Instant at,
      String kind,
      @Nullable Long article,
      @Nullable Integer revision,
      byte @Nullable [] body) {
    return sql.insert(
        "INSERT INTO log (at, kind, article, revision, body) VALUES (?, ?, ?, ?, ?)",
        at,
        kind,
        article,
        revision,
        body);
  }

  private LogEntry read(Row row) {
    long seq = row.number("seq");
    Instant at = row.instant("at");
    byte @Nullable [] body = row.bytesOrNull("body");
    return switch (row.text("kind")) {
      case "CORRECTED" ->
          new LogEntry.Corrected(
              seq, at, Codec.decode(row.bytes("body"), StoredCorrection.class).read());
      case "ARRIVED" ->
          body == null
              ? new LogEntry.Purged(seq, at, row.number("article"))
              : new LogEntry.PageArrived(seq, at, analyses.read(row));
      default -> new LogEntry.Purged(seq, at, row.number("article"));
    };
  }
}
