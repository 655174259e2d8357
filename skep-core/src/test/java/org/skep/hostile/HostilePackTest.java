package org.skep.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skep.Pipeline;
import org.skep.extract.Extraction;
import org.skep.extract.SiteProfile;
import org.skep.feed.FeedLine;
import org.skep.feed.FeedReader;
import org.skep.model.Page;
import org.skep.robots.Robots;
import org.skep.sitemap.SitemapReader;
import org.skep.warc.WarcReader;

/**
 * Every reader survives files made to hurt, within its bounds. The limit ends a run that hangs; how
 * long each file takes is measured by {@code main}, never asserted.
 */
@Timeout(60)
class HostilePackTest {
  private static final Pipeline PIPELINE = new Pipeline();
  private static final int DAMAGES = 3;

  static List<HostileFile> pack() {
    return HostileFile.pack();
  }

  @Test
  void thePackHasMoreThanSixtyFiles() {
    assertThat(pack()).hasSizeGreaterThan(60);
    assertThat(pack().stream().map(HostileFile::toString)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pack")
  void eachIsSurvivedWithinTheBounds(HostileFile file) {
    assertThat(read(file.kind(), file.bytes())).isLessThanOrEqualTo(SitemapReader.ENTRIES_MAX);
  }

  @ParameterizedTest
  @MethodSource("pack")
  void soIsEachWithDamage(HostileFile file) {
    byte[] start = Arrays.copyOf(file.bytes(), Math.min(file.bytes().length, 4_000));
    for (int seed = 0; seed < DAMAGES; seed++) {
      var random = new Random(seed);
      byte[] damaged = start.clone();
      for (int i = 0; i < 20 && damaged.length > 0; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(read(file.kind(), damaged)).as("seed " + seed).isNotNegative();
    }
  }

  /** How many things were found. */
  private static int read(HostileFile.Kind kind, byte[] bytes) {
    return switch (kind) {
      case LISTING -> listed(FeedLine.of(bytes, Map.of(), "https://a.example/feed"));
      case PAGE -> {
        var page = new Page("https://a.example/1", Map.of(), bytes, Instant.EPOCH);
        yield PIPELINE.extract(page, SiteProfile.EMPTY) instanceof Extraction.Found ? 1 : 0;
      }
      case ARCHIVE -> WarcReader.summarize(new ByteArrayInputStream(bytes)).records();
      case ROBOTS ->
          Robots.parse(bytes).allows("Skep", "https://a.example/" + "a".repeat(2_000)) ? 1 : 0;
    };
  }

  private static int listed(Map<String, Object> line) {
    if (!(line.get("feed") instanceof Map<?, ?> feed)) {
      assertThat(line).containsKey("error");
      return 0;
    }
    int items = feed.get("items") instanceof List<?> list ? list.size() : 0;
    boolean feedFormat =
        !String.valueOf(feed.get("format")).startsWith("sitemap")
            && !"opml".equals(feed.get("format"));
    assertThat(items)
        .isLessThanOrEqualTo(feedFormat ? FeedReader.ENTRIES_MAX : SitemapReader.ENTRIES_MAX);
    return items;
  }

  /** Prints the CPU and the allocation of each file, the slowest last, after one warm-up. */
  public static void main(String[] arguments) {
    var thread =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    for (boolean shown : new boolean[] {false, true}) {
      for (HostileFile file : pack()) {
        long begin = thread.getCurrentThreadCpuTime();
        read(file.kind(), file.bytes());
        long millis = (thread.getCurrentThreadCpuTime() - begin) / 1_000_000;
        if (shown) {
          System.out.printf("%6d ms %8d KB  %s%n", millis, file.bytes().length >> 10, file);
        }
      }
    }
  }
}
