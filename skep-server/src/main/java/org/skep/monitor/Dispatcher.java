package org.skep.monitor;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on virtual threads, one piece a lane at a time, a bounded number in all. A lane is a
 * host: so a slow or held one occupies one slot and never all.
 */
final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Semaphore slots;
  private final int most;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("skep-fetch-", 0).factory());
  private final Runnable done;

  /**
   * @param done called when a lane is free again
   */
  Dispatcher(int most, Runnable done) {
    this.most = most;
    this.slots = new Semaphore(most);
    this.done = done;
  }

  /** What is done in a lane. */
  interface Work {
    void run() throws InterruptedException;
  }

  /** Begins the work unless its lane or every slot is taken; says whether it did. */
  boolean offer(String lane, Work work) {
    if (!slots.tryAcquire()) {
      return false;
    }
    if (!busy.add(lane)) {
      slots.release();
      return false;
    }
    threads.execute(() -> run(lane, work));
    return true;
  }

  int running() {
    return most - slots.availablePermits();
  }

  /** Interrupts what runs and waits for it, at most so long. */
  void close(Duration most) throws InterruptedException {
    threads.shutdownNow();
    if (!threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("stop: work still running in lanes {}", Map.of("lanes", busy));
    }
  }

  private void run(String lane, Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // stopping; what was begun is tried again
    } catch (RuntimeException e) {
      if (!threads.isShutdown()) { // else it was interrupted, and is tried again
        log.error("lane={} failed", lane, e);
      }
    } finally {
      busy.remove(lane);
      slots.release();
      done.run();
    }
  }
}
