package org.skep.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one poll of a feed saw, with the evidence: the feed page shows it as it is. Never a guess.
 *
 * @param text one sentence ("The server answered 403 Forbidden.")
 * @param url the last address asked
 * @param status the HTTP status; 0 when no answer came
 * @param evidence header lines, resolved addresses, or the bytes around a break
 * @param hops redirects on the way, in order
 * @param bytes decoded
 * @param retryAt when it is tried again; {@code null} when never by itself
 * @param advice what the user can do; {@code null} when there is nothing to do
 * @param warnings what was healed in the feed
 * @param entries listed
 * @param fresh of those, never seen before
 */
public record PollReport(
    Instant at,
    Outcome outcome,
    String text,
    String url,
    int status,
    List<String> evidence,
    List<String> hops,
    long bytes,
    @Nullable Instant retryAt,
    @Nullable String advice,
    List<String> warnings,
    int entries,
    int fresh) {
  public PollReport {
    evidence = List.copyOf(evidence);
    hops = List.copyOf(hops);
    warnings = List.copyOf(warnings);
  }

  /** The classes of the answer. */
  public enum Outcome {
    OK,
    NOT_MODIFIED,
    HTTP_STATUS,
    BOT_WALL,
    RATE_LIMITED,
    NOT_A_FEED,
    BROKEN_FEED,
    GONE,
    MOVED,
    NETWORK,
    BLOCKED,
    ROBOTS,
    TOO_BIG,
    BROKEN_BODY,
    BAD_ADDRESS;

    /** Whether the feed is as well as it can be. */
    public boolean good() {
      return this == OK || this == NOT_MODIFIED;
    }
  }
}
