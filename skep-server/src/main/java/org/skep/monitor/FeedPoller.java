package org.skep.monitor;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.feed.FeedException;
import org.skep.fetch.Failure;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;
import org.skep.fetch.Validators;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.Redirect;
import org.skep.store.FeedRow.Schedule;
import org.skep.store.FeedRow.State;
import org.skep.store.PollReport;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one feed, from the request to the commit: the next check is committed before the
 * request, the outcome together with the new entries. For many threads.
 */
final class FeedPoller {
  private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);

  private final Store store;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Intervals intervals;
  private final Discoveries discoveries;
  private final Hubs hubs;

  FeedPoller(
      Store store,
      Fetcher fetcher,
      Clock clock,
      Intervals intervals,
      Discoveries discoveries,
      Hubs hubs) {
    this.store = store;
    this.fetcher = fetcher;
    this.clock = clock;
    this.intervals = intervals;
    this.discoveries = discoveries;
    this.hubs = hubs;
  }

  /** Asks the feed, commits what it says, and gives what is stored of it then. */
  FeedRow poll(FeedRow feed) throws InterruptedException {
    long begin = clock.nanos();
    Instant asked = clock.now();
    Instant next = nextPoll(feed).shouldThisFail();
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
    return after;
  }

  private NextPoll nextPoll(FeedRow feed) {
    return new NextPoll(intervals, feed, clock.now(), hubs.callsUntil(feed.id()));
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
    int subscribers = store.read(tx -> tx.users().count()); // feeds are everybody's here
    String url = store.read(tx -> tx.credentials().requestUrl(feed));
    return fetcher.fetch(Request.of(url, kind, validators, subscribers));
  }

  private FeedRow read(FeedRow feed, Fetched.Ok ok) {
    Listing listing;
    try {
      listing = ListingReader.read(ok.page());
    } catch (FeedException e) {
      return failed(feed, Reports.unreadable(e, ok, clock.now()));
    }
    NextPoll poll = nextPoll(feed);
    Redirect redirect = Moves.seen(feed, ok.hops(), poll.now());
    FeedRow described =
        feed.described(listing.title(), listing.site())
            .withKind(listing.kind())
            .withState(feed.state() == State.GONE ? State.ACTIVE : feed.state());
    return store.write(tx -> {
      int fresh = new EntryMatcher(tx, feed, poll.now()).match(listing.entries());
      hubs.heed(tx, feed.id(), listing, ok.page().url());
      boolean moves = adopts(tx, feed, redirect, poll.now());
      Schedule next = poll.afterListing(ok, listing, fresh, moves ? null : redirect);
      FeedRow there = moves && redirect != null ? described.withUrl(redirect.target()) : described;
      return save(tx, there.polled(Reports.listed(ok, listing, fresh, next), next));
    });
  }

  private FeedRow unchanged(FeedRow feed, Fetched.NotModified same) {
    NextPoll poll = nextPoll(feed);
    Redirect redirect = Moves.seen(feed, same.hops(), poll.now());
    return store.write(tx -> {
      boolean moves = adopts(tx, feed, redirect, poll.now());
      Schedule next = poll.afterNothingNew(same, moves ? null : redirect);
      FeedRow there = moves && redirect != null ? feed.withUrl(redirect.target()) : feed;
      var report = Reports.unchanged(same, feed.lastPoll(), next, poll.now());
      return save(tx, there.polled(report, next));
    });
  }

  private FeedRow failed(FeedRow feed, Failure failure) {
    NextPoll poll = nextPoll(feed);
    Redirect redirect = feed.schedule().redirect();
    boolean last = redirect != null && Moves.isLastWord(feed, failure.status(), failure.hops());
    boolean gone = failure.kind() == Failure.Kind.GONE;
    return store.write(tx -> {
      if (last && redirect != null && mayMove(tx, feed, redirect.target())) {
        Schedule next = poll.afterMoving();
        var report = Reports.failed(failure, next, poll.now());
        return save(tx, feed.withUrl(redirect.target()).polled(report, next));
      }
      Schedule next = poll.afterFailure(failure);
      var report = Reports.failed(failure, next, poll.now());
      return save(tx, feed.withState(gone ? State.GONE : feed.state()).polled(report, next));
    });
  }

  private static boolean adopts(Tx tx, FeedRow feed, @Nullable Redirect redirect, Instant now) {
    return redirect != null
        && Moves.isProven(feed, redirect, now)
        && mayMove(tx, feed, redirect.target());
  }

  /** A password was given to one address; it does not follow a redirect. */
  private static boolean mayMove(Tx tx, FeedRow feed, String url) {
    return tx.feeds().find(url).isEmpty() && !tx.credentials().has(feed.id());
  }

  private static FeedRow save(Tx tx, FeedRow feed) {
    tx.feeds().save(feed);
    return feed;
  }
}
