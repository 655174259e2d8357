package org.skep.fetch;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.skep.clock.Clock;
import org.skep.robots.Robots;

/**
 * The robots.txt of each origin, for at most a day; one that could not be had is asked for again
 * after an hour. Bounded: the least recently used of 10,000 origins is forgotten.
 */
final class RobotsCache {
  private static final int ORIGINS_MAX = 10_000;
  private static final Duration GOOD_FOR = Duration.ofHours(24);
  private static final Duration UNREACHABLE_FOR = Duration.ofHours(1);

  /** By monotonic time: a wall clock that is set back must not keep a file for years. */
  private record Kept(Robots robots, long from, Duration goodFor) {}

  private final Clock clock;
  private final Map<String, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > ORIGINS_MAX;
        }
      };

  RobotsCache(Clock clock) {
    this.clock = clock;
  }

  synchronized Optional<Robots> find(String origin) {
    Kept found = kept.get(origin);
    return found == null || clock.nanos() - found.from() >= found.goodFor().toNanos()
        ? Optional.empty()
        : Optional.of(found.robots());
  }

  /** Reads the answer to a request for robots.txt: RFC 9309, section 2.3.1. */
  synchronized Robots keep(String origin, Fetched fetched) {
    Robots robots =
        switch (fetched) {
          case Fetched.Ok ok -> Robots.parse(ok.page().body());
          case Fetched.NotModified _ -> Robots.allowAll(); // we never ask conditionally
          case Fetched.Failed(var failure) -> without(failure);
        };
    boolean reached = !(fetched instanceof Fetched.Failed(var failure) && !isAbsent(failure));
    kept.put(origin, new Kept(robots, clock.nanos(), reached ? GOOD_FOR : UNREACHABLE_FOR));
    return robots;
  }

  private static Robots without(Failure failure) {
    return isAbsent(failure)
        ? Robots.allowAll()
        : Robots.disallowAll("robots.txt could not be read: " + failure.text());
  }

  /** "Unavailable" (4xx, endless redirects) means that everything may be fetched. */
  private static boolean isAbsent(Failure failure) {
    return (failure.status() >= 400 && failure.status() < 500 && failure.status() != 429)
        || failure.kind() == Failure.Kind.MOVED;
  }
}
