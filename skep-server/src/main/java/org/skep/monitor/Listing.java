package org.skep.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.Wishes;

/**
 * What one answer of a feed or sitemap lists.
 *
 * @param title {@code null} when it has none
 * @param site its page; {@code null} when it names none
 * @param hub {@code null} when it names none
 * @param self the address it gives itself; {@code null} when it gives none
 * @param wishes what the publisher asks of those who poll
 * @param warnings what was healed
 */
record Listing(
    Kind kind,
    String format,
    @Nullable String title,
    @Nullable String site,
    @Nullable String hub,
    @Nullable String self,
    Wishes wishes,
    List<Entry> entries,
    List<String> warnings) {
  Listing {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }
}
