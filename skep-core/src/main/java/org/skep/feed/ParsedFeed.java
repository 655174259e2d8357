package org.skep.feed;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;
import org.skep.model.Stated;

/**
 * What a feed says of itself, and its entries. Nothing in it is sanitised.
 *
 * @param title plain text
 * @param homeUrl the site's page
 * @param description may hold HTML
 * @param language as stated ("de-AT")
 * @param hub the WebSub hub to subscribe at
 * @param self the feed's own address
 * @param ttlMinutes how long it may be cached: {@code ttl} or {@code sy:updatePeriod}
 * @param skipHours hours of the day (0 to 23, UTC) without news
 * @param skipDays "Monday" to "Sunday" without news
 * @param icon a small or large picture of the feed
 * @param entries in the order of the document, at most {@link FeedReader#ENTRIES_MAX}
 * @param warnings what was healed or left out, in words for the feed's page
 */
public record ParsedFeed(
    FeedFormat format,
    @Nullable String title,
    @Nullable String homeUrl,
    @Nullable String description,
    @Nullable String language,
    @Nullable String hub,
    @Nullable String self,
    @Nullable Integer ttlMinutes,
    SortedSet<Integer> skipHours,
    Set<String> skipDays,
    @Nullable String icon,
    @Nullable Stated updated,
    List<Entry.Author> authors,
    List<Entry> entries,
    List<String> warnings) {
  public ParsedFeed {
    skipHours = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(skipHours));
    skipDays = Set.copyOf(skipDays);
    authors = List.copyOf(authors);
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
