package org.skep.clock;

import java.time.Duration;
import java.time.Instant;

/** The time, and waiting for it. The virtual one of the tests jumps to the next due event. */
public interface Clock {
  /** Wall time, for what is stored and shown. */
  Instant now();

  /** Monotonic, for measuring and waiting; only differences mean anything. */
  long nanos();

  /** Waits; returns at once when the duration is not positive. */
  void sleep(Duration duration) throws InterruptedException;
}
