package org.skep.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.skep.fetch.HostState;
import org.skep.fetch.HostStates;
import org.skep.store.HostRow;
import org.skep.store.Store;

/**
 * The hosts' state in the store. Saving does not wait for the commit; asking for the same host
 * again does, so that a pace is durable before the next request to that host.
 */
public final class StoredHosts implements HostStates {
  private final Store store;
  private final ConcurrentHashMap<String, CompletableFuture<Boolean>> saving =
      new ConcurrentHashMap<>();

  public StoredHosts(Store store) {
    this.store = store;
  }

  @Override
  public Optional<HostState> find(String key) {
    var commit = saving.get(key);
    if (commit != null) {
      commit.join();
      saving.remove(key, commit);
    }
    return store.read(tx -> tx.hosts().find(key)).map(StoredHosts::state);
  }

  @Override
  public void save(HostState state) {
    HostRow row = row(state);
    saving.put(
        state.key(),
        store.submit(tx -> {
          tx.hosts().save(row);
          return Boolean.TRUE;
        }));
  }

  private static HostState state(HostRow row) {
    String reason = row.holdReason();
    Duration delay = row.crawlDelay();
    return new HostState(
        row.key(),
        row.lastEnd(),
        row.holdUntil(),
        reason == null ? "" : reason,
        row.strikes(),
        delay == null ? Duration.ZERO : delay);
  }

  private static HostRow row(HostState state) {
    return new HostRow(
        state.key(),
        state.holdUntil(),
        state.holdReason(),
        state.strikes(),
        state.lastEnd(),
        state.crawlDelay().isZero() ? null : state.crawlDelay());
  }
}
