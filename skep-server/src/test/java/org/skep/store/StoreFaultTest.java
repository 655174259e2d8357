package org.skep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks fill up, files are cut off and overwritten: what was acknowledged stays, and the message
 * says where, what and what to do.
 */
class StoreFaultTest {
  private static final int STARS = 50;

  @TempDir Path dir;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");

  @Test
  void aLogFileWithATornEndKeepsAllThatWasAcknowledged() throws IOException {
    Path crashed = crashed();
    byte[] noise = new byte[30_000];
    new Random(1).nextBytes(noise);
    Files.write(crashed.resolve("skep.db-wal"), noise, StandardOpenOption.APPEND);

    assertThat(starred(crashed)).containsExactlyElementsOf(stars(STARS));
  }

  /** What no sound disk does: it forgets what it had confirmed. The rest is whole all the same. */
  @Test
  void aLogFileThatIsCutLosesItsEndOnly() throws IOException {
    Path crashed = crashed();
    Path log = crashed.resolve("skep.db-wal");
    for (int cut = 100; cut < 20_000; cut += 3_777) {
      byte[] bytes = Files.readAllBytes(log);
      Files.write(log, Arrays.copyOf(bytes, bytes.length - cut));

      Path copy = copy(crashed, dir.resolve("cut-" + cut));
      List<Long> kept = starred(copy);
      assertThat(kept).hasSizeBetween(1, STARS - 1);
      assertThat(kept).containsExactlyElementsOf(stars(kept.size()));
    }
  }

  @Test
  void aDatabaseThatIsCutOrOverwrittenSaysWhatToDo() throws IOException {
    try (var store = Store.open(dir.resolve("data"), clock)) {
      store.change(tx -> tx.users().star(1, 5, clock.now()));
    }
    Path cut = copy(dir.resolve("data"), dir.resolve("cut"));
    Path database = cut.resolve("skep.db");
    byte[] bytes = Files.readAllBytes(database);
    Files.write(database, Arrays.copyOf(bytes, bytes.length / 2));
    Path overwritten = copy(dir.resolve("data"), dir.resolve("overwritten"));
    Files.writeString(overwritten.resolve("skep.db"), "no database".repeat(1_000));

    for (Path damaged : List.of(cut, overwritten)) {
      assertThatThrownBy(() -> Store.open(damaged, clock))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith(damaged.resolve("skep.db") + " is damaged.")
          .hasMessageContaining("skep restore BACKUP --data DIR");
    }
  }

  @Test
  void aFullDiskLosesNothingAndAllGoesOnOnceThereIsRoom() throws IOException {
    Path data = Files.createDirectories(dir.resolve("data"));
    Store.open(data, clock).close();
    Sql sql = Store.connect(data.resolve("skep.db"));
    var writer = new Writer(sql, new Vault(data), RecentAnalyses.shared().arriving(), clock);
    sql.execute("PRAGMA max_page_count = " + (sql.number("PRAGMA page_count") + 2));
    writer.start();
    long kept = 0;
    CompletionException full = null;
    while (full == null) {
      try {
        star(writer, kept + 1);
        kept++;
      } catch (CompletionException e) {
        full = e;
      }
    }
    assertThat(full.getCause())
        .hasMessageStartingWith("The disk that holds " + data.resolve("skep.db") + " is full.")
        .hasMessageContaining("make room");
    long before = kept;
    assertThatThrownBy(() -> star(writer, before + 1)).hasMessageContaining("is full");

    writer
        .submit(tx -> {
          sql.execute("PRAGMA max_page_count = 100000");
          return true;
        })
        .join();
    star(writer, kept + 1);
    writer.close();
    sql.close();
    assertThat(starred(data)).containsExactlyElementsOf(stars(kept + 1));
  }

  @Test
  void aDirectoryThatCannotBeUsedSaysWhy() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "no directory");
    Files.createDirectories(dir.resolve("odd").resolve("lock"));

    for (Path unusable : List.of(file, file.resolve("below"), dir.resolve("odd"))) {
      assertThatThrownBy(() -> Store.open(unusable, clock))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("Cannot use " + unusable + " as data directory (")
          .hasMessageContaining("give another directory with --data");
    }
  }

  private void star(Writer writer, long article) {
    writer
        .submit(tx -> {
          tx.users().star(1, article, clock.now());
          return true;
        })
        .join();
  }

  /** A directory as a kill leaves it: the newest commits are in the log file only. */
  private Path crashed() throws IOException {
    try (var store = Store.open(dir.resolve("data"), clock)) {
      for (long star : stars(STARS)) {
        store.change(tx -> tx.users().star(1, star, clock.now()));
      }
      return copy(store.path(), dir.resolve("crashed"));
    }
  }

  private static List<Long> stars(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  private List<Long> starred(Path data) {
    try (var store = Store.open(data, clock)) {
      return store.read(tx -> tx.users().starred(1)).stream().sorted().toList();
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }
}
