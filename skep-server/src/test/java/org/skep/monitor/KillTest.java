package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.index.SearchIndex;
import org.skep.store.Store;

/**
 * SIGKILL in the middle of ingest, after the k-th acknowledgement with k from a seed; then the same
 * directory goes on. {@code -Dkill.seed=N -Dkill.times=N} repeats or lengthens it.
 */
class KillTest {
  private static final long SEED = Long.getLong("kill.seed", 7);
  private static final int KILLS = Integer.getInteger("kill.times", 4);
  private static final int PAGES = 150;

  @TempDir Path dir;

  @Test
  void whatWasAcknowledgedSurvivesEveryKill() throws IOException, InterruptedException {
    var random = new Random(SEED);
    var acknowledged = new TreeSet<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      run(kill * PAGES, 10 + random.nextInt(PAGES), acknowledged);
    }
    run(KILLS * PAGES, Integer.MAX_VALUE, acknowledged);

    try (var store = Store.open(dir, new SystemClock());
        var index = SearchIndex.open(store)) {
      assertThat(lost(store, acknowledged)).as("seed " + SEED).isEmpty();
      assertThat(acknowledged).hasSizeGreaterThan(PAGES);
      var verification = Verification.of(store, index, new Pipeline(), new SystemClock());
      assertThat(verification.ok()).as("seed " + SEED + ": " + verification.json()).isTrue();
    }
  }

  /** Starts the program and kills it after so many acknowledgements, unless it ends before. */
  private void run(int firstPage, int kill, Set<String> acknowledged)
      throws IOException, InterruptedException {
    Process process = start(firstPage);
    int heard = 0;
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("article ") || line.startsWith("read ")) {
          acknowledged.add(line); // heard before the kill: it must be there afterwards
          heard++;
        }
        if (heard == kill) {
          process
              .toHandle()
              .destroyForcibly(); // the process's own method would close the pipe unread
        }
      }
    }
    process.waitFor();
    assertThat(heard).as("acknowledgements of the run from page " + firstPage).isPositive();
  }

  private Process start(int firstPage) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(KilledProgram.class.getName());
    command.add(dir.toString());
    command.add(Long.toString(SEED));
    command.add(Integer.toString(firstPage));
    command.add(Integer.toString(firstPage + PAGES));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static List<String> lost(Store store, Set<String> acknowledged) {
    return acknowledged.stream().filter(line -> !isKept(store, line)).toList();
  }

  private static boolean isKept(Store store, String line) {
    long id = Long.parseLong(line.substring(line.indexOf(' ') + 1));
    return line.startsWith("article ")
        ? store.read(tx -> tx.articles().analysis(id)).isPresent()
        : store.read(tx -> tx.users().marks(1, id)).read();
  }
}
