package org.skep.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.skep.clock.Clock;
import org.skep.url.HostKey;
import org.skep.url.Url;

/**
 * How fast we may go: one request in flight per host key and a gap after it, as many seconds as its
 * robots.txt asks for; at most four per connected address (a CDN puts many outlets on one) and 64
 * in all; none to a host that answered 429 until its hold is over.
 *
 * <p>Waiting for a host or a gap takes no place among the 64, so slow hosts do not delay the
 * others. The state is read before and written after every request, so a restart breaks neither a
 * hold nor a gap.
 */
final class HostPace {
  static final int IN_FLIGHT_MAX = 64;
  static final int PER_ADDRESS_MAX = 4;
  static final Duration GAP = Duration.ofSeconds(1);
  static final Duration CRAWL_DELAY_MAX = Duration.ofSeconds(60);

  private final Lanes<String> hosts = new Lanes<>(1);
  private final Lanes<InetAddress> addresses = new Lanes<>(PER_ADDRESS_MAX);
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX, true);
  private final HostStates states;
  private final LocalPress press;
  private final Clock clock;

  HostPace(HostStates states, LocalPress press, Clock clock) {
    this.states = states;
    this.press = press;
    this.clock = clock;
  }

  /** The registrable domain; the bare name where our own press serves it. */
  String key(Url url) {
    return press.admits(url) && url.host() != null ? url.host() : HostKey.of(url);
  }

  HostState state(String key) {
    return states.find(key).orElseGet(() -> HostState.fresh(key));
  }

  /** Whether a host is on hold now. */
  boolean holds(HostState state) {
    Instant until = state.holdUntil();
    return until != null && clock.now().isBefore(until);
  }

  /** Waits until this is the only request to the host. */
  void enterHost(String key) throws InterruptedException {
    hosts.enter(key);
  }

  void leaveHost(String key) {
    hosts.leave(key);
  }

  /** Inside the host's lane: waits until the gap after its last request is over. */
  void awaitGap(Url url, HostState state) throws InterruptedException {
    Instant last = state.lastEnd();
    if (last == null) {
      return;
    }
    Duration gap = press.admits(url) ? press.gap() : GAP;
    Duration delay = state.crawlDelay().compareTo(gap) > 0 ? state.crawlDelay() : gap;
    Duration since = Duration.between(last, clock.now());
    // A wall clock that was set back must not make a host wait for years.
    clock.sleep(since.isNegative() ? delay : delay.minus(since));
  }

  /** Inside the host's lane: a place among all requests and among those to this address. */
  void enterWire(InetAddress address) throws InterruptedException {
    addresses.enter(address);
    try {
      inFlight.acquire();
    } catch (InterruptedException e) {
      addresses.leave(address);
      throw e;
    }
  }

  void leaveWire(InetAddress address) {
    inFlight.release();
    addresses.leave(address);
  }

  /** A request ended, well or badly. */
  void ended(String key, int status) {
    HostState state = state(key).endedAt(clock.now());
    boolean recovered = status > 0 && status != 429 && state.holdUntil() != null;
    states.save(recovered ? state.released() : state);
  }

  /** The host answered 429: nobody asks it again before that moment. */
  void hold(String key, Instant until, String reason) {
    states.save(state(key).heldUntil(until, reason));
  }

  void crawlDelay(String key, Duration delay) {
    HostState state = state(key);
    Duration capped = delay.compareTo(CRAWL_DELAY_MAX) > 0 ? CRAWL_DELAY_MAX : delay;
    if (!state.crawlDelay().equals(capped)) {
      states.save(state.withCrawlDelay(capped));
    }
  }
}
