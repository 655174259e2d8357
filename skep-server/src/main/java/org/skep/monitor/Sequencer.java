package org.skep.monitor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.skep.Derivations;
import org.skep.Pipeline;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.store.SnapshotRows;
import org.skep.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one consumer of the log: takes its entries by seq, derives copies, persons and stories, and
 * commits what changed with the seq it covers. Its state lives in memory, is snapshotted now and
 * then, and after a restart is the last snapshot plus a replay. One thread at a time.
 */
final class Sequencer {
  /** Log entries between two snapshots: what a restart replays at most. */
  static final int SNAPSHOT_ENTRIES = 2_000;

  private static final int REPLAY_BATCH = 64;
  private static final Logger log = LoggerFactory.getLogger(Sequencer.class);

  private final Store store;
  private final Pipeline pipeline;
  private final String code;
  private Derivations state = Derivations.empty();
  private long seq;
  private long snapshotAt;

  /**
   * @param code the version of the stages; state and rows of another version are derived anew
   */
  Sequencer(Store store, Pipeline pipeline, String code) {
    this.store = store;
    this.pipeline = pipeline;
    this.code = code;
  }

  /** Brings the memory to where the rows are; rows that other code derived are emptied first. */
  void restore() {
    long covered = store.read(tx -> tx.derived().covered());
    String writtenBy = store.read(tx -> tx.derived().code());
    if (covered > 0 && !writtenBy.equals(code)) {
      log.info("rederive reason=\"stages {} instead of {}\" entries={}", code, writtenBy, covered);
      clear();
      return;
    }
    state = snapshot(covered);
    seq = state.seq();
    snapshotAt = seq;
    replay(covered);
  }

  /** Empties everything derived; the next steps derive it anew from the log. */
  void clear() {
    store.change(tx -> tx.derived().clear(code));
    state = Derivations.empty();
    seq = 0;
    snapshotAt = 0;
  }

  /** The last log entry covered. */
  long seq() {
    return seq;
  }

  /** Takes the next entries, at most so many; gives how many there were. */
  int step(int most) {
    List<LogEntry> entries = store.read(tx -> tx.log().after(seq, most));
    if (entries.isEmpty()) {
      return 0;
    }
    List<Derived> derived = derive(entries);
    store.change(tx ->
        IntStream.range(0, entries.size())
            .forEach(i -> tx.derived().apply(derived.get(i), entries.get(i), code)));
    if (seq - snapshotAt >= SNAPSHOT_ENTRIES) {
      save();
    }
    return entries.size();
  }

  /** Keeps the state, so that a restart need not replay; nothing to do when nothing changed. */
  void save() {
    if (seq == snapshotAt || state.seq() == 0) {
      return;
    }
    var bytes = new ByteArrayOutputStream();
    try {
      state.snapshot(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    byte[] packed = SnapshotRows.pack(bytes.toByteArray());
    store.change(tx -> tx.snapshots().save(state.seq(), code, packed));
    snapshotAt = seq;
  }

  private Derivations snapshot(long upTo) {
    var newest = store.read(tx -> tx.snapshots().newest(code, upTo));
    if (newest.isEmpty()) {
      return Derivations.empty();
    }
    try {
      return Derivations.restore(
          new DataInputStream(new ByteArrayInputStream(newest.get().bytes())));
    } catch (IOException | RuntimeException e) {
      log.warn("snapshot seq={} unreadable, replaying the whole log", newest.get().seq(), e);
      return Derivations.empty();
    }
  }

  private void replay(long upTo) {
    while (seq < upTo) {
      int most = Math.toIntExact(Math.min(REPLAY_BATCH, upTo - seq));
      derive(store.read(tx -> tx.log().after(seq, most)));
    }
  }

  /** What depends on one article alone in parallel, the rest in order. */
  private List<Derived> derive(List<LogEntry> entries) {
    List<Step> steps = entries.parallelStream().map(this::prepare).toList();
    var derived = new ArrayList<Derived>(entries.size());
    for (Step step : steps) {
      derived.add(deriveOne(step));
    }
    seq = entries.getLast().seq();
    return derived;
  }

  private record Step(LogEntry entry, Optional<Pipeline.Prepared> prepared) {}

  private Step prepare(LogEntry entry) {
    try {
      return entry instanceof LogEntry.PageArrived arrived
          ? new Step(entry, Optional.of(pipeline.prepare(arrived.analysis())))
          : new Step(entry, Optional.empty());
    } catch (RuntimeException e) {
      return new Step(entry, Optional.empty()); // fails again below, and is logged there
    }
  }

  /*
   * A stage that fails on one article must not stop all later ones. Leaving the entry without
   * derivations is the same on every replay: the stages are functions of the state and the entry.
   */
  private Derived deriveOne(Step step) {
    LogEntry entry = step.entry();
    try {
      return step.prepared().isPresent()
          ? pipeline.derive(state, entry.seq(), entry.at(), step.prepared().get())
          : pipeline.derive(state, entry);
    } catch (RuntimeException e) {
      log.error("derive seq={} failed; the entry stays without copies and story", entry.seq(), e);
      return new Derived(entry.seq(), List.of(), List.of(), List.of(), List.of());
    }
  }
}
