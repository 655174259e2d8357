package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.feed.FeedException;
import org.skep.model.Page;
import org.skep.store.FeedRow;
import org.skep.store.PushRow;
import org.skep.store.PushRow.State;
import org.skep.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What hubs send to our callbacks: the question whether we meant it, and news. Whoever calls is a
 * stranger until the path and the signature are ours; then the news are a poll's answer that nobody
 * asked for, and go the way of one. Thread-safe.
 */
public final class Pushes {
  /** Larger ones wait for the poll. */
  static final int BYTES_MAX = 4 << 20;

  private static final Duration LEASE_MIN = Duration.ofMinutes(5);
  private static final Duration LEASE_MAX = Duration.ofDays(30);
  private static final Duration RENEWAL_MIN = Duration.ofHours(1);
  private static final int CHALLENGE_MAX = 1_000;
  private static final Logger log = LoggerFactory.getLogger(Pushes.class);

  private final Store store;
  private final Clock clock;
  private final Runnable arrived;

  /**
   * @param arrived called when entries were taken in
   */
  public Pushes(Store store, Clock clock, Runnable arrived) {
    this.store = store;
    this.clock = clock;
    this.arrived = arrived;
  }

  /** What became of something sent. */
  public enum Delivery {
    /** Committed. */
    TAKEN,
    /** Dropped; the sender is not told why. */
    IGNORED,
    UNKNOWN,
    /** We have left; it need not call again. */
    ENDED,
    TOO_BIG
  }

  /**
   * Whether we meant it (WebSub, 5.3): what to answer; empty when we did not.
   *
   * @param key what the callback's path ends with
   * @param lease as printed, in seconds
   */
  public Optional<String> verify(
      String key, String mode, String topic, String challenge, String lease) {
    if (challenge.length() > CHALLENGE_MAX) {
      return Optional.empty();
    }
    return store.write(tx -> {
      Optional<PushRow> found = tx.pushes().byKey(key).filter(push -> push.topic().equals(topic));
      if (found.isEmpty()) {
        return Optional.<String>empty();
      }
      PushRow push = found.get();
      boolean leaving = push.state() == State.LEAVING;
      log.info("hub={} topic={} says={}", push.hub(), push.topic(), printable(mode));
      switch (mode) {
        case "subscribe" -> {
          if (leaving || (push.state() == State.ASKED && push.tries() == 0)) {
            return Optional.empty(); // nobody asked for that
          }
          tx.pushes().save(confirmed(push, lease));
        }
        case "unsubscribe" -> {
          if (!leaving) {
            return Optional.empty();
          }
          tx.pushes().delete(push.id());
        }
        case "denied" ->
            tx.pushes().save(push.denied(clock.now().plus(Pace.backOff(1)), Hubs.MISSED_MAX));
        default -> {
          return Optional.empty();
        }
      }
      return Optional.of(challenge);
    });
  }

  private PushRow confirmed(PushRow push, String printed) {
    Duration stated =
        printed.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(printed)) : Duration.ZERO;
    Duration lease =
        stated.compareTo(LEASE_MIN) < 0
            ? LEASE_MIN
            : stated.compareTo(LEASE_MAX) > 0 ? LEASE_MAX : stated;
    Instant now = clock.now();
    return push.confirmed(now.plus(lease), now.plus(Pace.longer(RENEWAL_MIN, lease.dividedBy(2))));
  }

  /** Whether a path that ends so is one of ours. */
  public boolean awaits(String key) {
    return store.read(tx -> tx.pushes().byKey(key)).isPresent();
  }

  /**
   * News (WebSub, 7): taken in when the signature is right and the document is of the topic.
   *
   * @param type the Content-Type; {@code null} when none was sent
   * @param link the Link header; {@code null} likewise
   * @param signature X-Hub-Signature; {@code null} likewise
   */
  public Delivery deliver(
      String key,
      byte[] body,
      @Nullable String type,
      @Nullable String link,
      @Nullable String signature) {
    Optional<PushRow> found = store.read(tx -> tx.pushes().byKey(key));
    if (found.isEmpty()) {
      return Delivery.UNKNOWN;
    }
    PushRow push = found.get();
    if (push.state() == State.LEAVING) {
      return Delivery.ENDED;
    }
    if (body.length > BYTES_MAX) {
      return Delivery.TOO_BIG;
    }
    if (push.state() != State.ACTIVE || !PushSignature.isOf(body, push.secret(), signature)) {
      return ignored(push, "the signature is not the one agreed on");
    }
    Optional<FeedRow> feed = store.read(tx -> tx.feeds().find(push.feed()));
    if (feed.isEmpty() || feed.get().state() != FeedRow.State.ACTIVE) {
      return ignored(push, "the feed is paused");
    }
    try {
      return take(push, feed.get(), body, type, link);
    } catch (FeedException e) {
      return ignored(push, String.valueOf(e.getMessage()));
    }
  }

  private Delivery take(
      PushRow push, FeedRow feed, byte[] body, @Nullable String type, @Nullable String link)
      throws FeedException {
    var headers =
        Map.of("content-type", type == null ? "" : type, "link", link == null ? "" : link);
    Instant now = clock.now();
    Listing listing = ListingReader.read(new Page(push.topic(), headers, body, now));
    String self = listing.self();
    if (self != null && !self.equals(push.topic())) {
      return ignored(push, "it is of another topic");
    }
    int fresh = store.write(tx -> new EntryMatcher(tx, feed, now).match(listing.entries()));
    log.info(
        "push feed={} hub={} entries={} new={}",
        feed.id(),
        push.hub(),
        listing.entries().size(),
        fresh);
    arrived.run();
    return Delivery.TAKEN;
  }

  private static Delivery ignored(PushRow push, String why) {
    log.warn("push hub={} topic={} ignored: {}", push.hub(), push.topic(), why);
    return Delivery.IGNORED;
  }

  /** What anybody may send goes into the log only when it looks like a word. */
  private static String printable(String word) {
    return word.matches("[a-z]{1,20}") ? word : "?";
  }
}
