package org.skep.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.model.Analysis;

/**
 * The analyses that arrived or were read last. An arriving article is read twice within seconds, by
 * the sequencer and by the index, and unpacking it costs a third of a millisecond. A revision never
 * changes once it is committed, so what is kept here cannot grow old. The writer has one of its own
 * that it fills and never reads, since a transaction may yet be rolled back; it is handed over with
 * the commit. Thread-safe.
 */
final class RecentAnalyses {
  /** Two batches of the sequencer and the index; some 10 MB of articles of ordinary length. */
  private static final int KEPT_MAX = 256;

  private record Key(long article, int revision) {}

  private final Map<Key, Analysis> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Analysis> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /** {@code null} for the one that readers share. */
  private final @Nullable RecentAnalyses committed;

  private RecentAnalyses(@Nullable RecentAnalyses committed) {
    this.committed = committed;
  }

  /** For readers, who share one. */
  static RecentAnalyses shared() {
    return new RecentAnalyses(null);
  }

  /** For the writer of what these readers read. */
  RecentAnalyses arriving() {
    return new RecentAnalyses(this);
  }

  /** The analysis in the columns {@code article}, {@code revision} and {@code body}. */
  Analysis read(Row row) {
    if (committed != null) {
      return unpack(row);
    }
    var key = new Key(row.number("article"), row.integer("revision"));
    synchronized (kept) {
      Analysis known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Analysis unpacked = unpack(row);
    synchronized (kept) {
      kept.put(key, unpacked);
    }
    return unpacked;
  }

  private static Analysis unpack(Row row) {
    return Packed.unpack(row.bytes("body"), Analysis.class);
  }

  /** An analysis was written, and will be read once it is committed. */
  void arrived(Analysis analysis) {
    var article = analysis.article();
    synchronized (kept) {
      kept.put(new Key(article.id(), article.revision()), analysis);
    }
  }

  /** What arrived is there to be read. */
  void commit() {
    if (committed != null) {
      synchronized (committed.kept) {
        committed.kept.putAll(kept);
      }
    }
    rollBack();
  }

  /** What arrived is forgotten; whoever reads unpacks what is really there. */
  void rollBack() {
    synchronized (kept) {
      kept.clear();
    }
  }
}
