package org.skep.fetch;

import org.skep.clock.Clock;

/**
 * The one way out. A request passes the address guard, robots.txt and the host's pace, follows
 * redirects hop by hand with every hop checked again, and ends as a {@link Fetched}.
 *
 * <p>Safe for many threads; {@link #fetch} blocks, so call it on virtual threads.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchSettings settings;
  private final HostStates hosts;
  private final Clock clock;

  public Fetcher(FetchSettings settings, HostStates hosts, Clock clock) {
    this.settings = settings;
    this.hosts = hosts;
    this.clock = clock;
  }

  /** Fetches one thing, waiting for the host's turn first. */
  public Fetched fetch(Request request) throws InterruptedException {
    if (org.skep.url.Url.parse(request.url()).isEmpty()) {
      return new Fetched.Failed(
          Failure.of(
              Failure.Kind.BAD_ADDRESS,
              "\"" + request.url() + "\" is not an address.",
              request.url(),
              clock.now()));
    }
    throw new UnsupportedOperationException(settings + " " + hosts); // the next commit
  }

  @Override
  public void close() {}
}
