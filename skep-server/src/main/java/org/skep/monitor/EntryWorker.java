package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.skep.clock.Clock;
import org.skep.fetch.Failure;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;
import org.skep.model.Article;
import org.skep.model.Entry;
import org.skep.model.Page;
import org.skep.store.EntryRow;
import org.skep.store.EntryRow.State;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Kind;
import org.skep.store.Store;
import org.skep.store.StoreException;
import org.skep.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One waiting entry to its article: its page under robots.txt where the feed gives only the
 * beginning, else the feed's own words. For many threads.
 */
final class EntryWorker {
  /** Tries of a page before the feed's own words must do. */
  static final int TRIES_MAX = 3;

  private static final Duration RETRY_FIRST = Duration.ofMinutes(10);
  private static final Logger log = LoggerFactory.getLogger(EntryWorker.class);

  private final Store store;
  private final Fetcher fetcher;
  private final Intake intake;
  private final Clock clock;

  EntryWorker(Store store, Fetcher fetcher, Intake intake, Clock clock) {
    this.store = store;
    this.fetcher = fetcher;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * Makes it an article, or says why it is none, or when it is tried again.
   *
   * @return false when a page was asked for and no answer came
   */
  boolean work(EntryRow row) throws InterruptedException {
    try {
      return read(row);
    } catch (StoreException e) {
      throw e; // the disk's fault and not the page's
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      unreadable(row, e);
      return true;
    }
  }

  /** Our own fault, which must not become a request a second for ever. */
  private void unreadable(EntryRow row, Throwable fault) {
    int tries = row.tries() + 1;
    String reason = "Skep could not read it: " + fault;
    log.error("article entry={} try={} failed", row.id(), tries, fault);
    if (tries < TRIES_MAX) {
      Instant due = clock.now().plus(pause(tries));
      store.change(tx -> tx.entries().postpone(row.id(), due, tries, reason));
    } else {
      end(row, State.FAILED, reason);
    }
  }

  private static Duration pause(int tries) {
    return RETRY_FIRST.multipliedBy(1L << (2 * tries));
  }

  private boolean read(EntryRow row) throws InterruptedException {
    Optional<FeedRow> feed = store.read(tx -> tx.feeds().find(row.feed()));
    Entry entry = row.listed();
    if (feed.isEmpty() || entry == null) {
      end(row, State.FAILED, "nothing is known of it any more");
      return true;
    }
    String url = EntryText.address(entry).orElse(feed.get().url() + "#" + row.key());
    if (feed.get().kind() == Kind.PAGES || EntryMatcher.wantsPage(feed.get(), entry)) {
      return fetch(row, entry, url, feed.get().kind() == Kind.PAGES);
    }
    words(row, entry, url, "the feed gives no text");
    return true;
  }

  private boolean fetch(EntryRow row, Entry entry, String url, boolean saved)
      throws InterruptedException {
    Fetched fetched = fetcher.fetch(Request.of(url, Request.Kind.PAGE));
    switch (fetched) {
      case Fetched.Ok ok -> page(row, entry, url, ok.page());
      case Fetched.NotModified _ -> words(row, entry, url, "304 to an unconditional request");
      case Fetched.Failed(var failure) -> failed(row, entry, url, failure, saved);
    }
    return !(fetched instanceof Fetched.Failed(var failure)
        && failure.kind() == Failure.Kind.NETWORK);
  }

  private void page(EntryRow row, Entry entry, String url, Page page) {
    switch (intake.take(page, entry, became(row))) {
      case Intake.Taken.Stored _ -> {
        // committed together with the article
      }
      case Intake.Taken.Refused(var why) ->
          words(row, entry, url, why.reason().label() + ": " + why.evidence());
    }
  }

  private void failed(EntryRow row, Entry entry, String url, Failure failure, boolean saved) {
    int tries = row.tries() + 1;
    if (isPassing(failure) && tries < TRIES_MAX) {
      Instant asked = failure.retryAt();
      Instant own = clock.now().plus(pause(tries));
      Instant due = asked != null && asked.isAfter(own) ? asked : own;
      store.change(tx -> tx.entries().postpone(row.id(), due, tries, failure.text()));
      log.info(
          "article url={} outcome=postponed until={} evidence=\"{}\"", url, due, failure.text());
    } else if (saved) {
      end(row, State.FAILED, failure.text());
    } else {
      words(row, entry, url, failure.text());
    }
  }

  /**
   * The feed's own words, where they are all there is; {@code why} is shown when there are none.
   */
  private void words(EntryRow row, Entry entry, String url, String why) {
    if (row.article() != null) {
      end(row, State.ARTICLE, why); // what is there already says more than a teaser
      return;
    }
    Instant now = clock.now();
    if (!EntryText.isTruncated(entry)
        && intake.take(EntryText.page(entry, url, now), entry, became(row))
            instanceof Intake.Taken.Stored) {
      return;
    }
    Optional<Article> article = EntryText.article(entry, url, now);
    if (article.isPresent()) {
      intake.take(article.get(), became(row));
    } else {
      end(row, State.NO_ARTICLE, why);
    }
  }

  private static ObjLongConsumer<Tx> became(EntryRow row) {
    return (tx, article) -> tx.entries().became(row.id(), article);
  }

  private void end(EntryRow row, State state, String reason) {
    store.change(tx -> tx.entries().ended(row.id(), state, reason));
    log.info("article entry={} outcome={} evidence=\"{}\"", row.id(), state, reason);
  }

  /** Whether the same request may well be answered another time. */
  private static boolean isPassing(Failure failure) {
    return switch (failure.kind()) {
      case RATE_LIMITED, NETWORK, BROKEN_BODY -> true;
      case HTTP_STATUS -> failure.status() >= 500 || failure.status() == 408;
      case BOT_WALL, NOT_A_FEED, BROKEN_FEED, GONE, MOVED, BLOCKED, ROBOTS, TOO_BIG, BAD_ADDRESS ->
          false;
    };
  }
}
