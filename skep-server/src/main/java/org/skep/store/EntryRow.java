package org.skep.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;

/**
 * What a feed listed, and what became of it.
 *
 * @param id 0 before it is stored
 * @param key identity within its feed: the guid, else the normalised link, else a hash
 * @param link the normalised link; {@code null} when it has none
 * @param hash of what the feed lists; another hash under the same key is an edit
 * @param published as the feed states it; {@code null} when absent or absurd
 * @param due when a WAITING one is tried next; {@code null} otherwise
 * @param reason evidence for NO_ARTICLE and FAILED; {@code null} otherwise
 * @param article {@code null} until it is one
 * @param listed as listed; {@code null} when nothing waits for it
 * @param lane one of a lane is worked on at a time: its page's host
 */
public record EntryRow(
    long id,
    long feed,
    String key,
    @Nullable String link,
    @Nullable String title,
    String hash,
    @Nullable Instant published,
    Instant firstSeen,
    Instant lastSeen,
    State state,
    @Nullable Instant due,
    int tries,
    @Nullable String reason,
    @Nullable Long article,
    @Nullable Entry listed,
    String lane) {

  /** What became of it. */
  public enum State {
    WAITING,
    ARTICLE,
    NO_ARTICLE,
    FAILED,
    /** Erased by a user; never comes back as new. */
    PURGED
  }
}
