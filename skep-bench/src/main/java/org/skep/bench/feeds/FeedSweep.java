package org.skep.bench.feeds;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.LocalPress;
import org.skep.index.SearchIndex;
import org.skep.monitor.Monitor;
import org.skep.monitor.StoredHosts;
import org.skep.settings.Settings;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.FullText;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.Rate;
import org.skep.store.FeedRow.Schedule;
import org.skep.store.FeedRow.Wishes;
import org.skep.store.PollReport;
import org.skep.store.PollReport.Outcome;
import org.skep.store.Store;

/**
 * One sweep over many feeds as the server makes it: scheduler, store, parser and index, against an
 * origin on the loopback that answers after {@value SweepOrigin#LATENCY_MILLIS} ms, 304 to 85 of a
 * hundred; the others have three new entries each, which become articles meanwhile. Says minutes,
 * cores and resident memory, the origin's included. Ends by itself after {@value #MINUTES_MAX}
 * minutes.
 *
 * <pre>
 * java -cp skep-bench/target/skep-bench-0.1.0.jar:skep-bench/target/lib/* org.skep.bench.feeds.FeedSweep 10000
 * </pre>
 */
public final class FeedSweep {
  private static final int MINUTES_MAX = 12;
  private static final int FEEDS_A_HOST = 10;

  private FeedSweep() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int feeds = Integer.parseInt(arguments[0]);
    Path dir = Files.createTempDirectory("skep-sweep-");
    var clock = new SystemClock();
    try (var origin = SweepOrigin.start(feeds, FEEDS_A_HOST);
        var store = Store.open(dir, clock);
        var index = SearchIndex.open(store)) {
      LocalPress press = LocalPress.onLoopback(origin.hosts(), Duration.ZERO, Duration.ofHours(1));
      var settings = FetchSettings.ordinary("bench").with(press);
      try (var fetcher = new Fetcher(settings, new StoredHosts(store), clock);
          var monitor =
              new Monitor(
                  store, index, fetcher, new Pipeline(), clock, Settings.defaults(), press)) {
        subscribe(store, origin, feeds, clock.now());
        monitor.start();
        sweep(monitor, origin, feeds);
      }
    }
  }

  /** Feeds that were polled before: each has its validators, and all are due. */
  private static void subscribe(Store store, SweepOrigin origin, int feeds, Instant now) {
    store.change(tx -> {
      for (int i = 0; i < feeds; i++) {
        FeedRow feed =
            tx.feeds().add(FeedRow.of(origin.url(i), Kind.FEED, "", now, Duration.ofHours(1)));
        var polled =
            new Schedule(
                "\"0\"",
                null,
                origin.url(i),
                now,
                null,
                now,
                0,
                null,
                null,
                Duration.ofHours(1),
                null,
                null,
                null,
                Wishes.NONE,
                Rate.NONE);
        var report =
            new PollReport(
                now,
                Outcome.OK,
                "",
                origin.url(i),
                200,
                List.of(),
                List.of(),
                0,
                null,
                null,
                List.of(),
                0,
                0);
        tx.feeds().save(feed.edited(null, "", FullText.NEVER, false).polled(report, polled));
      }
    });
  }

  private static void sweep(Monitor monitor, SweepOrigin origin, int feeds)
      throws InterruptedException {
    var process =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var clock = new SystemClock();
    long begin = clock.nanos();
    long cpu = process.getProcessCpuTime();
    long most = Duration.ofMinutes(MINUTES_MAX).toNanos();
    while (monitor.progress().polls() < feeds && clock.nanos() - begin < most) {
      clock.sleep(Duration.ofMillis(200));
    }
    double seconds = (clock.nanos() - begin) / 1e9;
    double busy = (process.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(
        "%d of %d polls, %d%% not modified, in %.0f s, %.0f CPU-s (%.2f cores), %d failed,"
            + " resident %d MB%n",
        monitor.progress().polls(),
        feeds,
        origin.unchanged(),
        seconds,
        busy,
        busy / seconds,
        monitor.progress().failures(),
        resident());
  }

  /** Of this process, origin included; 0 where the system does not tell. */
  private static long resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
