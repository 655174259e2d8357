package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.skep.Pipeline;
import org.skep.clock.Clock;
import org.skep.fetch.Fetcher;
import org.skep.fetch.LocalPress;
import org.skep.index.SearchIndex;
import org.skep.settings.Settings;
import org.skep.store.Store;
import org.skep.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the store up with the press: asks due feeds, fetches the pages of waiting entries, lets the
 * sequencer derive and the index follow. Three loops on threads of their own, the fetching on
 * virtual threads; everything a restart must know is in the store. {@link #submit} is the only way
 * a user makes it do something.
 */
public final class Monitor implements AutoCloseable {
  /** The address under which saved pages are listed. */
  public static final String SAVED = "skep:saved";

  private static final Duration STOP_MAX = Duration.ofSeconds(3);
  private static final Duration IDLE_MAX = Duration.ofSeconds(1);
  private static final int SEQUENCER_BATCH = 64;
  private static final int COMPARED_WHILE_BUSY = 4;
  private static final int COMPARED_WHILE_IDLE = 16;
  private static final Logger log = LoggerFactory.getLogger(Monitor.class);

  private final Store store;
  private final SearchIndex index;
  private final Clock clock;
  private final Sequencer sequencer;
  private final Comparison comparison;
  private final Intake intake;
  private final Discoveries discoveries;
  private final Scheduler scheduler;
  private final Errands errands;
  private final Housekeeping housekeeping;
  private final Pushes pushes;
  private final Bell fetching = new Bell();
  private final Bell deriving = new Bell();
  private final Bell indexing = new Bell();
  private final AtomicLong articles = new AtomicLong();
  private final Instant started;
  private final List<Thread> loops;
  private volatile boolean stopping;

  /**
   * Ready to {@link #start}.
   *
   * @param press outlets this very program serves, which keep their own pace
   */
  public Monitor(
      Store store,
      SearchIndex index,
      Fetcher fetcher,
      Pipeline pipeline,
      Clock clock,
      Settings settings,
      LocalPress press) {
    this.store = store;
    this.index = index;
    this.clock = clock;
    this.started = clock.now();
    this.sequencer = new Sequencer(store, pipeline, Pipeline.VERSION);
    this.comparison = new Comparison(store);
    this.intake = new Intake(store, pipeline, clock, settings.keepPagesDays() > 0, this::arrived);
    this.discoveries = new Discoveries(fetcher, clock);
    var intervals = new Intervals(settings, press);
    var hubs = new Hubs(store, fetcher, clock, intervals);
    this.scheduler =
        new Scheduler(
            store,
            clock,
            intervals,
            new FeedPoller(store, fetcher, clock, intervals, discoveries, hubs),
            new EntryWorker(store, fetcher, intake, clock),
            hubs,
            settings.fetchesMax(),
            fetching::ring);
    this.errands =
        new Errands(store, clock, intervals, scheduler::firstPoll, fetching::ring, deriving::ring);
    this.pushes = new Pushes(store, clock, fetching::ring);
    this.housekeeping = new Housekeeping(store, clock, settings);
    this.loops =
        List.of(
            Thread.ofPlatform().name("skep-scheduler").unstarted(this::schedule),
            Thread.ofPlatform().name("skep-sequencer").unstarted(this::derive),
            Thread.ofPlatform().name("skep-index").unstarted(this::index));
  }

  /** Begins; returns at once. */
  public void start() {
    loops.forEach(Thread::start);
  }

  /** Begins to derive and index, and asks no feed: for taking pages from elsewhere. */
  public void startDeriving() {
    loops.stream().skip(1).forEach(Thread::start);
  }

  /** Does what a user asks, or says why not. */
  public Submission.Answer submit(Submission submission) {
    return errands.submit(submission);
  }

  /** The feeds an address offers; fetches it, and keeps what it read for the first poll. */
  public Offer discover(String address) throws InterruptedException {
    return discoveries.of(address);
  }

  /** The address with the name and password that were typed when it was discovered, if any. */
  public String withCredentials(String url) {
    return discoveries.withCredentials(url);
  }

  /** How it is going. */
  public Progress progress() {
    return store.read(tx ->
        new Progress(
            started,
            scheduler.running(),
            tx.entries().waiting(),
            tx.log().last(),
            tx.derived().covered(),
            index.seq(),
            tx.accounts().uncomparedCount(),
            scheduler.polls(),
            articles.get(),
            scheduler.failures()));
  }

  /** What hubs send. */
  public Pushes pushes() {
    return pushes;
  }

  /** Takes pages from elsewhere through the same door; see {@link Ingest}. */
  public Ingest ingest() {
    return new Ingest(store, page -> intake.take(page, null, (_, _) -> {}), clock);
  }

  /**
   * Waits until everything that is in the log is derived and searchable, at most so long; says
   * whether it is.
   */
  public boolean settle(Duration most) throws InterruptedException {
    long begin = clock.nanos();
    while (clock.nanos() - begin < most.toNanos()) {
      if (progress().derived()) {
        return true;
      }
      clock.sleep(Duration.ofMillis(20));
    }
    return false;
  }

  /** Waits until that log entry is derived, at most so long; says whether it is. */
  public boolean awaitDerived(long seq, Duration most) throws InterruptedException {
    long begin = clock.nanos();
    while (store.read(tx -> tx.derived().covered()) < seq) {
      if (clock.nanos() - begin >= most.toNanos()) {
        return false;
      }
      clock.sleep(Duration.ofMillis(5));
    }
    return true;
  }

  /** Stops within five seconds: what was begun and not acknowledged is begun again next time. */
  @Override
  public void close() {
    stopping = true;
    fetching.ring();
    deriving.ring();
    indexing.ring();
    try {
      scheduler.close(STOP_MAX);
      for (Thread loop : loops) {
        if (loop.getState() != Thread.State.NEW) { // an ingest never starts the scheduler
          loop.join(STOP_MAX);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An article was acknowledged: there is something to derive. */
  void arrived() {
    articles.incrementAndGet();
    deriving.ring();
  }

  private void schedule() {
    boolean begun = false;
    while (!stopping) {
      try {
        if (!begun) {
          scheduler.begin();
          begun = true;
        }
        fetching.await(scheduler.step() ? IDLE_MAX.dividedBy(10) : IDLE_MAX);
        housekeeping.tidyIfDue();
      } catch (InterruptedException e) {
        return;
      } catch (StoreException e) {
        troubled("scheduler", e);
      }
    }
  }

  private void derive() {
    boolean restored = false;
    while (!stopping) {
      try {
        if (!restored) {
          sequencer.restore();
          restored = true;
          indexing.ring();
        }
        if (sequencer.step(SEQUENCER_BATCH) > 0) {
          indexing.ring();
          comparison.step(COMPARED_WHILE_BUSY);
        } else if (comparison.step(COMPARED_WHILE_IDLE) == 0) {
          deriving.await(IDLE_MAX);
        }
      } catch (InterruptedException e) {
        return;
      } catch (StoreException e) {
        restored = false; // memory may be ahead of the rows now
        troubled("sequencer", e);
      }
    }
    if (restored && store.trouble().isEmpty()) {
      sequencer.save();
    }
  }

  private void index() {
    long committed = index.seq();
    long begin = clock.nanos();
    while (!stopping) {
      try {
        boolean idle = index.follow() == 0;
        boolean late = clock.nanos() - begin > Duration.ofSeconds(5).toNanos();
        if (index.seq() != committed && (idle || late)) {
          index.commit();
          committed = index.seq();
          begin = clock.nanos();
        }
        if (idle) {
          indexing.await(IDLE_MAX);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        troubled("index", e);
      }
    }
  }

  private void troubled(String loop, RuntimeException e) {
    log.error("{} failed, trying again in a second: {}", loop, e.toString());
    try {
      clock.sleep(IDLE_MAX);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
