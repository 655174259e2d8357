package org.skep.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.skep.Pipeline;
import org.skep.clock.Clock;
import org.skep.index.SearchIndex;
import org.skep.store.Backup;
import org.skep.store.Store;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a store keeps its invariants (specs: durability §2): what {@code skep verify} answers.
 * Reads everything, and replays the log into a copy to compare; minutes for a million articles.
 */
public record Verification(List<Check> checks) {
  private static final int BATCH = 64;

  public Verification {
    checks = List.copyOf(checks);
  }

  /**
   * One invariant.
   *
   * @param id "I3"
   * @param found what is wrong; empty when it holds
   */
  public record Check(String id, String what, boolean ok, List<String> found) {
    public Check {
      found = List.copyOf(found);
    }
  }

  public boolean ok() {
    return checks.stream().allMatch(Check::ok);
  }

  /** One line of JSON: {@code {"ok":true,"checks":[...]}}. */
  public String json() {
    record Printed(boolean ok, List<Check> checks) {}
    return JsonMapper.shared().writeValueAsString(new Printed(ok(), checks));
  }

  /** Checks a data directory that no process has. */
  public static Verification ofDirectory(Path directory, Pipeline pipeline, Clock clock) {
    if (!Files.exists(directory.resolve("skep.db"))) {
      throw new IllegalArgumentException(directory + " holds no data of Skep");
    }
    try (var store = Store.open(directory, clock);
        var index = SearchIndex.open(store)) {
      return of(store, index, pipeline, clock);
    }
  }

  /** Checks a backup in a temporary copy beside it. */
  public static Verification ofBackup(Path backup, Pipeline pipeline, Clock clock) {
    Path copy =
        backup.toAbsolutePath().normalize().resolveSibling(backup.getFileName() + ".verify");
    try {
      delete(copy);
      Backup.restore(backup, copy);
      return ofDirectory(copy, pipeline, clock);
    } finally {
      delete(copy);
    }
  }

  /** Checks an open store and its index, while nothing else writes to them. */
  public static Verification of(Store store, SearchIndex index, Pipeline pipeline, Clock clock) {
    var sequencer = new Sequencer(store, pipeline, Pipeline.VERSION);
    var comparison = new Comparison(store);
    sequencer.restore();
    while (sequencer.step(BATCH) + comparison.step(BATCH) > 0) {
      // what was acknowledged is derived first
    }
    sequencer.save();
    index.catchUp();
    var checks = new ArrayList<Check>();
    checks.add(
        check(
            "I2",
            "the log is in order and every article has its words",
            store.read(tx -> tx.checks().brokenLog())));
    checks.add(check("I3", "index and store hold the same articles", differences(store, index)));
    checks.add(
        check("I4", "a replay of the log gives what is stored", replayed(store, pipeline, clock)));
    checks.add(
        check("I8", "the database file is whole", store.read(tx -> tx.checks().integrity())));
    checks.add(
        check(
            "I8",
            "no row refers to one that is gone",
            store.read(tx -> tx.checks().danglingReferences())));
    checks.add(
        check(
            "I8",
            "every kept page matches its hash",
            store.read(tx -> tx.checks().damagedPages())));
    checks.add(check("I8", "the index files are whole", index.check()));
    return new Verification(checks);
  }

  private static Check check(String id, String what, List<String> found) {
    return new Check(id, what, found.isEmpty(), found.stream().limit(20).toList());
  }

  private static List<String> differences(Store store, SearchIndex index) {
    var stored = new ArrayList<Long>();
    store.read(tx -> {
      tx.articles().eachId(Long.MAX_VALUE, stored::add);
      return stored.size();
    });
    List<Long> indexed = index.ids();
    if (stored.equals(indexed)) {
      return List.of();
    }
    var missing = new ArrayList<>(stored);
    missing.removeAll(indexed);
    var phantoms = new ArrayList<>(indexed);
    phantoms.removeAll(stored);
    return List.of(
        stored.size()
            + " articles, "
            + indexed.size()
            + " documents; not indexed: "
            + missing
            + "; not stored: "
            + phantoms);
  }

  private static List<String> replayed(Store store, Pipeline pipeline, Clock clock) {
    Path backup = store.path().resolve("verify.backup");
    Path copy = store.path().resolve("verify.copy");
    try {
      delete(backup);
      delete(copy);
      Backup.make(store, backup, clock.now());
      Backup.restore(backup, copy);
      try (var twin = Store.open(copy, clock)) {
        var sequencer = new Sequencer(twin, pipeline, Pipeline.VERSION);
        var comparison = new Comparison(twin);
        sequencer.clear();
        while (sequencer.step(BATCH) + comparison.step(BATCH) > 0) {
          // a batch each
        }
        var expected = twin.read(tx -> tx.checks().derivedHashes());
        var found = store.read(tx -> tx.checks().derivedHashes());
        return expected.keySet().stream()
            .filter(table -> !String.valueOf(expected.get(table)).equals(found.get(table)))
            .map(table -> table + " differs from its replay")
            .toList();
      }
    } finally {
      delete(backup);
      delete(copy);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
