package org.skep.store;

import java.util.List;
import java.util.Optional;
import org.skep.model.Copy;

/** Which article copies which. */
public final class CopyRows {
  private final Sql sql;

  CopyRows(Sql sql) {
    this.sql = sql;
  }

  public Optional<Copy> find(long article) {
    return sql.first("SELECT body FROM copy WHERE article = ?", CopyRows::read, article);
  }

  /** The whole lineage with the matching passages. */
  public List<Copy> lineage(long lineage) {
    return sql.list(
        "SELECT body FROM copy WHERE lineage = ? ORDER BY article", CopyRows::read, lineage);
  }

  /**
   * Ids of the articles with the same lineage, the article itself included: they are read along.
   */
  public List<Long> siblings(long article) {
    List<Long> ids =
        sql.list(
            """
            SELECT y.article FROM copy x JOIN copy y ON y.lineage = x.lineage WHERE x.article = ?
            """,
            row -> row.number("article"),
            article);
    return ids.isEmpty() ? List.of(article) : ids;
  }

  void save(Copy copy, long seq) {
    sql.update(
        """
        INSERT OR REPLACE INTO copy (article, lineage, origin, kind, seq, body)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        copy.article(),
        copy.group(),
        copy.origin(),
        copy.kind(),
        seq,
        Packed.pack(copy));
  }

  void delete(long article) {
    sql.update("DELETE FROM copy WHERE article = ?", article);
  }

  private static Copy read(Row row) {
    return Packed.unpack(row.bytes("body"), Copy.class);
  }
}
