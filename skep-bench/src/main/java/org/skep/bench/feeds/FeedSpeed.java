package org.skep.bench.feeds;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.skep.feed.FeedReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds per CPU-second, ours and ROME's, over the same bytes in the same run, pass by pass in turn:
 * self-made feeds of the usual sizes, and the feeds of the conformance suites that ROME reads. CPU
 * of this thread; each reader is warmed up for {@value #WARM_UP_SECONDS} seconds of its own, so
 * that the quicker one is compiled as well as the other; then the best of {@value #PASSES} passes.
 *
 * <pre>
 * java -cp skep-bench/target/skep-bench-0.1.0.jar:skep-bench/target/lib/* org.skep.bench.feeds.FeedSpeed GOLD_FOLDER
 * </pre>
 */
public final class FeedSpeed {
  private static final double WARM_UP_SECONDS = 10;
  private static final int PASSES = 6;
  private static final int MADE = 300;

  private FeedSpeed() {}

  /** Something that reads a feed. */
  private interface Reader {
    void read(byte[] feed) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    compare("self-made, 5 to 60 KB", made());
    compare("suites", suites(Path.of(arguments[0])));
  }

  private static void compare(String what, List<byte[]> feeds) throws Exception {
    Reader ours = feed -> FeedReader.read(feed, "application/xml", "https://a.example/feed");
    Reader rome = FeedSpeed::rome;
    warmUp(feeds, ours);
    warmUp(feeds, rome);
    double best = Double.MAX_VALUE;
    double romes = Double.MAX_VALUE;
    for (int i = 0; i < PASSES; i++) {
      best = Math.min(best, pass(feeds, ours));
      romes = Math.min(romes, pass(feeds, rome));
    }
    long bytes = feeds.stream().mapToLong(feed -> feed.length).sum();
    System.out.printf(
        "%s: %d feeds, %d KB; skep %.0f feeds/s (%.0f MB/s), ROME %.0f feeds/s (%.0f MB/s), ratio"
            + " %.1f%n",
        what,
        feeds.size(),
        bytes >> 10,
        feeds.size() / best,
        bytes / best / 1e6,
        feeds.size() / romes,
        bytes / romes / 1e6,
        romes / best);
  }

  private static void warmUp(List<byte[]> feeds, Reader reader) throws Exception {
    for (double spent = 0; spent < WARM_UP_SECONDS; ) {
      spent += pass(feeds, reader);
    }
  }

  /** Seconds of CPU. */
  private static double pass(List<byte[]> feeds, Reader reader) throws Exception {
    var thread = ManagementFactory.getThreadMXBean();
    long begin = thread.getCurrentThreadCpuTime();
    for (byte[] feed : feeds) {
      reader.read(feed);
    }
    return (thread.getCurrentThreadCpuTime() - begin) / 1e9;
  }

  private static void rome(byte[] feed) throws FeedException, IOException {
    var input = new SyndFeedInput();
    input.setAllowDoctypes(true);
    input.build(new XmlReader(new ByteArrayInputStream(feed), true));
  }

  private static List<byte[]> suites(Path gold) throws IOException {
    var feeds = new ArrayList<byte[]>();
    for (String suite : List.of("feedparser", "feedvalidator", "never-crash")) {
      Path file = gold.resolve("conformance").resolve(suite).resolve("cases.jsonl.gz");
      try (var in = new GZIPInputStream(Files.newInputStream(file))) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .forEach(line -> add(line, feeds));
      }
    }
    return feeds;
  }

  private static void add(String line, List<byte[]> feeds) {
    JsonNode test = JsonMapper.shared().readTree(line);
    byte[] feed = Base64.getDecoder().decode(test.path("b64").asString(""));
    try {
      rome(feed);
      FeedReader.read(feed, "application/xml", "");
      feeds.add(feed);
    } catch (Exception e) {
      return; // not a feed for both
    }
  }

  private static List<byte[]> made() {
    var random = new Random(1);
    var feeds = new ArrayList<byte[]>();
    for (int i = 0; i < MADE; i++) {
      feeds.add(MadeFeed.rss(random, 10 + random.nextInt(50)).getBytes(StandardCharsets.UTF_8));
    }
    return feeds;
  }
}
