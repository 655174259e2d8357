package org.skep.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at a feed's hub. Prints neither of its secrets.
 *
 * @param feed 0 when the feed is gone
 * @param topic the address the hub knows the feed by
 * @param origin ours, under which the hub calls back
 * @param key what the path of the callback ends with; nobody else knows it
 * @param secret what the hub signs with
 * @param due when the hub is asked next: to begin, to go on, or to end
 * @param tries how often it was asked since it last confirmed anything
 * @param leaseEnd until when it promised to call; {@code null} before it promised
 * @param problem why it did not, the last time it was asked; {@code null} when it did not refuse
 */
public record PushRow(
    long id,
    long feed,
    String hub,
    String topic,
    String origin,
    String key,
    String secret,
    State state,
    Instant due,
    int tries,
    @Nullable Instant leaseEnd,
    @Nullable String problem) {

  /** How far it has come. */
  public enum State {
    /** The hub has not confirmed it yet. */
    ASKED,
    ACTIVE,
    /** It is to end. */
    LEAVING
  }

  /** Where the hub calls. */
  public String callback() {
    return origin + "/push/" + key;
  }

  /** Asked once more; again at that time unless it confirms. */
  public PushRow asked(Instant again) {
    return new PushRow(
        id, feed, hub, topic, origin, key, secret, state, again, tries + 1, leaseEnd, problem);
  }

  /** What came of asking; {@code null} when the hub said yes. */
  public PushRow answered(@Nullable String no) {
    return new PushRow(id, feed, hub, topic, origin, key, secret, state, due, tries, leaseEnd, no);
  }

  /** The hub will not: as if so many renewals had been missed. */
  public PushRow denied(Instant again, int missed) {
    return new PushRow(
        id,
        feed,
        hub,
        topic,
        origin,
        key,
        secret,
        state,
        again,
        Math.max(missed, tries),
        leaseEnd,
        "The hub denied the subscription.");
  }

  /** The hub confirmed it until then. */
  public PushRow confirmed(Instant end, Instant renewal) {
    return new PushRow(
        id, feed, hub, topic, origin, key, secret, State.ACTIVE, renewal, 0, end, null);
  }

  @Override
  public String toString() {
    return "push " + id + " of " + topic + " at " + hub + ", " + state;
  }
}
