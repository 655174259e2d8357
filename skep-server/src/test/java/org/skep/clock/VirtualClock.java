package org.skep.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock for tests: it stands still until somebody sleeps, and then it jumps. Whoever sleeps until
 * a moment that has passed already wakes at once, so a month of polls takes as long as its work.
 */
public final class VirtualClock implements Clock {
  private Instant now;
  private long nanos;

  public VirtualClock(Instant start) {
    this.now = start;
  }

  /** Noon of a day without any meaning. */
  public static VirtualClock atNoon() {
    return new VirtualClock(Instant.parse("2031-05-14T12:00:00Z"));
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (duration.isPositive()) {
      advance(duration);
    }
  }

  /** Lets time pass. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
    nanos += duration.toNanos();
  }

  /** Sets the wall clock, as an operator or NTP does; monotonic time does not notice. */
  public synchronized void setWall(Instant instant) {
    now = instant;
  }
}
