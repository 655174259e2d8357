package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.feed.Discovery;
import org.skep.feed.FeedException;
import org.skep.feed.FeedLink;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;
import org.skep.model.Page;
import org.skep.url.Url;

/**
 * Finds the feeds of an address, and keeps what it read for a few minutes: the body read for
 * discovery is the first poll (fetching.md F1). Name and password typed with the address are kept
 * as long, for the feeds of the same origin; no offer shows them. Thread-safe, bounded.
 */
final class Discoveries {
  private static final int KEPT_MAX = 20;
  private static final int SITEMAPS_MAX = 2;
  private static final Duration KEPT_FOR = Duration.ofMinutes(5);

  private final Fetcher fetcher;
  private final Clock clock;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  /**
   * What is known of an offered address.
   *
   * @param asked the address with name and password
   * @param answer its first poll; {@code null} when only a page named it
   */
  private record Kept(String asked, Fetched.@Nullable Ok answer, Instant until) {}

  Discoveries(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /** The address itself when it is a feed; else the feeds its page names, or the usual places. */
  Offer of(String address) throws InterruptedException {
    String asked = withScheme(address);
    return switch (fetcher.fetch(Request.of(asked, Request.Kind.FEED))) {
      case Fetched.Failed failed -> new Offer(List.of(), failed.failure().text());
      case Fetched.NotModified _ -> new Offer(List.of(), "The server answered 304, unasked.");
      case Fetched.Ok ok -> {
        Optional<Offer.Found> self = read(asked, ok);
        yield self.isPresent() ? new Offer(List.of(self.get()), null) : ofPage(asked, ok.page());
      }
    };
  }

  /** What was read of the address a moment ago; once. */
  synchronized Optional<Fetched.Ok> take(String url) {
    Kept one = kept.remove(url);
    return one == null || !one.until().isAfter(clock.now())
        ? Optional.empty()
        : Optional.ofNullable(one.answer());
  }

  /** The address with the name and password typed for it a moment ago; itself when none were. */
  synchronized String withCredentials(String url) {
    Kept one = kept.get(url);
    return one == null || !one.until().isAfter(clock.now()) ? url : one.asked();
  }

  private Offer ofPage(String asked, Page page) throws InterruptedException {
    List<FeedLink> links = Discovery.candidates(page.headers(), page.body(), page.url());
    if (!links.isEmpty()) {
      links.forEach(link -> keep(likewise(link.url(), asked), null));
      return new Offer(links.stream().map(Discoveries::found).toList(), null);
    }
    List<String> probed = new ArrayList<>();
    for (String probe : Discovery.probes(page.url())) {
      probed.add(probe);
      Optional<Offer.Found> found = asked(likewise(probe, asked), Request.Kind.FEED);
      if (found.isPresent()) {
        return new Offer(List.of(found.get()), null);
      }
    }
    for (String sitemap : newsSitemaps(page.url())) {
      probed.add(sitemap);
      Optional<Offer.Found> found = asked(likewise(sitemap, asked), Request.Kind.SITEMAP);
      if (found.isPresent()) {
        return new Offer(List.of(found.get()), null);
      }
    }
    return new Offer(
        List.of(),
        page.url() + " is no feed, names none, and none is at " + String.join(", ", probed) + ".");
  }

  private Optional<Offer.Found> asked(String url, Request.Kind kind) throws InterruptedException {
    return fetcher.fetch(Request.of(url, kind)) instanceof Fetched.Ok ok
        ? read(url, ok)
        : Optional.empty();
  }

  /** Of the sitemaps that robots.txt names those of news, by their names: the others list all. */
  private List<String> newsSitemaps(String url) throws InterruptedException {
    return fetcher.robotsOf(url).sitemaps().stream()
        .filter(sitemap -> sitemap.toLowerCase(Locale.ROOT).contains("news"))
        .limit(SITEMAPS_MAX)
        .toList();
  }

  private Optional<Offer.Found> read(String url, Fetched.Ok ok) {
    try {
      Listing listing = ListingReader.read(ok.page());
      keep(url, ok);
      String bare = bare(url);
      String title = listing.title();
      return Optional.of(new Offer.Found(bare, title == null ? bare : title, listing.format()));
    } catch (FeedException e) {
      return Optional.empty();
    }
  }

  private synchronized void keep(String url, Fetched.@Nullable Ok answer) {
    String bare = bare(url);
    if (answer == null && bare.equals(url)) {
      return; // nothing to remember
    }
    kept.put(bare, new Kept(url, answer, clock.now().plus(KEPT_FOR)));
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

  private static String bare(String url) {
    return Url.parse(url).filter(Url::hasUserinfo).map(Url::toString).orElse(url);
  }

  /** An address of the origin that was asked gets the same name and password; no other does. */
  private static String likewise(String url, String asked) {
    Optional<Url> from = Url.parse(asked).filter(Url::hasUserinfo);
    Optional<Url> to = Url.parse(url);
    return from.isPresent() && to.isPresent() && from.get().origin().equals(to.get().origin())
        ? to.get().withUserinfo(from.get()).href()
        : url;
  }

  private static String withScheme(String address) {
    String stripped = address.strip();
    return stripped.contains("://") ? stripped : "https://" + stripped;
  }
}
