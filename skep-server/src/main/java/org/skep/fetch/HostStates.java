package org.skep.fetch;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the state of hosts is kept. Durable in the server, so that a restart breaks neither a hold
 * nor a gap; called once before and once after each request, from many threads.
 */
public interface HostStates {
  Optional<HostState> find(String key);

  void save(HostState state);

  /** For one process's life: the batch verbs and the tests. */
  static HostStates inMemory() {
    var states = new ConcurrentHashMap<String, HostState>();
    return new HostStates() {
      @Override
      public Optional<HostState> find(String key) {
        return Optional.ofNullable(states.get(key));
      }

      @Override
      public void save(HostState state) {
        states.put(state.key(), state);
      }
    };
  }
}
