package org.skep.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;

/**
 * The one thread that writes. Jobs that wait together are committed together (group commit: one
 * fsync for up to {@link #BATCH_JOBS_MAX} jobs or {@link #BATCH_MAX}), and a job's future completes
 * only after the commit: that is the acknowledgement. A job that fails is undone alone.
 *
 * <p>After a commit that failed for any reason but a full disk nothing more is acknowledged: an
 * fsync that "succeeds" after one that failed proves nothing.
 */
final class Writer implements AutoCloseable {
  static final int BATCH_JOBS_MAX = 500;
  static final Duration BATCH_MAX = Duration.ofMillis(50);
  private static final int QUEUE_MAX = 2_000;

  private final Sql sql;
  private final Tx tx;
  private final RecentAnalyses arriving;
  private final Clock clock;
  private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable StoreException broken;

  Writer(Sql sql, Vault vault, RecentAnalyses arriving, Clock clock) {
    this.sql = sql;
    this.tx = new Tx(sql, vault, arriving);
    this.arriving = arriving;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("skep-writer").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Queues the job; waits while the queue is full. */
  <T> CompletableFuture<T> submit(Function<Tx, T> work) {
    StoreException failure = broken;
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    }
    var job = new Job<>(work);
    try {
      while (!queue.offer(job, 100, TimeUnit.MILLISECONDS)) {
        if (closing) {
          throw closed();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(new StoreException("interrupted before writing", e));
    }
    if (closing && queue.remove(job)) {
      throw closed();
    }
    return job.done;
  }

  /** Why nothing is written any more; {@code null} while all is well. */
  @Nullable StoreException broken() {
    return broken;
  }

  /** Writes what is queued, then ends. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StoreException closed() {
    return new StoreException("the store is closed");
  }

  private void run() {
    while (true) {
      try {
        Job<?> first = queue.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch(first);
        } else if (closing) {
          return;
        }
      } catch (InterruptedException e) {
        closing = true; // nobody interrupts this thread; end in order all the same
      }
    }
  }

  private void batch(Job<?> first) {
    List<Job<?>> jobs = new ArrayList<>();
    long begin = clock.nanos();
    try {
      refuseWhenBroken();
      sql.execute("BEGIN IMMEDIATE");
      Job<?> job = first;
      while (job != null) {
        jobs.add(job);
        attempt(job);
        boolean more = jobs.size() < BATCH_JOBS_MAX && clock.nanos() - begin < BATCH_MAX.toNanos();
        job = more ? queue.poll() : null;
      }
      sql.execute("COMMIT");
      arriving.commit();
    } catch (StoreException e) {
      if (jobs.isEmpty()) {
        jobs.add(first);
      }
      abandon(jobs, e);
      return;
    }
    jobs.forEach(Job::acknowledge);
  }

  private void refuseWhenBroken() {
    StoreException failure = broken;
    if (failure != null) {
      throw failure;
    }
  }

  private void attempt(Job<?> job) {
    sql.execute("SAVEPOINT job");
    try {
      job.run(tx);
    } catch (RuntimeException | Error e) {
      job.failure = e;
      arriving.rollBack();
      undo(e);
    }
    sql.execute("RELEASE job");
  }

  /** After some errors, such as a full disk, SQLite has ended the whole transaction by itself. */
  private void undo(Throwable failure) {
    try {
      sql.execute("ROLLBACK TO job");
    } catch (StoreException e) {
      throw failure instanceof StoreException cause ? cause : e;
    }
  }

  private void abandon(List<Job<?>> jobs, StoreException cause) {
    if (broken == null && !Faults.isFull(cause)) {
      broken = new StoreException("a commit failed; nothing is written until a restart", cause);
    }
    arriving.rollBack();
    try {
      sql.execute("ROLLBACK");
    } catch (StoreException _) {
      // SQLite has rolled back by itself, as it does after most errors
    }
    jobs.forEach(job -> job.done.completeExceptionally(cause));
  }

  /** Work, its result until the commit, and who waits for it. */
  private static final class Job<T> {
    private final Function<Tx, T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Job(Function<Tx, T> work) {
      this.work = work;
    }

    void run(Tx tx) {
      result = work.apply(tx);
    }

    @SuppressWarnings("NullAway") // a job without failure has its result
    void acknowledge() {
      if (failure == null) {
        done.complete(result);
      } else {
        done.completeExceptionally(failure);
      }
    }
  }
}
