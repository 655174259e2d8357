package org.skep.monitor;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.feed.FeedException;
import org.skep.feed.FeedLink;
import org.skep.fetch.Failure;
import org.skep.fetch.Fetched;
import org.skep.fetch.Hop;
import org.skep.store.FeedRow.Schedule;
import org.skep.store.PollReport;
import org.skep.store.PollReport.Outcome;

/** A poll as the feed's page shows it: what was seen, never a guess. Pure. */
final class Reports {
  private Reports() {}

  /** A listing was read. */
  static PollReport listed(Fetched.Ok ok, Listing listing, int fresh, Schedule next) {
    int count = listing.entries().size();
    return new PollReport(
        ok.page().fetchedAt(),
        Outcome.OK,
        "%s, %d %s, %d new."
            .formatted(listing.format(), count, count == 1 ? "entry" : "entries", fresh),
        ok.page().url(),
        200,
        List.of(),
        hops(ok.hops()),
        ok.page().body().length,
        next.nextCheck(),
        Moves.advice(next.redirect()),
        listing.warnings(),
        count,
        fresh);
  }

  /** Nothing changed: the same document still has the faults it had. */
  static PollReport unchanged(
      Fetched.NotModified same, @Nullable PollReport last, Schedule next, Instant now) {
    return new PollReport(
        now,
        Outcome.NOT_MODIFIED,
        "Nothing new since the last poll.",
        same.url(),
        304,
        List.of(),
        hops(same.hops()),
        0,
        next.nextCheck(),
        Moves.advice(next.redirect()),
        last == null ? List.of() : last.warnings(),
        0,
        0);
  }

  /** Bytes came, but no feed is in them. */
  static Failure unreadable(FeedException e, Fetched.Ok ok, Instant now) {
    var kind =
        switch (e.kind()) {
          case EMPTY, BROKEN -> Failure.Kind.BROKEN_FEED;
          case NOT_A_FEED -> Failure.Kind.NOT_A_FEED;
          case TOO_BIG -> Failure.Kind.TOO_BIG;
        };
    var evidence = new TreeMap<String, String>();
    evidence.put("content-type", ok.page().headers().getOrDefault("content-type", "none"));
    if (e.line() > 0) {
      evidence.put("place", "line " + e.line() + ", column " + e.column());
    }
    List<String> linked = e.linked().stream().map(FeedLink::url).limit(5).toList();
    if (!linked.isEmpty()) {
      evidence.put("feeds linked there", String.join(" ", linked));
    }
    return new Failure(
        kind,
        String.valueOf(e.getMessage()),
        ok.page().url(),
        200,
        evidence,
        ok.hops(),
        ok.page().body().length,
        now,
        null,
        false,
        linked.isEmpty() ? "" : "Subscribe to the feed that the page links instead.");
  }

  /** It failed. */
  static PollReport failed(Failure failure, Schedule next, Instant now) {
    return new PollReport(
        now,
        outcome(failure.kind()),
        text(failure, next),
        failure.url(),
        failure.status(),
        failure.evidence().entrySet().stream()
            .map(line -> line.getKey() + ": " + line.getValue())
            .toList(),
        hops(failure.hops()),
        failure.bytes(),
        next.nextCheck(),
        failure.advice().isEmpty() ? null : failure.advice(),
        List.of(),
        0,
        0);
  }

  /** The server says "gone" each time; since when, only we know. */
  private static String text(Failure failure, Schedule next) {
    Instant since = next.goneSince();
    return since == null
        ? failure.text()
        : "410 Gone since " + since.toString().substring(0, 16).replace('T', ' ') + " UTC.";
  }

  private static List<String> hops(List<Hop> hops) {
    return hops.stream().map(hop -> hop.url() + " " + hop.status() + " " + hop.target()).toList();
  }

  private static Outcome outcome(Failure.Kind kind) {
    return switch (kind) {
      case HTTP_STATUS -> Outcome.HTTP_STATUS;
      case BOT_WALL -> Outcome.BOT_WALL;
      case RATE_LIMITED -> Outcome.RATE_LIMITED;
      case NOT_A_FEED -> Outcome.NOT_A_FEED;
      case BROKEN_FEED -> Outcome.BROKEN_FEED;
      case GONE -> Outcome.GONE;
      case MOVED -> Outcome.MOVED;
      case NETWORK -> Outcome.NETWORK;
      case BLOCKED -> Outcome.BLOCKED;
      case ROBOTS -> Outcome.ROBOTS;
      case TOO_BIG -> Outcome.TOO_BIG;
      case BROKEN_BODY -> Outcome.BROKEN_BODY;
      case BAD_ADDRESS -> Outcome.BAD_ADDRESS;
    };
  }
}
