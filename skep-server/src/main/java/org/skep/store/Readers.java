package org.skep.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A fixed number of reading connections. Each read sees one moment of the database, the one of its
 * first statement, and never waits for the writer.
 */
final class Readers implements AutoCloseable {
  private record Reader(Sql sql, Tx tx) {}

  private final BlockingQueue<Reader> idle;
  private final int count;

  Readers(int count, Vault vault, RecentAnalyses analyses, Supplier<Sql> open) {
    this.count = count;
    this.idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      Sql sql = open.get();
      sql.execute("PRAGMA query_only = ON");
      idle.add(new Reader(sql, new Tx(sql, vault, analyses)));
    }
  }

  <T> T read(Function<Tx, T> query) {
    Reader reader;
    try {
      reader = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted before reading", e);
    }
    try {
      reader.sql.execute("BEGIN");
      try {
        return query.apply(reader.tx);
      } finally {
        reader.sql.execute("ROLLBACK");
      }
    } finally {
      idle.add(reader);
    }
  }

  /** Waits for the reads under way. */
  @Override
  public void close() {
    for (int i = 0; i < count; i++) {
      try {
        idle.take().sql.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
