package org.skep.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skep.model.Analysis;

/**
 * The analyses read last. An arriving article is read twice within seconds, by the sequencer and by
 * the index, and unpacking it costs a third of a millisecond each time. A revision never changes
 * once it is committed, so what is kept here cannot grow old; whoever writes has none of it, since
 * a transaction may yet be rolled back. Thread-safe.
 */
final class RecentAnalyses {
  /** Two batches of the sequencer and the index; some 10 MB of articles of ordinary length. */
  private static final int KEPT_MAX = 256;

  private record Key(long article, int revision) {}

  private final Map<Key, Analysis> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Analysis> eldest) {
          return size() > most;
        }
      };

  private final int most;

  private RecentAnalyses(int most) {
    this.most = most;
  }

  /** For readers, who share one. */
  static RecentAnalyses shared() {
    return new RecentAnalyses(KEPT_MAX);
  }

  /** For the writer: unpacks every time. */
  static RecentAnalyses none() {
    return new RecentAnalyses(0);
  }

  /** The analysis in the columns {@code article}, {@code revision} and {@code body}. */
  Analysis read(Row row) {
    var key = new Key(row.number("article"), row.integer("revision"));
    synchronized (kept) {
      Analysis known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    Analysis unpacked = Packed.unpack(row.bytes("body"), Analysis.class);
    synchronized (kept) {
      kept.put(key, unpacked);
    }
    return unpacked;
  }
}
