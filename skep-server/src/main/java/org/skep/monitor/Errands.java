package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.skep.clock.Clock;
import org.skep.model.Correction;
import org.skep.model.Entry;
import org.skep.store.EntryRow;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Kind;
import org.skep.store.Hash;
import org.skep.store.Store;
import org.skep.url.HostKey;
import org.skep.url.Url;
import org.skep.url.UrlIdentity;

/** What a user asks of the monitor, done or refused with the reason. For many threads. */
final class Errands {
  private final Store store;
  private final Clock clock;
  private final Intervals intervals;
  private final Function<String, Instant> firstPoll;
  private final Runnable fetch;
  private final Runnable derive;

  /**
   * @param firstPoll when an address subscribed to now is asked first
   * @param fetch called when something new is due
   * @param derive called when something new is in the log
   */
  Errands(
      Store store,
      Clock clock,
      Intervals intervals,
      Function<String, Instant> firstPoll,
      Runnable fetch,
      Runnable derive) {
    this.store = store;
    this.clock = clock;
    this.intervals = intervals;
    this.firstPoll = firstPoll;
    this.fetch = fetch;
    this.derive = derive;
  }

  Submission.Answer submit(Submission submission) {
    return switch (submission) {
      case Submission.Refresh(var feed) -> refresh(feed);
      case Submission.Correct(var correction) -> correct(correction);
      case Submission.Save(var url) -> save(url);
      case Submission.Erase(var article) -> erase(article);
      case Submission.Subscribe(var url, var folder) -> subscribe(url, folder);
    };
  }

  private Submission.Answer refresh(long id) {
    var feed = store.read(tx -> tx.feeds().find(id));
    if (feed.isEmpty()) {
      return new Submission.Answer(false, "There is no feed " + id + ".", 0);
    }
    Instant now = clock.now();
    Instant hold = feed.get().schedule().holdUntil();
    if (hold != null && hold.isAfter(now)) {
      return new Submission.Answer(
          false,
          "The server asks to wait until " + hold + ": " + feed.get().schedule().holdReason(),
          id);
    }
    Instant last = feed.get().schedule().lastCheck();
    Duration min = intervals.refreshMin(feed.get());
    if (last != null && last.plus(min).isAfter(now)) {
      return new Submission.Answer(
          false, "It was asked at " + last + "; again from " + last.plus(min) + ".", id);
    }
    store.change(tx -> tx.feeds().hurry(id, now));
    fetch.run();
    return new Submission.Answer(true, "It is asked now.", id);
  }

  private Submission.Answer correct(Correction correction) {
    long seq = store.write(tx -> tx.log().append(correction, clock.now()));
    derive.run();
    return new Submission.Answer(true, "Written down as entry " + seq + ".", seq);
  }

  private Submission.Answer erase(long article) {
    long seq = store.write(tx -> tx.articles().purge(article, clock.now()));
    derive.run();
    return seq == 0
        ? new Submission.Answer(false, "There is no article " + article + ".", 0)
        : new Submission.Answer(true, "Erased; it will not come back.", article);
  }

  private Submission.Answer save(String url) {
    if (Url.parse(url).filter(Url::isHttp).isEmpty()) {
      return new Submission.Answer(false, "\"" + url + "\" is no address of a page.", 0);
    }
    Instant now = clock.now();
    String link = UrlIdentity.of(url).orElse(url);
    var entry =
        new Entry(
            null, url, null, null, null, null, null, null, null, List.of(), List.of(), null, null,
            null, List.of());
    long feed =
        store.write(tx -> {
          FeedRow saved =
              tx.feeds()
                  .add(
                      FeedRow.of(Monitor.SAVED, Kind.PAGES, "", now, Pace.INTERVAL_MAX)
                          .described("Saved pages", null));
          var known = tx.entries().find(saved.id(), "link:" + link);
          if (known.isPresent()) {
            tx.entries().edited(known.get().id(), null, known.get().hash(), entry, now);
          } else {
            tx.entries()
                .add(
                    new EntryRow(
                        0,
                        saved.id(),
                        "link:" + link,
                        link,
                        null,
                        Hash.of(link),
                        null,
                        now,
                        now,
                        EntryRow.State.WAITING,
                        now,
                        0,
                        null,
                        null,
                        entry,
                        HostKey.ofAddress(url)));
          }
          return saved.id();
        });
    fetch.run();
    return new Submission.Answer(true, "It is fetched now.", feed);
  }

  private Submission.Answer subscribe(String url, String folder) {
    if (Url.parse(url).filter(Url::isHttp).isEmpty()) {
      return new Submission.Answer(false, "\"" + url + "\" is no address of a feed.", 0);
    }
    Instant first = firstPoll.apply(url);
    Duration interval = intervals.settings().poll();
    FeedRow feed =
        store.write(tx -> tx.feeds().add(FeedRow.of(url, Kind.FEED, folder, first, interval)));
    fetch.run();
    return new Submission.Answer(true, "It is asked now.", feed.id());
  }
}
