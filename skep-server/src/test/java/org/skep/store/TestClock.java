package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import org.skep.clock.Clock;

/** A clock that stands still until told to go on; sleeping moves it. */
public final class TestClock implements Clock {
  private Instant now;

  public TestClock(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized long nanos() {
    return now.toEpochMilli() * 1_000_000;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    now = now.plus(duration);
  }
}
