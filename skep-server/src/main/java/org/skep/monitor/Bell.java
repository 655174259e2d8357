package org.skep.monitor;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a loop that waits for work. Rung while nobody waits, the next wait ends at once. */
final class Bell {
  private final Semaphore rung = new Semaphore(0);

  void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Until it rings, or that long. */
  void await(Duration most) throws InterruptedException {
    if (rung.tryAcquire(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS)) {
      rung.drainPermits();
    }
  }
}
