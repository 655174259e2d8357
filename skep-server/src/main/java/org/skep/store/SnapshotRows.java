package org.skep.store;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Snapshots of the sequencer's state, in parts of {@link #PART_BYTES}, so that none is too large
 * for a row. The last two are kept.
 */
public final class SnapshotRows {
  private static final int PART_BYTES = 4 << 20;

  private final Sql sql;

  SnapshotRows(Sql sql) {
    this.sql = sql;
  }

  /** State after the log entry {@code seq}. */
  public record Snapshot(long seq, byte[] bytes) {}

  /** The newest one that this code wrote and that goes no further than {@code upTo}. */
  public Optional<Snapshot> newest(String code, long upTo) {
    long seq = sql.number("SELECT max(seq) FROM snapshot WHERE code = ? AND seq <= ?", code, upTo);
    if (seq == 0) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream();
    sql.list(
            "SELECT bytes FROM snapshot WHERE seq = ? ORDER BY part",
            row -> row.bytes("bytes"),
            seq)
        .forEach(bytes::writeBytes);
    return Optional.of(new Snapshot(seq, Packed.inflate(bytes.toByteArray())));
  }

  /** Ready to be saved: packed by whoever took it, not by the writer. */
  public static byte[] pack(byte[] state) {
    return Packed.deflate(state);
  }

  /** Keeps it, and the one before. */
  public void save(long seq, String code, byte[] packed) {
    sql.update(
        """
        DELETE FROM snapshot WHERE seq >= ?1
          OR seq < (SELECT max(seq) FROM snapshot WHERE seq < ?1)
        """,
        seq);
    for (int part = 0, begin = 0; begin < packed.length; part++, begin += PART_BYTES) {
      int end = Math.min(packed.length, begin + PART_BYTES);
      sql.update(
          "INSERT INTO snapshot (seq, part, code, bytes) VALUES (?, ?, ?, ?)",
          seq,
          part,
          code,
          Arrays.copyOfRange(packed, begin, end));
    }
  }
}
