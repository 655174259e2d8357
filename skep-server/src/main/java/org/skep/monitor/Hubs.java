package org.skep.monitor;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;
import org.skep.store.PushRow;
import org.skep.store.PushRow.State;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.skep.url.Url;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our side of WebSub towards the hubs (W3C Recommendation, 2018): subscribes where a feed names
 * one, renews at half the lease, ends what is no longer wanted. What a hub says to that comes to
 * {@link Pushes}. Off unless the operator names an address under which hubs reach us. For many
 * threads.
 */
final class Hubs {
  /** So many renewals may fail before the feed is asked as if it had no hub. */
  static final int MISSED_MAX = 2;

  private static final int SECRET_BYTES = 32;
  private static final int DUE_MAX = 200;
  private static final int URL_MAX = 2_000;
  private static final Logger log = LoggerFactory.getLogger(Hubs.class);

  private final Store store;
  private final Fetcher fetcher;
  private final Clock clock;
  private final Intervals intervals;
  private final String origin;
  private final SecureRandom random = new SecureRandom();

  Hubs(Store store, Fetcher fetcher, Clock clock, Intervals intervals) {
    this.store = store;
    this.fetcher = fetcher;
    this.clock = clock;
    this.intervals = intervals;
    String address = intervals.settings().publicAddress();
    this.origin = address == null ? "" : address;
  }

  /** What was subscribed under another address of ours cannot be confirmed any more. */
  void begin() {
    store.change(tx -> tx.pushes().keepOnly(origin));
  }

  /** After a poll that read the feed: it may name a hub, another one, or none any more. */
  void heed(Tx tx, long feed, Listing listing, String url) {
    if (origin.isEmpty()) {
      return;
    }
    String self = listing.self();
    String topic = self == null ? url : self;
    String hub = usable(listing.hub(), topic) && !tx.credentials().has(feed) ? listing.hub() : null;
    Optional<PushRow> known = tx.pushes().ofFeed(feed);
    boolean same =
        known.isPresent() && known.get().hub().equals(hub) && known.get().topic().equals(topic);
    if (known.isPresent() && !same) {
      tx.pushes().leave(feed, clock.now());
    }
    if (hub != null && !same) {
      tx.pushes().add(feed, hub, topic, origin, fresh(), fresh(), clock.now());
    }
  }

  /**
   * A secret sent in the clear would let whoever listens sign for the hub; where the feed itself
   * comes in the clear nothing is lost by that.
   */
  private static boolean usable(@Nullable String hub, String topic) {
    Optional<Url> there = hub == null ? Optional.empty() : Url.parse(hub).filter(Url::isHttp);
    Optional<Url> feed = Url.parse(topic).filter(Url::isHttp);
    return there.isPresent()
        && feed.isPresent()
        && !there.get().hasUserinfo()
        && !feed.get().hasUserinfo()
        && there.get().href().length() <= URL_MAX
        && topic.length() <= URL_MAX
        && (there.get().scheme().equals("https") || feed.get().scheme().equals("http"));
  }

  private String fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Until when a hub calls when the feed has news; {@code null} when none does. */
  @Nullable Instant callsUntil(long feed) {
    return origin.isEmpty()
        ? null
        : store
            .read(tx -> tx.pushes().ofFeed(feed))
            .filter(push -> push.state() == State.ACTIVE && push.tries() <= MISSED_MAX)
            .map(PushRow::leaseEnd)
            .filter(end -> end.isAfter(clock.now()))
            .orElse(null);
  }

  List<PushRow> due(Instant now) {
    return origin.isEmpty() ? List.of() : store.read(tx -> tx.pushes().due(now, DUE_MAX));
  }

  /** Asks the hub; says whether it answered. The next try is committed before the request. */
  boolean ask(PushRow push) throws InterruptedException {
    boolean leaving = push.state() == State.LEAVING;
    if (leaving && push.tries() > MISSED_MAX) {
      store.change(tx -> tx.pushes().delete(push.id())); // its lease ends by itself
      return true;
    }
    PushRow asked = push.asked(clock.now().plus(Pace.backOff(push.tries() + 1)));
    store.change(tx -> {
      tx.pushes().save(asked);
      if (!leaving && asked.tries() == MISSED_MAX + 1) {
        pollSoon(tx, push.feed());
      }
    });
    Fetched answer =
        fetcher.fetch(
            Request.form(
                push.hub(),
                Map.of(
                    "hub.mode", leaving ? "unsubscribe" : "subscribe",
                    "hub.topic", push.topic(),
                    "hub.callback", push.callback(),
                    "hub.secret", push.secret())));
    String no = answer instanceof Fetched.Failed failed ? failed.failure().text() : null;
    store.change(tx ->
        tx.pushes()
            .byKey(push.key())
            .filter(now -> now.tries() == asked.tries()) // else it has confirmed already
            .ifPresent(now -> tx.pushes().save(now.answered(no))));
    log.info(
        "hub={} topic={} mode={} outcome={}",
        push.hub(),
        push.topic(),
        leaving ? "unsubscribe" : "subscribe",
        no == null ? "accepted" : no);
    return !(answer instanceof Fetched.Failed failed) || failed.failure().status() > 0;
  }

  /** Its hub fell silent: the feed is asked again as any other. */
  private void pollSoon(Tx tx, long id) {
    tx.feeds()
        .find(id)
        .ifPresent(feed -> {
          Instant now = clock.now();
          Instant last = feed.schedule().lastCheck();
          Duration min = intervals.min(feed);
          Instant soon = last == null ? now : Pace.later(now, last.plus(min));
          if (soon.isBefore(feed.schedule().nextCheck())
              && feed.schedule().failures() == 0
              && feed.schedule().holdUntil() == null) {
            tx.feeds().hurry(id, soon);
          }
        });
  }
}
