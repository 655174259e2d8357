package org.skep.store;

/** How far each archive or folder was ingested, so that an interrupted ingest goes on there. */
public final class IngestRows {
  private final Sql sql;

  IngestRows(Sql sql) {
    this.sql = sql;
  }

  /** Everything before this position is acknowledged. */
  public long position(String source) {
    return sql.number("SELECT position FROM ingest WHERE source = ?", source);
  }

  public boolean done(String source) {
    return sql.number("SELECT done FROM ingest WHERE source = ?", source) != 0;
  }

  public void save(String source, long position, boolean done) {
    sql.update(
        "INSERT OR REPLACE INTO ingest (source, position, done) VALUES (?, ?, ?)",
        source,
        position,
        done);
  }
}
