package org.skep.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may try: {@value #TRIES_MAX} failures in a quarter of an hour for a name, and
 * as many for an address. Remembers {@value #KEYS_MAX} of them, the longest untouched forgotten
 * first. Thread-safe.
 */
final class LoginLimit {
  static final int TRIES_MAX = 5;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int KEYS_MAX = 10_000;

  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > KEYS_MAX;
        }
      };

  synchronized boolean exceeded(String key, Instant now) {
    Deque<Instant> recent = failures.get(key);
    if (recent == null) {
      return false;
    }
    while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    return recent.size() >= TRIES_MAX;
  }

  synchronized void failed(String key, Instant now) {
    failures.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(now);
  }

  synchronized void succeeded(String key) {
    failures.remove(key);
  }
}
