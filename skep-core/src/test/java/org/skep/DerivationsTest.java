package org.skep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.model.Article;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;

class DerivationsTest {
  private final Pipeline pipeline = new Pipeline();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void snapshotRestoreAndGoOnGivesWhatAnUninterruptedRunGives(long seed) throws IOException {
    var log = log(seed);

    assertThat(interrupted(log, 41)).isEqualTo(interrupted(log, Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void replayingTheLogGivesTheSame(long seed) throws IOException {
    var log = log(seed);

    assertThat(interrupted(log, Integer.MAX_VALUE)).isEqualTo(interrupted(log, Integer.MAX_VALUE));
  }

  /** Arrivals, with a user's corrections and a purge now and then. */
  private List<LogEntry> log(long seed) {
    var log = new ArrayList<LogEntry>();
    Article before = null;
    for (Article article : new SmallPress(seed).articles(260)) {
      long seq = log.size() + 1L;
      log.add(new LogEntry.PageArrived(seq, article.firstSeen(), pipeline.analyse(article)));
      if (before != null && seq % 23 == 0) {
        var correction =
            seq % 2 == 0
                ? new Correction.SplitStory(before.id())
                : new Correction.MergeStories(before.id(), article.id());
        log.add(new LogEntry.Corrected(seq + 1, article.firstSeen(), correction));
      }
      if (before != null && seq % 31 == 0) {
        log.add(new LogEntry.Purged(log.size() + 1L, article.firstSeen(), before.id()));
      }
      before = article;
    }
    return log;
  }

  private List<Derived> interrupted(List<LogEntry> log, int every) throws IOException {
    var state = Derivations.empty();
    var derived = new ArrayList<Derived>();
    for (LogEntry entry : log) {
      derived.add(pipeline.derive(state, entry));
      if (entry.seq() % every == 0) {
        state = again(state);
      }
    }
    return derived;
  }

  private static Derivations again(Derivations state) throws IOException {
    var bytes = new ByteArrayOutputStream();
    state.snapshot(new DataOutputStream(bytes));
    return Derivations.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
