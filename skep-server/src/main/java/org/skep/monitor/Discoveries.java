package org.skep.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skep.clock.Clock;
import org.skep.feed.Discovery;
import org.skep.feed.FeedException;
import org.skep.feed.FeedLink;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;
import org.skep.model.Page;

/**
 * Finds the feeds of an address, and keeps what it read for a few minutes: the body read for
 * discovery is the first poll (fetching.md F1). Thread-safe, bounded.
 */
final class Discoveries {
  private static final int KEPT_MAX = 20;
  private static final Duration KEPT_FOR = Duration.ofMinutes(5);

  private final Fetcher fetcher;
  private final Clock clock;
  private final Map<String, Fetched.Ok> kept = new LinkedHashMap<>();

  Discoveries(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** The address itself when it is a feed; else the feeds its page names, or the usual places. */
  Offer of(String address) throws InterruptedException {
    return switch (fetcher.fetch(Request.of(withScheme(address), Request.Kind.FEED))) {
      case Fetched.Failed failed -> new Offer(List.of(), failed.failure().text());
      case Fetched.NotModified _ -> new Offer(List.of(), "The server answered 304, unasked.");
      case Fetched.Ok ok -> {
        Optional<Offer.Found> self = read(withScheme(address), ok);
        yield self.isPresent() ? new Offer(List.of(self.get()), null) : ofPage(ok.page());
      }
    };
  }

  /** What was read of the address a moment ago; once. */
  synchronized Optional<Fetched.Ok> take(String url) {
    Fetched.Ok ok = kept.remove(url);
    return Optional.ofNullable(ok)
        .filter(it -> it.page().fetchedAt().plus(KEPT_FOR).isAfter(clock.now()));
  }

  private Offer ofPage(Page page) throws InterruptedException {
    List<FeedLink> links = Discovery.candidates(page.headers(), page.body(), page.url());
    if (!links.isEmpty()) {
      return new Offer(links.stream().map(Discoveries::found).toList(), null);
    }
    List<String> probed = new ArrayList<>();
    for (String probe : Discovery.probes(page.url())) {
      probed.add(probe);
      if (fetcher.fetch(Request.of(probe, Request.Kind.FEED)) instanceof Fetched.Ok ok) {
        Optional<Offer.Found> found = read(probe, ok);
        if (found.isPresent()) {
          return new Offer(List.of(found.get()), null);
        }
      }
    }
    return new Offer(
        List.of(),
        page.url() + " is no feed, names none, and none is at " + String.join(", ", probed) + ".");
  }

  private Optional<Offer.Found> read(String url, Fetched.Ok ok) {
    try {
      Listing listing = ListingReader.read(ok.page());
      keep(url, ok);
      String title = listing.title();
      return Optional.of(new Offer.Found(url, title == null ? url : title, listing.format()));
    } catch (FeedException e) {
      return Optional.empty();
    }
  }

  private synchronized void keep(String url, Fetched.Ok ok) {
    kept.put(url, ok);
    if (kept.size() > KEPT_MAX) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static Offer.Found found(FeedLink link) {
    String title = link.title();
    String type = link.mimeType();
    return new Offer.Found(
        link.url(), title == null ? link.url() : title, type == null ? "" : type);
  }

  private static String withScheme(String address) {
    String stripped = address.strip();
    return stripped.contains("://") ? stripped : "https://" + stripped;
  }
}
