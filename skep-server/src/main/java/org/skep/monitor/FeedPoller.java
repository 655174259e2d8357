package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.feed.FeedException;
import org.skep.fetch.Failure;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Hop;
import org.skep.fetch.Request;
import org.skep.fetch.Validators;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.Redirect;
import org.skep.store.FeedRow.Schedule;
import org.skep.store.FeedRow.State;
import org.skep.store.PollReport;
import org.skep.store.PollReport.Outcome;
import org.skep.store.Store;
import org.skep.url.Url;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one feed, from the request to the commit: the next check is committed before the
 * request, the outcome together with the new entries. For many threads.
 */
final class FeedPoller {
  private static final int SIGHTINGS_MIN = 3;
  private static final Duration SIGHTINGS_FOR = Duration.ofDays(7);
  private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);

  private final Store store;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Function<FeedRow, Duration> intervalMin;
  private final Discoveries discoveries;

  /**
   * @param intervalMin the shortest time between two polls of a feed
   */
  FeedPoller(
      Store store,
      Fetcher fetcher,
      Clock clock,
      Function<FeedRow, Duration> intervalMin,
      Discoveries discoveries) {
    this.store = store;
    this.fetcher = fetcher;
    this.clock = clock;
    this.intervalMin = intervalMin;
    this.discoveries = discoveries;
  }

  /** Asks the feed and commits what it says. */
  void poll(FeedRow feed) throws InterruptedException {
    long begin = clock.nanos();
    Instant asked = clock.now();
    Duration interval = interval(feed, feed.schedule().interval());
    Instant next = asked.plus(Pace.spread(interval, feed.id(), feed.polls()));
    store.change(tx -> tx.feeds().nextCheck(feed.id(), next, asked));
    FeedRow after =
        switch (fetched(feed)) {
          case Fetched.Ok ok -> read(feed, ok);
          case Fetched.NotModified same -> unchanged(feed, same);
          case Fetched.Failed failed -> failed(feed, failed.failure());
        };
    PollReport report = after.lastPoll();
    if (report != null) {
      log.info(
          "poll feed={} url={} outcome={} status={} entries={} new={} ms={} next={}",
          feed.id(),
          feed.url(),
          report.outcome(),
          report.status(),
          report.entries(),
          report.fresh(),
          (clock.nanos() - begin) / 1_000_000,
          after.schedule().nextCheck());
    }
  }

  private Fetched fetched(FeedRow feed) throws InterruptedException {
    Optional<Fetched.Ok> read = discoveries.take(feed.url());
    if (read.isPresent()) {
      return read.get(); // the body read for discovery is the first poll
    }
    Schedule schedule = feed.schedule();
    String validatorsUrl = schedule.validatorsUrl();
    var validators =
        validatorsUrl == null
            ? Validators.NONE
            : new Validators(validatorsUrl, schedule.etag(), schedule.lastModified());
    var kind = feed.kind() == Kind.SITEMAP ? Request.Kind.SITEMAP : Request.Kind.FEED;
    return fetcher.fetch(new Request(feed.url(), kind, validators));
  }

  private FeedRow read(FeedRow feed, Fetched.Ok ok) {
    Listing listing;
    try {
      listing = ListingReader.read(ok.page());
    } catch (FeedException e) {
      return failed(feed, Failures.unreadable(e, ok, clock.now()));
    }
    Instant now = clock.now();
    Duration min = intervalMin.apply(feed);
    Duration interval =
        interval(
            feed,
            Pace.longer(
                Pace.adaptive(listing.entries(), now, adaptiveMin(feed, min)),
                Pace.hinted(ok.page().headers(), listing.ttl())));
    Redirect redirect = redirect(feed, ok.hops(), now);
    var schedule =
        new Schedule(
            ok.validators().etag(),
            ok.validators().lastModified(),
            ok.validators().url(),
            now.plus(Pace.spread(interval, feed.id(), feed.polls())),
            now,
            now,
            0,
            null,
            null,
            interval,
            redirect,
            null,
            listing.hub());
    var described =
        feed.described(listing.title(), listing.site())
            .withKind(listing.kind())
            .withState(feed.state() == State.GONE ? State.ACTIVE : feed.state());
    return store.write(tx -> {
      int fresh = new EntryMatcher(tx, feed, now).match(listing.entries());
      FeedRow moved = moved(described, redirect, now, url -> tx.feeds().find(url).isEmpty());
      FeedRow polled = moved.polled(report(ok, listing, fresh, schedule, now), schedule);
      tx.feeds().save(polled);
      return polled;
    });
  }

  /** Feeds that a local press serves are asked at their own pace; rates say nothing there. */
  private static Duration adaptiveMin(FeedRow feed, Duration min) {
    return feed.news() || min.compareTo(Duration.ofMinutes(1)) >= 0 ? min : Duration.ZERO;
  }

  private FeedRow unchanged(FeedRow feed, Fetched.NotModified same) {
    Instant now = clock.now();
    Schedule before = feed.schedule();
    Duration interval = interval(feed, before.interval());
    Instant next = now.plus(Pace.spread(interval, feed.id(), feed.polls()));
    var schedule =
        new Schedule(
            same.validators().etag(),
            same.validators().lastModified(),
            same.validators().url(),
            next,
            now,
            now,
            0,
            null,
            null,
            interval,
            before.redirect(),
            null,
            before.hub());
    PollReport last = feed.lastPoll();
    var report =
        new PollReport(
            now,
            Outcome.NOT_MODIFIED,
            "Nothing new since the last poll.",
            same.url(),
            304,
            List.of(),
            Failures.hops(same.hops()),
            0,
            next,
            null,
            // the same document still has the faults it had
            last == null ? List.of() : last.warnings(),
            0,
            0);
    return saved(feed.polled(report, schedule));
  }

  private FeedRow failed(FeedRow feed, Failure failure) {
    Instant now = clock.now();
    Schedule before = feed.schedule();
    int failures = before.failures() + 1;
    boolean gone = failure.kind() == Failure.Kind.GONE;
    Duration wait =
        gone ? Pace.GONE_PROBE : local(feed) ? intervalMin.apply(feed) : Pace.backOff(failures);
    Instant asked = failure.retryAt();
    Instant longest = now.plus(Pace.RETRY_MAX);
    Instant hold = asked == null ? null : asked.isAfter(longest) ? longest : asked;
    Instant next =
        hold != null && hold.isAfter(now) ? hold : now.plus(Pace.spread(wait, feed.id(), failures));
    var schedule =
        new Schedule(
            before.etag(),
            before.lastModified(),
            before.validatorsUrl(),
            next,
            now,
            before.lastOk(),
            failures,
            hold,
            hold == null ? null : failure.text(),
            before.interval(),
            before.redirect(),
            gone ? firstGone(before, now) : null,
            before.hub());
    FeedRow after = feed.withState(gone ? State.GONE : feed.state());
    return saved(adopted(after, failure).polled(Failures.report(failure, now, next), schedule));
  }

  /** What was learnt, not below the shortest; a local press keeps its own pace. */
  private Duration interval(FeedRow feed, Duration learnt) {
    Duration min = intervalMin.apply(feed);
    return local(feed) ? min : Pace.longer(learnt, min);
  }

  private boolean local(FeedRow feed) {
    return intervalMin.apply(feed).compareTo(Duration.ofMinutes(1)) < 0;
  }

  /** The old address is gone for good and has said where to: the new one is adopted. */
  private FeedRow adopted(FeedRow feed, Failure failure) {
    Redirect redirect = feed.schedule().redirect();
    boolean lost = failure.status() == 404 || failure.status() == 410;
    return redirect != null && lost && failure.hops().isEmpty() && isFree(redirect.target())
        ? feed.withUrl(redirect.target()).withState(State.ACTIVE)
        : feed;
  }

  private boolean isFree(String url) {
    return store.read(tx -> tx.feeds().find(url)).isEmpty();
  }

  private static Instant firstGone(Schedule before, Instant now) {
    Instant since = before.goneSince();
    return since == null ? now : since;
  }

  /** A permanent redirect under observation; any other answer ends it. */
  private static @Nullable Redirect redirect(FeedRow feed, List<Hop> hops, Instant now) {
    if (hops.isEmpty() || !hops.stream().allMatch(Hop::permanent)) {
      return null;
    }
    String target = hops.getLast().target();
    Redirect before = feed.schedule().redirect();
    return before != null && before.target().equals(target)
        ? new Redirect(before.count() + 1, before.first(), target)
        : new Redirect(1, now, target);
  }

  private static FeedRow moved(
      FeedRow feed, @Nullable Redirect redirect, Instant now, Predicate<String> free) {
    if (redirect == null || !free.test(redirect.target())) {
      return feed;
    }
    boolean proven =
        redirect.count() >= SIGHTINGS_MIN && !now.isBefore(redirect.first().plus(SIGHTINGS_FOR));
    return proven || isOnlySecured(feed.url(), redirect.target())
        ? feed.withUrl(redirect.target())
        : feed;
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

  private static PollReport report(
      Fetched.Ok ok, Listing listing, int fresh, Schedule schedule, Instant now) {
    int count = listing.entries().size();
    return new PollReport(
        now,
        Outcome.OK,
        listing.format()
            + ", "
            + count
            + (count == 1 ? " entry, " : " entries, ")
            + fresh
            + " new.",
        ok.page().url(),
        200,
        List.of(),
        Failures.hops(ok.hops()),
        ok.page().body().length,
        schedule.nextCheck(),
        null,
        listing.warnings(),
        count,
        fresh);
  }

  private FeedRow saved(FeedRow feed) {
    store.change(tx -> tx.feeds().save(feed));
    return feed;
  }
}
