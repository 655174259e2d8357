package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.Pipeline;
import org.skep.clock.Clock;
import org.skep.clock.VirtualClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.model.Entry;
import org.skep.store.EntryRow;
import org.skep.store.FeedRow;
import org.skep.store.Store;

/** From a waiting entry to an article, when our own code fails on the way. */
class EntryWorkerTest {
  @TempDir private Path directory;
  private final VirtualClock clock = VirtualClock.atNoon();

  @Test
  void whatSkepCannotReadIsTriedThreeTimesAndThenLeftAlone() throws InterruptedException {
    try (var store = Store.open(directory, clock);
        var fetcher = new Fetcher(FetchSettings.ordinary("1"), HostStates.inMemory(), clock)) {
      var intake = new Intake(store, new Pipeline(), new Broken(), false, () -> {});
      var worker = new EntryWorker(store, fetcher, intake, clock);
      FeedRow feed = listing(store);
      List<Instant> tries = new ArrayList<>();
      for (int minutes = 0; minutes < 3 * 24 * 60; minutes += 10) {
        for (EntryRow row : due(store)) {
          tries.add(clock.now());
          worker.work(row);
          assertThat(due(store)).as("not at once").isEmpty();
        }
        clock.advance(Duration.ofMinutes(10));
      }

      assertThat(tries).hasSize(EntryWorker.TRIES_MAX);
      List<EntryRow> failed = store.read(tx -> tx.entries().failed(feed.id(), 10));
      assertThat(failed)
          .singleElement()
          .satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(EntryRow.State.FAILED);
            assertThat(entry.reason()).contains("Skep could not read it", "planted");
          });
    }
  }

  private FeedRow listing(Store store) {
    var entry =
        new Entry(
            "1", null, null, "Title", null, null, "Words.", null, null, List.of(), List.of(), null,
            null, null, List.of());
    return store.write(tx -> {
      FeedRow feed =
          tx.feeds()
              .add(
                  FeedRow.of(
                      "https://a.test/feed",
                      FeedRow.Kind.FEED,
                      "",
                      clock.now(),
                      Duration.ofHours(1)));
      new EntryMatcher(tx, feed, clock.now()).match(List.of(entry));
      return feed;
    });
  }

  private List<EntryRow> due(Store store) {
    return store.read(tx ->
        tx.entries().dueLanes(clock.now()).stream()
            .flatMap(lane -> tx.entries().due(lane, clock.now(), 10).stream())
            .toList());
  }

  /** A fault of ours, wherever it may be. */
  private static final class Broken implements Clock {
    @Override
    public Instant now() {
      throw new IllegalStateException("planted");
    }

    @Override
    public long nanos() {
      throw new IllegalStateException("planted");
    }

    @Override
    public void sleep(Duration duration) {
      throw new IllegalStateException("planted");
    }
  }
}
