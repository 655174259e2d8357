package org.skep.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skep.feed.FeedReader;
import org.skep.sitemap.SitemapReader;
import org.skep.warc.WarcReader;

/**
 * Every reader survives files made to hurt, within its bounds. The limit ends a run that hangs; how
 * long each file takes is printed by {@link HostileReader}, never asserted.
 */
@Timeout(60)
class HostilePackTest {
  private static final int DAMAGES = 3;
  private static final int ROOM_MIB = 64;

  /** What a JVM that has read one harmless page keeps: models, word lists, classes' constants. */
  private static final int TABLES_MIB = 24;

  private static final int YOUNG_MIB = 8;

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

  /** How many things were found, never more than the bounds allow. */
  private static int read(HostileFile.Kind kind, byte[] bytes) {
    return switch (HostileReader.read(kind, bytes)) {
      case Map<?, ?> line -> listed(line);
      case WarcReader.Summary archive -> archive.records();
      default -> 0; // a page or a decision
    };
  }

  private static int listed(Map<?, ?> line) {
    if (!(line.get("feed") instanceof Map<?, ?> feed)) {
      assertThat(line.containsKey("error")).isTrue();
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

  /**
   * A process of its own that has room for the programs' tables and {@value #ROOM_MIB} MiB reads
   * file after file: what a file needs while it is read is never more than its bound.
   */
  @Test
  @Timeout(300) // the whole pack in a process that collects garbage all the time
  void noneNeedsMoreMemoryThanItsBound(@TempDir Path folder) throws Exception {
    List<HostileFile> pack = pack();
    for (int i = 0; i < pack.size(); i++) {
      HostileFile file = pack.get(i);
      Files.write(folder.resolve("%03d-%s".formatted(i, file.kind())), file.bytes());
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmn" + YOUNG_MIB + "m", // all the rest may hold what is kept
                "-Xmx" + (ROOM_MIB + TABLES_MIB + YOUNG_MIB) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileReader.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.contains(" KB allocated: "))).hasSameSizeAs(pack);
  }
}
