package org.skep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes, every reader gives a value or the error it declares. A crash is kept as a
 * file and read for ever after. {@code -Dfuzz.seconds=60} gives each reader a minute, {@code
 * -Dfuzz.seed=8} other damage, {@code -Dfuzz.only=opml} one reader.
 */
class FuzzTest {
  private static final long SEED = Long.getLong("fuzz.seed", 7);
  private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 0));
  private static final long INPUTS = 400;

  static List<Target> targets() {
    var targets = new ArrayList<Target>();
    targets.addAll(FeedTargets.all());
    targets.addAll(PageTargets.all());
    targets.addAll(TextTargets.all());
    targets.addAll(AddressTargets.all());
    targets.addAll(ArchiveTargets.all());
    targets.addAll(ServerTargets.all());
    String only = System.getProperty("fuzz.only", "");
    targets.removeIf(target -> !only.isEmpty() && !target.name().equals(only));
    return targets;
  }

  @ParameterizedTest
  @MethodSource("targets")
  void honestInputIsRead(Target target) throws Exception {
    assertThat(target.seeds()).isNotEmpty();
    for (byte[] seed : target.seeds()) {
      target.reading().of(seed);
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void damagedInputIsReadOrRefused(Target target) throws InterruptedException {
    var fuzzer = new Fuzzer(target, SEED);
    long read = fuzzer.run(INPUTS, TIME);
    assertThat(read).isGreaterThanOrEqualTo(INPUTS);
    if (TIME.isPositive()) {
      System.out.printf(
          "%-12s %,10d inputs, the slowest (%d bytes) took %d ms%n",
          target, read, fuzzer.slowest().length, fuzzer.slowestTime().toMillis());
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void whatOnceCrashedIsRead(Target target) throws Exception {
    for (Path file : files(Fuzzer.CRASHES.resolve(target.name()))) {
      byte[] crash = Files.readAllBytes(file);
      try {
        target.reading().of(crash);
      } catch (Exception | Error e) {
        throw new AssertionError(file + " crashes again: " + e, e);
      }
    }
  }

  @Test
  void everyFolderOfCrashesBelongsToAReader() throws IOException {
    assertThat(targets()).extracting(Target::name).doesNotHaveDuplicates();
    if (System.getProperty("fuzz.only") == null) {
      assertThat(files(Fuzzer.CRASHES))
          .extracting(folder -> folder.getFileName().toString())
          .isSubsetOf(targets().stream().map(Target::name).toList());
    }
  }

  @Test
  void aPlantedCrashIsFoundMadeSmallAndKept() throws IOException {
    var planted =
        Target.ofText(
            "planted",
            List.of("one two three".repeat(20)),
            List.of("<b>"),
            text -> {
              if (text.contains("<b>")) {
                throw new IllegalStateException("planted");
              }
            });
    Path folder = Fuzzer.CRASHES.resolve("planted");
    try {
      assertThatThrownBy(() -> new Fuzzer(planted, SEED).run(10_000, Duration.ZERO))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("planted, seed " + SEED)
          .hasMessageContaining(folder.toString());
      assertThat(files(folder))
          .singleElement()
          .satisfies(file -> assertThat(file).hasContent("<b>"));
    } finally {
      for (Path file : files(folder)) {
        Files.delete(file);
      }
      Files.deleteIfExists(folder);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
