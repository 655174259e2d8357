package org.skep.fetch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a host between requests and across restarts.
 *
 * @param key the registrable domain ({@link org.skep.url.HostKey}), or the name where a {@link
 *     LocalPress} admits it
 * @param lastEnd when the last request ended; {@code null} before the first
 * @param holdUntil no request before that; {@code null} when the host is not on hold
 * @param holdReason for the feed's page; empty without a hold
 * @param strikes how many times in a row it answered 429; decides how long the next hold is
 * @param crawlDelay what its robots.txt asks for; zero when it asks for nothing
 */
public record HostState(
    String key,
    @Nullable Instant lastEnd,
    @Nullable Instant holdUntil,
    String holdReason,
    int strikes,
    Duration crawlDelay) {

  static HostState fresh(String key) {
    return new HostState(key, null, null, "", 0, Duration.ZERO);
  }

  HostState endedAt(Instant end) {
    return new HostState(key, end, holdUntil, holdReason, strikes, crawlDelay);
  }

  HostState heldUntil(Instant until, String reason) {
    return new HostState(key, lastEnd, until, reason, strikes + 1, crawlDelay);
  }

  HostState released() {
    return new HostState(key, lastEnd, null, "", 0, crawlDelay);
  }

  HostState withCrawlDelay(Duration delay) {
    return new HostState(key, lastEnd, holdUntil, holdReason, strikes, delay);
  }
}
