package org.skep.fetch;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why a poll failed: what was seen, with its evidence, and never a guess. It is what the feed's
 * page shows, what the API answers and what the log line says.
 *
 * @param text one or two sentences for a person
 * @param url the address that failed, after redirects, without name and password
 * @param status the HTTP status; 0 when there was no answer
 * @param evidence header lines, resolved addresses, a title, the characters around a break: by name
 * @param hops the redirects before it
 * @param bytes how much of the body had been read, decoded
 * @param retryAt the earliest moment the server allows; {@code null} when it says nothing
 * @param holdsHost whether all feeds of the host must wait until then, not only this one
 * @param advice what the user can do; empty when nothing
 */
public record Failure(
    Kind kind,
    String text,
    String url,
    int status,
    Map<String, String> evidence,
    List<Hop> hops,
    long bytes,
    Instant at,
    @Nullable Instant retryAt,
    boolean holdsHost,
    String advice) {

  public Failure {
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    hops = List.copyOf(hops);
  }

  /** The classes of specs "fetching", section 4; the label is what API and metrics print. */
  public enum Kind {
    HTTP_STATUS("http-status"),
    BOT_WALL("bot-wall"),
    RATE_LIMITED("rate-limited"),
    NOT_A_FEED("not-a-feed"),
    BROKEN_FEED("broken-feed"),
    GONE("gone"),
    MOVED("moved"),
    NETWORK("network"),
    BLOCKED("blocked"),
    ROBOTS("robots"),
    TOO_BIG("too-big"),
    BROKEN_BODY("broken-body"),
    BAD_ADDRESS("bad-address");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** A failure seen before or without an answer. */
  public static Failure of(Kind kind, String text, String url, Instant at) {
    return new Failure(kind, text, url, 0, Map.of(), List.of(), 0, at, null, false, "");
  }

  /** Whether a request was made at all; none is while its host is on hold. */
  public boolean wasSent() {
    return status > 0 || !holdsHost;
  }

  /** The same failure, after these redirects. */
  Failure after(List<Hop> redirects) {
    return new Failure(
        kind, text, url, status, evidence, redirects, bytes, at, retryAt, holdsHost, advice);
  }

  /** The same failure of a host that is on hold: nothing was sent. */
  Failure onHold(Instant until, List<Hop> redirects) {
    return new Failure(
        kind, text, url, status, evidence, redirects, bytes, at, until, true, advice);
  }
}
