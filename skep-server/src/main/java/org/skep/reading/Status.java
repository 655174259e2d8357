package org.skep.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.skep.reading.StatusView.Figure;
import org.skep.reading.StatusView.Group;
import org.skep.reading.StatusView.Trouble;
import org.skep.store.FeedRow;
import org.skep.store.PollReport;
import org.skep.store.Tx;

/** Counts what there is to count. */
final class Status {
  private static final int TROUBLES_MAX = 20;
  private static final long MEGABYTE = 1_000_000;

  private final Tx tx;
  private final Path directory;
  private final Instant now;

  Status(Tx tx, Path directory, Instant now) {
    this.tx = tx;
    this.directory = directory;
    this.now = now;
  }

  StatusView view(String version, Instant started) {
    List<FeedRow> feeds = tx.feeds().all();
    return new StatusView(
        version,
        started,
        List.of(
            new Group(
                "articles",
                List.of(
                    figure("all", tx.articles().count()),
                    figure("copies", tx.figures().copies()),
                    figure("stories", tx.stories().count()),
                    figure("quotes", tx.quotes().count()))),
            new Group(
                "feeds",
                List.of(
                    figure("all", feeds.size()),
                    figure("due", tx.feeds().due(now, 10_000).size()),
                    figure("failing", feeds.stream().filter(Status::failing).count()),
                    figure("waiting", tx.entries().waiting()))),
            new Group(
                "log",
                List.of(
                    figure("seq", tx.log().last()),
                    figure("behind", tx.log().last() - tx.derived().covered()))),
            new Group("store", store())),
        feeds.stream()
            .filter(Status::failing)
            .flatMap(feed -> Stream.ofNullable(feed.lastPoll()).map(poll -> trouble(feed, poll)))
            .sorted(Comparator.comparing(Trouble::at).reversed())
            .limit(TROUBLES_MAX)
            .toList());
  }

  private List<Figure> store() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        new Figure("size", megabytes(size(directory))),
        new Figure("free", megabytes(directory.toFile().getUsableSpace())),
        new Figure("heap", megabytes(runtime.totalMemory() - runtime.freeMemory())));
  }

  private static boolean failing(FeedRow feed) {
    PollReport poll = feed.lastPoll();
    return poll != null && !poll.outcome().good();
  }

  private static Trouble trouble(FeedRow feed, PollReport poll) {
    return new Trouble(poll.at(), Shown.of(feed.name() + ": " + poll.text()));
  }

  private static Figure figure(String name, long value) {
    return new Figure(name, String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f'));
  }

  private static String megabytes(long bytes) {
    long megabytes = (bytes + MEGABYTE / 2) / MEGABYTE;
    return megabytes < 10_000 ? megabytes + " MB" : megabytes / 1_000 + " GB";
  }

  private static long size(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // a file went away while it was counted: the next look has it
    }
  }
}
