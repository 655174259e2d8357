package org.skep.monitor;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.skep.feed.FeedException;
import org.skep.feed.FeedLink;
import org.skep.fetch.Failure;
import org.skep.fetch.Fetched;
import org.skep.fetch.Hop;
import org.skep.store.PollReport;
import org.skep.store.PollReport.Outcome;

/** A failed poll as the feed's page shows it: what was seen, never a guess. Pure. */
final class Failures {
  private Failures() {}

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

  static PollReport report(Failure failure, Instant now, Instant next) {
    return new PollReport(
        now,
        outcome(failure.kind()),
        failure.text(),
        failure.url(),
        failure.status(),
        failure.evidence().entrySet().stream()
            .map(line -> line.getKey() + ": " + line.getValue())
            .toList(),
        hops(failure.hops()),
        failure.bytes(),
        next,
        failure.advice().isEmpty() ? null : failure.advice(),
        List.of(),
        0,
        0);
  }

  static List<String> hops(List<Hop> hops) {
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
