package org.skep.monitor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skep.feed.FeedException;
import org.skep.feed.FeedReader;
import org.skep.feed.ParsedFeed;
import org.skep.model.Entry;
import org.skep.model.Page;
import org.skep.sitemap.Sitemap;
import org.skep.sitemap.SitemapReader;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.Wishes;

/** Bytes to a listing, whatever lists: a feed of any format, or a sitemap. Pure. */
final class ListingReader {
  /** Entries of one poll that are looked at; more are counted in a warning. */
  static final int ENTRIES_MAX = 2_000;

  private ListingReader() {}

  /** Reads what the bytes are, not what the user said they would be. */
  static Listing read(Page page) throws FeedException {
    String type = page.headers().get("content-type");
    try {
      return of(FeedReader.readResponse(page.body(), told(page), page.url()));
    } catch (FeedException e) {
      Optional<Sitemap> sitemap = SitemapReader.read(page.body(), type, page.url());
      if (sitemap.isPresent() && !sitemap.get().index() && !sitemap.get().entries().isEmpty()) {
        return of(sitemap.get());
      }
      throw e;
    }
  }

  /** The headers that say something about a feed: the type, and the hub and name in links. */
  private static Map<String, String> told(Page page) {
    var told = new HashMap<String, String>();
    for (String name : List.of("content-type", "link")) {
      told.put(name, page.headers().getOrDefault(name, ""));
    }
    return told;
  }

  private static Listing of(ParsedFeed feed) {
    return bounded(
        new Listing(
            Kind.FEED,
            feed.format().label(),
            feed.title(),
            feed.homeUrl(),
            feed.hub(),
            feed.self(),
            wishes(feed),
            feed.entries(),
            feed.warnings()));
  }

  private static Wishes wishes(ParsedFeed feed) {
    Integer ttl = feed.ttlMinutes();
    long minutes = ttl == null ? 0 : Math.min(ttl, Pace.INTERVAL_MAX.toMinutes());
    int hours = feed.skipHours().stream().mapToInt(hour -> 1 << hour).sum();
    int days = 0;
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      days |= feed.skipDays().contains(name) ? 1 << (day.getValue() - 1) : 0;
    }
    return new Wishes(Duration.ofMinutes(minutes), hours, days);
  }

  private static Listing of(Sitemap sitemap) {
    List<Entry> entries =
        sitemap.entries().stream()
            .sorted(Comparator.comparing(ListingReader::newest).reversed())
            .map(ListingReader::entry)
            .toList();
    String title =
        sitemap.entries().stream()
            .map(Sitemap.Entry::publication)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    return bounded(
        new Listing(
            Kind.SITEMAP,
            "sitemap",
            title,
            null,
            null,
            null,
            Wishes.NONE,
            entries,
            sitemap.warnings()));
  }

  private static String newest(Sitemap.Entry entry) {
    var stated = entry.published() == null ? entry.modified() : entry.published();
    return stated == null ? "" : stated.instant().toString();
  }

  private static Entry entry(Sitemap.Entry entry) {
    return new Entry(
        null,
        entry.url(),
        null,
        entry.title(),
        null,
        null,
        null,
        entry.published(),
        entry.modified(),
        List.of(),
        entry.keywords(),
        entry.language(),
        entry.images().isEmpty() ? null : entry.images().getFirst(),
        null,
        List.of());
  }

  private static Listing bounded(Listing listing) {
    int count = listing.entries().size();
    if (count <= ENTRIES_MAX) {
      return listing;
    }
    var warnings = new ArrayList<>(listing.warnings());
    warnings.add(
        (count - ENTRIES_MAX) + " entries beyond the first " + ENTRIES_MAX + " were not read");
    return new Listing(
        listing.kind(),
        listing.format(),
        listing.title(),
        listing.site(),
        listing.hub(),
        listing.self(),
        listing.wishes(),
        listing.entries().subList(0, ENTRIES_MAX),
        warnings);
  }
}
