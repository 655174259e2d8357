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
 * host: so a slow one occupies one slot. Lanes that have not proven themselves share an eighth of
 * the slots: a hundred dead hosts do not delay a hundred live ones, and first polls are made at
 * eight hosts at a time.
 */
final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private static final int UNPROVEN_PART = 8;

  private final Semaphore slots;
  private final Semaphore unproven;
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
    this.unproven = new Semaphore(Math.max(1, most / UNPROVEN_PART));
    this.done = done;
  }

  /** What is done in a lane. */
  interface Work {
    void run() throws InterruptedException;
  }

  /**
   * Begins the work unless its lane or every slot for it is taken; says whether it did.
   *
   * @param proven whether the lane answered well the last time
   */
  boolean offer(String lane, boolean proven, Work work) {
    if (busy.contains(lane) || !enter(proven)) {
      return false;
    }
    busy.add(lane); // offers come from one thread: nobody was faster
    threads.execute(() -> run(lane, proven, work));
    return true;
  }

  private boolean enter(boolean proven) {
    if (!proven && !unproven.tryAcquire()) {
      return false;
    }
    if (!slots.tryAcquire()) {
      leaveUnproven(proven);
      return false;
    }
    return true;
  }

  private void leaveUnproven(boolean proven) {
    if (!proven) {
      unproven.release();
    }
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

  private void run(String lane, boolean proven, Work work) {
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
      leaveUnproven(proven);
      done.run();
    }
  }
}
