package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.fetch.Hop;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Redirect;
import org.skep.url.Url;

/**
 * When a feed's redirect becomes its address: fetching.md F9. A redirect counts only where a feed
 * was read at its end; one that leads to a page of maintenance never does. Pure.
 */
final class Moves {
  private static final int SIGHTINGS_MIN = 3;
  private static final Duration SIGHTINGS_FOR = Duration.ofDays(7);

  private Moves() {}

  /** The permanent redirect under observation after one more answer; any other answer ends it. */
  static @Nullable Redirect seen(FeedRow feed, List<Hop> hops, Instant now) {
    if (hops.isEmpty() || !hops.stream().allMatch(Hop::permanent)) {
      return null;
    }
    String target = hops.getLast().target();
    Redirect before = feed.schedule().redirect();
    return before != null && before.target().equals(target)
        ? new Redirect(before.count() + 1, before.first(), target)
        : new Redirect(1, now, target);
  }

  /** Whether the redirect has been seen long enough, or only adds the lock. */
  static boolean isProven(FeedRow feed, Redirect redirect, Instant now) {
    boolean often =
        redirect.count() >= SIGHTINGS_MIN && !now.isBefore(redirect.first().plus(SIGHTINGS_FOR));
    return often || isOnlySecured(feed.url(), redirect.target());
  }

  /** Whether the old address is gone, after it said where to. */
  static boolean isLastWord(FeedRow feed, int status, List<Hop> hops) {
    return feed.schedule().redirect() != null && (status == 404 || status == 410) && hops.isEmpty();
  }

  /** For the feed's page; {@code null} when nothing is under observation. */
  static @Nullable String advice(@Nullable Redirect redirect) {
    return redirect == null
        ? null
        : "Moved permanently to "
            + redirect.target()
            + "; will be adopted on "
            + redirect.first().plus(SIGHTINGS_FOR).toString().substring(0, 10)
            + " if it still leads there.";
  }

  /** From http to https of the same host and path. */
  private static boolean isOnlySecured(String from, String to) {
    Optional<Url> old = Url.parse(from);
    Optional<Url> other = Url.parse(to);
    return old.isPresent()
        && other.isPresent()
        && old.get().scheme().equals("http")
        && other.get().scheme().equals("https")
        && String.valueOf(old.get().host()).equals(other.get().host())
        && old.get().requestTarget().equals(other.get().requestTarget());
  }
}
