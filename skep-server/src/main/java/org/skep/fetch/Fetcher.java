package org.skep.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.clock.SystemClock;
import org.skep.fetch.Failure.Kind;
import org.skep.fetch.Fetched.Failed;
import org.skep.fetch.Fetched.NotModified;
import org.skep.fetch.Fetched.Ok;
import org.skep.model.Page;
import org.skep.robots.Robots;
import org.skep.url.Url;

/**
 * The one way out. A request passes the address guard, robots.txt and the host's pace, follows
 * redirects by hand with every hop checked again, and ends as a {@link Fetched}.
 *
 * <p>Safe for many threads. {@link #fetch} blocks, also for minutes when a host has many waiting,
 * so call it on virtual threads.
 */
public final class Fetcher implements AutoCloseable {
  private static final int REDIRECTS_MAX = 5;

  private final FetchSettings settings;
  private final Clock clock;
  private final Resolver resolver;
  private final AddressGuard guard;
  private final HostPace pace;
  private final RobotsCache robots;
  private final Exchange exchange;
  private final Failures failures;

  /** Real sockets run on real time; {@code clock} decides holds, gaps and what is stored. */
  private final Clock stopwatch = new SystemClock();

  public Fetcher(FetchSettings settings, HostStates hosts, Clock clock) {
    this(settings, hosts, clock, new SystemResolver(settings.limits().connect()), null);
  }

  /**
   * Another name service, other authorities: for tests.
   *
   * @param trust {@code null} trusts the authorities the platform trusts
   */
  Fetcher(
      FetchSettings settings,
      HostStates hosts,
      Clock clock,
      Resolver resolver,
      @Nullable X509TrustManager trust) {
    this.settings = settings;
    this.clock = clock;
    this.resolver = resolver;
    this.guard = new AddressGuard(settings, resolver);
    this.pace = new HostPace(hosts, settings.localPress(), clock);
    this.robots = new RobotsCache(clock);
    this.exchange = new Exchange(settings, stopwatch, trust);
    this.failures = new Failures(settings.limits());
  }

  /** Fetches one thing, waiting for the host's turn first. */
  public Fetched fetch(Request request) throws InterruptedException {
    Optional<Url> url = Url.parse(request.url());
    if (url.isPresent()) {
      return new Journey(request).from(url.get());
    }
    String shown = request.url().replaceFirst("//[^/?#]*@", "//"); // no address, yet a password
    return failed(Kind.BAD_ADDRESS, "\"" + shown + "\" is not an address.", shown);
  }

  /**
   * What robots.txt says about an address, with the line that says it. Fetches the file if need be.
   */
  public Robots.Decision robotsDecision(String address) throws InterruptedException {
    Optional<Url> url = Url.parse(address);
    return url.isPresent()
        ? robotsFor(url.get()).decide(FetchSettings.PRODUCT, url.get().href())
        : new Robots.Decision(false, null);
  }

  /** A site's robots.txt, for its sitemaps. */
  public Robots robotsOf(String address) throws InterruptedException {
    Optional<Url> url = Url.parse(address);
    return url.isPresent() ? robotsFor(url.get()) : Robots.allowAll();
  }

  private Robots robotsFor(Url url) throws InterruptedException {
    Optional<Robots> known = robots.find(url.origin());
    if (known.isPresent()) {
      return known.get();
    }
    Fetched file = fetch(Request.of(url.origin() + "/robots.txt", Request.Kind.ROBOTS));
    Robots found = robots.keep(url.origin(), file);
    String key = pace.key(url);
    Duration delay = found.crawlDelay(FetchSettings.PRODUCT).orElse(Duration.ZERO);
    pace.crawlDelay(key, delay);
    return found;
  }

  private Failed failed(Kind kind, String text, String url) {
    return new Failed(Failure.of(kind, text, url, clock.now()));
  }

  /** One request with its redirects. Confined to the thread that makes it. */
  private final class Journey {
    private final Request request;
    private final List<Hop> hops = new ArrayList<>();
    private final Instant begin = clock.now();
    private Duration spent = Duration.ZERO;
    private @Nullable String authorization;
    private String authorizedOrigin = "";

    Journey(Request request) {
      this.request = request;
    }

    Fetched from(Url start) throws InterruptedException {
      authorization = Exchange.authorization(start);
      authorizedOrigin = start.origin();
      Url url = start.withoutUserinfo().withoutFragment();
      while (true) {
        Fetched refused = refusedByRobots(url);
        if (refused != null) {
          return refused;
        }
        Step step = inTurn(url);
        if (step.end() != null) {
          return step.end();
        }
        Url next = Objects.requireNonNull(step.next());
        String repeated = next.href();
        if (hops.size() > REDIRECTS_MAX) {
          return end(
              Kind.MOVED,
              "More than " + REDIRECTS_MAX + " redirects, the last to " + next + ".",
              url);
        }
        if (hops.stream().anyMatch(hop -> hop.url().equals(repeated))) {
          return end(Kind.MOVED, "The redirects go round in a circle: back to " + next + ".", url);
        }
        url = next;
      }
    }

    private @Nullable Fetched refusedByRobots(Url url) throws InterruptedException {
      if (!request.kind().asksRobots() || !url.isHttp()) {
        return null;
      }
      Robots.Decision decision = robotsFor(url).decide(FetchSettings.PRODUCT, url.href());
      return decision.allowed()
          ? null
          : end(Kind.ROBOTS, "robots.txt does not allow it (" + decision.rule() + ").", url);
    }

    /** One hop, when it is the host's turn. */
    private Step inTurn(Url url) throws InterruptedException {
      AddressGuard.Verdict verdict = guard.check(url);
      return switch (verdict) {
        case AddressGuard.Verdict.Refuse(var kind, var text) ->
            new Step(end(kind, text, url), null);
        case AddressGuard.Verdict.Pass(var addresses) -> {
          String key = pace.key(url);
          pace.enterHost(key);
          try {
            yield afterGap(url, key, addresses);
          } finally {
            pace.leaveHost(key);
          }
        }
      };
    }

    private Step afterGap(Url url, String key, List<InetAddress> addresses)
        throws InterruptedException {
      HostState state = pace.state(key);
      if (pace.holds(state)) {
        return new Step(onHold(url, key, state), null);
      }
      pace.awaitGap(url, state);
      InetAddress address = addresses.getFirst();
      pace.enterWire(address);
      try {
        return send(url, key, state, addresses);
      } finally {
        pace.leaveWire(address);
      }
    }

    private Step send(Url url, String key, HostState state, List<InetAddress> addresses)
        throws InterruptedException {
      long start = stopwatch.nanos();
      Reply reply;
      try {
        Duration left = settings.limits().whole().minus(spent);
        if (!left.isPositive()) {
          return new Step(
              end(Kind.NETWORK, "Not finished within the time for one request.", url), null);
        }
        String credentials = url.origin().equals(authorizedOrigin) ? authorization : null;
        reply = exchange.send(url, addresses, request, credentials, left);
      } catch (IOException e) {
        pace.ended(key, 0);
        if (Thread.interrupted()) {
          throw new InterruptedException("while fetching " + url);
        }
        return new Step(
            new Failed(failures.broken(url, e, AddressGuard.print(addresses), hops, clock.now())),
            null);
      }
      spent = spent.plusNanos(stopwatch.nanos() - start);
      pace.ended(key, reply.status());
      return judge(url, key, state, reply);
    }

    private Step judge(Url url, String key, HostState state, Reply reply) {
      if (reply.isRedirect() && (!request.isForm() || reply.keepsMethod())) {
        return redirect(url, Objects.requireNonNull(reply.header("location")), reply.status());
      }
      Validators asked = request.validators();
      if (reply.status() == 304 && asked.url().equals(url.href())) {
        Validators kept = asked.renewedBy(validators(url, reply));
        return new Step(new NotModified(url.href(), reply.headers(), kept, hops), null);
      }
      Instant now = clock.now();
      if (request.isForm() ? reply.isAccepted() : reply.hasBody()) {
        var page = new Page(url.href(), reply.headers(), reply.body(), now);
        return new Step(
            new Ok(
                page,
                validators(url, reply),
                hops,
                reply.address(),
                reply.bytes(),
                Duration.between(begin, now)),
            null);
      }
      Failure failure = failures.status(url, reply, hops, key, state.strikes(), now);
      if (failure.holdsHost() && failure.retryAt() != null) {
        pace.hold(key, failure.retryAt(), failure.text());
      }
      return new Step(new Failed(failure), null);
    }

    private Step redirect(Url url, String location, int status) {
      Optional<Url> target = Url.parse(location, url);
      if (target.isEmpty()) {
        return new Step(
            end(Kind.MOVED, status + " to \"" + location + "\", which is not an address.", url),
            null);
      }
      Url next = target.get().withoutUserinfo().withoutFragment();
      hops.add(new Hop(url.href(), status, next.href()));
      return new Step(null, next);
    }

    private Validators validators(Url url, Reply reply) {
      return new Validators(url.href(), reply.header("etag"), reply.header("last-modified"));
    }

    private Failed onHold(Url url, String key, HostState state) {
      Instant until = Objects.requireNonNull(state.holdUntil());
      Failure failure =
          Failure.of(
              Kind.RATE_LIMITED,
              "All feeds of %s wait until %s: %s"
                  .formatted(key, Failures.time(until, clock.now()), state.holdReason()),
              url.toString(),
              clock.now());
      return new Failed(failure.onHold(until, hops));
    }

    private Failed end(Kind kind, String text, Url url) {
      return new Failed(Failure.of(kind, text, url.toString(), clock.now()).after(hops));
    }
  }

  /** Where a hop leads: to the end, or on to another address. */
  private record Step(@Nullable Fetched end, @Nullable Url next) {}

  @Override
  public void close() {
    exchange.close();
    if (resolver instanceof SystemResolver names) {
      names.close();
    }
  }
}
