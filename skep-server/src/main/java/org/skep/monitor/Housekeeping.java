package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import org.skep.clock.Clock;
import org.skep.settings.Settings;
import org.skep.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what was to be kept for a time only: the fetched pages. For one thread. */
final class Housekeeping {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final Store store;
  private final Clock clock;
  private final int keepPagesDays;
  private long last;

  Housekeeping(Store store, Clock clock, Settings settings) {
    this.store = store;
    this.clock = clock;
    this.keepPagesDays = settings.keepPagesDays();
    this.last = clock.nanos() - EVERY.toNanos();
  }

  /** At the start, then every hour. */
  void tidyIfDue() {
    if (clock.nanos() - last < EVERY.toNanos()) {
      return;
    }
    last = clock.nanos();
    Instant before = clock.now().minus(Duration.ofDays(keepPagesDays));
    int pages = store.write(tx -> tx.pages().forget(before));
    if (pages > 0) {
      log.info("housekeeping pages={} before={}", pages, before);
    }
  }
}
