package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.skep.Pipeline;
import org.skep.clock.Clock;
import org.skep.fetch.Fetcher;
import org.skep.fetch.LocalPress;
import org.skep.index.SearchIndex;
import org.skep.model.Correction;
import org.skep.model.Entry;
import org.skep.settings.Settings;
import org.skep.store.EntryRow;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.Kind;
import org.skep.store.FeedRow.State;
import org.skep.store.Hash;
import org.skep.store.Store;
import org.skep.store.StoreException;
import org.skep.url.HostKey;
import org.skep.url.Url;
import org.skep.url.UrlIdentity;
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
  private static final Duration LOCAL_INTERVAL = Duration.ofSeconds(15);
  private static final Duration START_SPREAD = Duration.ofMinutes(10);
  private static final int SPREAD_FEEDS_MIN = 50;
  private static final int FEEDS_MAX = 1_000;
  private static final int LANE_ENTRIES = 20;
  private static final int SEQUENCER_BATCH = 64;
  private static final Logger log = LoggerFactory.getLogger(Monitor.class);

  private final Store store;
  private final SearchIndex index;
  private final Clock clock;
  private final Settings settings;
  private final LocalPress press;
  private final Sequencer sequencer;
  private final Intake intake;
  private final FeedPoller poller;
  private final EntryWorker worker;
  private final Discoveries discoveries;
  private final Dispatcher dispatcher;
  private final Bell fetching = new Bell();
  private final Bell deriving = new Bell();
  private final Bell indexing = new Bell();
  private final AtomicLong polls = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
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
    this.settings = settings;
    this.press = press;
    this.started = clock.now();
    this.sequencer = new Sequencer(store, pipeline, Pipeline.VERSION);
    this.intake = new Intake(store, pipeline, clock, settings.keepPagesDays() > 0, this::arrived);
    this.discoveries = new Discoveries(fetcher, clock);
    this.poller = new FeedPoller(store, fetcher, clock, this::intervalMin, discoveries);
    this.worker = new EntryWorker(store, fetcher, intake, clock);
    this.dispatcher = new Dispatcher(settings.fetchesMax(), fetching::ring);
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
    return switch (submission) {
      case Submission.Refresh(var feed) -> refresh(feed);
      case Submission.Correct(var correction) -> correct(correction);
      case Submission.Save(var url) -> save(url);
      case Submission.Erase(var article) -> erase(article);
      case Submission.Subscribe(var url, var folder) -> subscribe(url, folder);
    };
  }

  /** The feeds an address offers; fetches it, and keeps what it read for the first poll. */
  public Offer discover(String address) throws InterruptedException {
    return discoveries.of(address);
  }

  /** How it is going. */
  public Progress progress() {
    return store.read(tx ->
        new Progress(
            started,
            dispatcher.running(),
            tx.entries().waiting(),
            tx.log().last(),
            tx.derived().covered(),
            index.seq(),
            polls.get(),
            articles.get(),
            failures.get()));
  }

  /** Takes pages from elsewhere through the same door; see {@link Ingest}. */
  public Ingest ingest() {
    return new Ingest(store, intake, clock);
  }

  /**
   * Waits until everything that is in the log is derived and searchable, at most so long; says
   * whether it is.
   */
  public boolean settle(Duration most) throws InterruptedException {
    long begin = clock.nanos();
    while (clock.nanos() - begin < most.toNanos()) {
      Progress now = progress();
      if (now.covered() == now.logged() && now.indexed() == now.logged()) {
        return true;
      }
      clock.sleep(Duration.ofMillis(20));
    }
    return false;
  }

  /** Stops within five seconds: what was begun and not acknowledged is begun again next time. */
  @Override
  public void close() {
    stopping = true;
    fetching.ring();
    deriving.ring();
    indexing.ring();
    try {
      dispatcher.close(STOP_MAX);
      for (Thread loop : loops) {
        if (loop.getState() != Thread.State.NEW) { // an ingest never starts the scheduler
          loop.join(STOP_MAX);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Submission.Answer refresh(long id) {
    var feed = store.read(tx -> tx.feeds().find(id));
    if (feed.isEmpty()) {
      return new Submission.Answer(false, "There is no feed " + id + ".", 0);
    }
    Instant now = clock.now();
    Instant hold = feed.get().schedule().holdUntil();
    if (hold != null && hold.isAfter(now)) {
      return new Submission.Answer(
          false,
          "The server asks to wait until " + hold + ": " + feed.get().schedule().holdReason(),
          id);
    }
    Instant last = feed.get().schedule().lastCheck();
    Duration min = isLocal(feed.get().url()) ? Duration.ZERO : settings.refreshMin();
    if (last != null && last.plus(min).isAfter(now)) {
      return new Submission.Answer(
          false, "It was asked at " + last + "; again from " + last.plus(min) + ".", id);
    }
    store.change(tx -> tx.feeds().hurry(id, now));
    fetching.ring();
    return new Submission.Answer(true, "It is asked now.", id);
  }

  private Submission.Answer correct(Correction correction) {
    long seq = store.write(tx -> tx.log().append(correction, clock.now()));
    deriving.ring();
    return new Submission.Answer(true, "Written down as entry " + seq + ".", 0);
  }

  private Submission.Answer erase(long article) {
    long seq = store.write(tx -> tx.articles().purge(article, clock.now()));
    deriving.ring();
    return seq == 0
        ? new Submission.Answer(false, "There is no article " + article + ".", 0)
        : new Submission.Answer(true, "Erased; it will not come back.", article);
  }

  private Submission.Answer save(String url) {
    if (Url.parse(url).filter(Url::isHttp).isEmpty()) {
      return new Submission.Answer(false, "\"" + url + "\" is no address of a page.", 0);
    }
    Instant now = clock.now();
    String link = UrlIdentity.of(url).orElse(url);
    var entry =
        new Entry(
            null, url, null, null, null, null, null, null, null, List.of(), List.of(), null, null,
            null, List.of());
    long feed =
        store.write(tx -> {
          FeedRow saved =
              tx.feeds()
                  .add(
                      FeedRow.of(SAVED, Kind.PAGES, "", now, Pace.INTERVAL_MAX)
                          .described("Saved pages", null));
          var known = tx.entries().find(saved.id(), "link:" + link);
          if (known.isPresent()) {
            tx.entries().edited(known.get().id(), null, known.get().hash(), entry, now);
          } else {
            tx.entries()
                .add(
                    new EntryRow(
                        0,
                        saved.id(),
                        "link:" + link,
                        link,
                        null,
                        Hash.of(link),
                        null,
                        now,
                        now,
                        EntryRow.State.WAITING,
                        now,
                        0,
                        null,
                        null,
                        entry,
                        HostKey.ofAddress(url)));
          }
          return saved.id();
        });
    fetching.ring();
    return new Submission.Answer(true, "It is fetched now.", feed);
  }

  /** Many new feeds are spread over an interval; a few are asked at once. */
  private Submission.Answer subscribe(String url, String folder) {
    if (Url.parse(url).filter(Url::isHttp).isEmpty()) {
      return new Submission.Answer(false, "\"" + url + "\" is no address of a feed.", 0);
    }
    Instant now = clock.now();
    FeedRow feed =
        store.write(tx -> {
          boolean many = tx.feeds().due(now, SPREAD_FEEDS_MIN).size() >= SPREAD_FEEDS_MIN;
          Instant first = many ? now.plus(offset(url, settings.poll())) : now;
          return tx.feeds().add(FeedRow.of(url, Kind.FEED, folder, first, settings.poll()));
        });
    fetching.ring();
    return new Submission.Answer(true, "It is asked now.", feed.id());
  }

  /** An article was acknowledged: there is something to derive. */
  void arrived() {
    articles.incrementAndGet();
    deriving.ring();
  }

  private Duration intervalMin(FeedRow feed) {
    return isLocal(feed.url())
        ? LOCAL_INTERVAL
        : feed.news() ? settings.newsPoll() : settings.poll();
  }

  private boolean isLocal(String address) {
    return Url.parse(address)
        .filter(url -> press.sites().containsKey(url.host() + ":" + url.effectivePort()))
        .isPresent();
  }

  private static Duration offset(String url, Duration within) {
    return Duration.ofMillis(Math.floorMod((long) url.hashCode() * 31, within.toMillis()));
  }

  private void schedule() {
    spreadOverdue();
    while (!stopping) {
      try {
        fetching.await(dispatchDue() ? IDLE_MAX.dividedBy(10) : IDLE_MAX);
      } catch (InterruptedException e) {
        return;
      } catch (StoreException e) {
        troubled("scheduler", e);
      }
    }
  }

  /** After a long pause everything is due: not all at once. */
  private void spreadOverdue() {
    Instant now = clock.now();
    List<FeedRow> due =
        store.read(tx -> tx.feeds().due(now, 100_000)).stream()
            .filter(feed -> !isLocal(feed.url()) && feed.polls() > 0)
            .toList();
    if (due.size() >= SPREAD_FEEDS_MIN) {
      store.change(tx ->
          due.forEach(
              feed -> tx.feeds().hurry(feed.id(), now.plus(offset(feed.url(), START_SPREAD)))));
    }
  }

  /** Begins what is due and has a free lane; says whether something is still due. */
  private boolean dispatchDue() {
    Instant now = clock.now();
    var feeds = store.read(tx -> tx.feeds().due(now, FEEDS_MAX));
    Map<String, List<FeedRow>> byHost =
        feeds.stream().collect(Collectors.groupingBy(feed -> lane(feed.url())));
    byHost.forEach((lane, due) -> dispatcher.offer("poll " + lane, () -> poll(due)));
    var lanes = store.read(tx -> tx.entries().dueLanes(now));
    lanes.forEach(lane -> dispatcher.offer(lane, () -> work(lane)));
    return !byHost.isEmpty() || !lanes.isEmpty();
  }

  private void poll(List<FeedRow> due) throws InterruptedException {
    for (FeedRow feed : due) {
      if (stopping) {
        return;
      }
      var present = store.read(tx -> tx.feeds().find(feed.id()));
      if (present.isPresent()
          && present.get().state() != State.PAUSED
          && !present.get().schedule().nextCheck().isAfter(clock.now())) {
        poller.poll(present.get());
        polls.incrementAndGet();
        count(feed.id());
        fetching.ring();
      }
    }
  }

  private void count(long feed) {
    store
        .read(tx -> tx.feeds().find(feed))
        .map(FeedRow::lastPoll)
        .filter(report -> !report.outcome().good())
        .ifPresent(_ -> failures.incrementAndGet());
  }

  private void work(String lane) throws InterruptedException {
    Instant now = clock.now();
    for (EntryRow entry : store.read(tx -> tx.entries().due(lane, now, LANE_ENTRIES))) {
      if (stopping) {
        return;
      }
      worker.work(entry);
    }
  }

  private static String lane(String url) {
    String host = HostKey.ofAddress(url);
    return host.isEmpty() ? url : host;
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
        } else {
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
