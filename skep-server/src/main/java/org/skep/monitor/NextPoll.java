package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.fetch.Failure;
import org.skep.fetch.Fetched;
import org.skep.fetch.Validators;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Rate;
import org.skep.store.FeedRow.Redirect;
import org.skep.store.FeedRow.Schedule;
import org.skep.store.FeedRow.Wishes;

/**
 * What a poll means for the next one: the feed's schedule before and after it. Pure.
 *
 * @param called until when a hub calls if there is news; {@code null} when none does
 */
record NextPoll(Intervals intervals, FeedRow feed, Instant now, @Nullable Instant called) {
  /** Before the request: should nothing more be heard of this poll, it counts as made. */
  Instant shouldThisFail() {
    return now.plus(spread(Pace.longer(feed.schedule().interval(), intervals.min(feed))));
  }

  Schedule afterListing(Fetched.Ok ok, Listing listing, int fresh, @Nullable Redirect redirect) {
    Rate rate = Pace.rate(listing.entries(), feed.schedule().rate(), fresh, now);
    Duration interval = interval(rate, listing.wishes(), ok.page().headers());
    return answered(ok.validators(), interval, redirect, listing.hub(), listing.wishes(), rate);
  }

  Schedule afterNothingNew(Fetched.NotModified same, @Nullable Redirect redirect) {
    Schedule before = feed.schedule();
    Duration interval = interval(before.rate(), before.wishes(), same.headers());
    return answered(
        same.validators(), interval, redirect, before.hub(), before.wishes(), before.rate());
  }

  /** A failure; one that is only its host's hold does not count against the feed. */
  Schedule afterFailure(Failure failure) {
    Schedule before = feed.schedule();
    boolean gone = failure.kind() == Failure.Kind.GONE;
    int failures = before.failures() + (failure.wasSent() ? 1 : 0);
    Duration wait =
        gone
            ? Pace.GONE_PROBE
            : intervals.hasOwnPace(feed) ? intervals.min(feed) : Pace.backOff(failures);
    Instant asked = failure.retryAt();
    Instant longest = now.plus(Pace.RETRY_MAX);
    Instant hold = asked == null ? null : asked.isAfter(longest) ? longest : asked;
    Instant since = before.goneSince();
    Instant own = now.plus(failure.wasSent() ? spread(wait) : Duration.ZERO);
    return new Schedule(
        before.etag(),
        before.lastModified(),
        before.validatorsUrl(),
        Pace.later(own, hold),
        now,
        before.lastOk(),
        failures,
        hold,
        hold == null ? null : failure.text(),
        before.interval(),
        before.redirect(),
        gone ? (since == null ? now : since) : null,
        before.hub(),
        before.wishes(),
        before.rate());
  }

  /** The old address is gone and the new one is adopted: asked when it would have been asked. */
  Schedule afterMoving() {
    Schedule before = feed.schedule();
    return new Schedule(
        before.etag(),
        before.lastModified(),
        before.validatorsUrl(),
        shouldThisFail(),
        now,
        before.lastOk(),
        before.failures(),
        null,
        null,
        before.interval(),
        null,
        null,
        before.hub(),
        before.wishes(),
        before.rate());
  }

  private Schedule answered(
      Validators validators,
      Duration interval,
      @Nullable Redirect redirect,
      @Nullable String hub,
      Wishes wishes,
      Rate rate) {
    Instant next = now.plus(spread(interval));
    return new Schedule(
        validators.etag(),
        validators.lastModified(),
        validators.url(),
        intervals.hasOwnPace(feed) ? next : Pace.outside(wishes, next, now.plus(Pace.INTERVAL_MAX)),
        now,
        now,
        0,
        null,
        null,
        interval,
        redirect,
        null,
        hub,
        wishes,
        rate);
  }

  /** What was learnt and what is asked for, never below the shortest. */
  private Duration interval(Rate rate, Wishes wishes, Map<String, String> headers) {
    Duration min = intervals.min(feed);
    return intervals.hasOwnPace(feed)
        ? min
        : Pace.longer(
            Pace.longer(Pace.adaptive(rate, now, min, intervals.max(feed)), whileCalled()),
            Pace.longer(wishes.interval(), Pace.hinted(headers)));
  }

  /** Once a day is enough while a hub calls, but not past the end of what it promised. */
  private Duration whileCalled() {
    if (called == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, called);
    return left.compareTo(Pace.INTERVAL_MAX) < 0 ? left : Pace.INTERVAL_MAX;
  }

  private Duration spread(Duration interval) {
    return Pace.spread(interval, feed.id(), feed.polls());
  }
}
