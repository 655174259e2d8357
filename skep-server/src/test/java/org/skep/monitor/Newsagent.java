package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skep.Pipeline;
import org.skep.clock.VirtualClock;
import org.skep.fetch.FakeOrigin;
import org.skep.fetch.FakeOrigin.Seen;
import org.skep.fetch.FetchLimits;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.LocalPress;
import org.skep.settings.Settings;
import org.skep.store.ArticleRow;
import org.skep.store.EntryRow;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.FullText;
import org.skep.store.PollReport;
import org.skep.store.RiverFilter;
import org.skep.store.Store;

/**
 * The scheduler and the fetcher as they are, on a virtual clock, against an origin that answers as
 * told: weeks of polling in a second. Time jumps from one due moment to the next.
 */
final class Newsagent implements AutoCloseable {
  private static final Pipeline PIPELINE = new Pipeline();

  /** A busy machine may take seconds for what is no time at all. */
  private static final int PATIENT = 5;

  private static final int STEPS_MAX = 100_000;

  final VirtualClock clock = VirtualClock.atNoon();
  final FakeOrigin origin = FakeOrigin.start(clock);
  private final Path dir;
  private final FetchLimits limits;
  private final LocalPress press;
  private final Semaphore heard = new Semaphore(0);
  private Settings settings = Settings.defaults();
  private @Nullable Open open;

  /** What a restart replaces. */
  private record Open(
      Store store,
      Fetcher fetcher,
      Scheduler scheduler,
      Errands errands,
      Discoveries discoveries) {}

  /**
   * @param hosts served by the origin and paced like any outlet
   */
  Newsagent(Path dir, String... hosts) {
    this(dir, PATIENT, origin -> origin.ordinaryPress(hosts));
  }

  /**
   * With another press, such as one on many addresses.
   *
   * @param hurry divides the time that a server may take, which is real time
   */
  Newsagent(Path dir, int hurry, Function<FakeOrigin, LocalPress> press) {
    this.dir = dir;
    this.limits = FetchLimits.ORDINARY.dividedBy(hurry);
    this.press = press.apply(origin);
    begin();
  }

  private void begin() {
    var store = Store.open(dir, clock);
    var fetcher =
        FakeOrigin.fetcher(
            FetchSettings.ordinary("1.2").withContact("desk@a.example").with(limits).with(press),
            new StoredHosts(store),
            clock);
    var intervals = new Intervals(settings, press);
    var hubs = new Hubs(store, fetcher, clock, intervals);
    var discoveries = new Discoveries(fetcher, clock);
    var intake = new Intake(store, PIPELINE, clock, false, () -> {});
    var scheduler =
        new Scheduler(
            store,
            clock,
            intervals,
            new FeedPoller(store, fetcher, clock, intervals, discoveries, hubs),
            new EntryWorker(store, fetcher, intake, clock),
            hubs,
            settings.fetchesMax(),
            heard::release);
    scheduler.begin();
    var errands = new Errands(store, clock, intervals, scheduler::firstPoll, () -> {}, () -> {});
    open = new Open(store, fetcher, scheduler, errands, discoveries);
  }

  private Open open() {
    return Objects.requireNonNull(open);
  }

  Store store() {
    return open().store();
  }

  /** Stops in whatever is going on and starts again on the same directory. */
  void restart() throws InterruptedException {
    stop();
    begin();
  }

  /** The same with the clock set while nothing runs. */
  void restartAt(Instant wall) throws InterruptedException {
    stop();
    clock.setWall(wall);
    begin();
  }

  /** From a restart on hubs reach us there. */
  void reachableAt(String address) throws InterruptedException {
    settings = Settings.load(dir.resolve("absent"), Map.of("SKEP_PUBLIC_ADDRESS", address));
    restart();
  }

  /** Where hubs call. */
  Pushes pushes() {
    return new Pushes(store(), clock, () -> {});
  }

  private void stop() throws InterruptedException {
    open().scheduler().close(Duration.ofSeconds(10));
    open().store().close();
    open().fetcher().close();
  }

  /** Begins what is due now and does not wait for it. */
  void begins() {
    open().scheduler().step();
  }

  /** Lets time pass and everything due in it happen. */
  void pass(Duration time) throws InterruptedException {
    Instant end = clock.now().plus(time);
    for (int step = 0; step < STEPS_MAX; step++) {
      open().scheduler().step();
      idle();
      Instant next = nextDue();
      if (next == null || next.isAfter(end)) {
        clock.advance(nonNegative(Duration.between(clock.now(), end)));
        return;
      }
      clock.advance(nonNegative(Duration.between(clock.now(), next)));
    }
    throw new AssertionError("still something due after " + STEPS_MAX + " steps");
  }

  private static Duration nonNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  private void idle() throws InterruptedException {
    while (open().scheduler().running() > 0) {
      heard.tryAcquire(20, TimeUnit.MILLISECONDS);
    }
    heard.drainPermits();
  }

  private @Nullable Instant nextDue() {
    return store()
        .read(tx ->
            Stream.of(tx.feeds().nextDue(), tx.entries().nextDue(), tx.pushes().nextDue())
                .flatMap(Optional::stream)
                .sorted()
                .toList())
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** Subscribes; pages of entries are not fetched unless a test says so. */
  long subscribe(String hostAndPath) {
    long id = open().errands().submit(new Submission.Subscribe(origin.url(hostAndPath), "")).id();
    fullText(id, FullText.NEVER);
    return id;
  }

  void fullText(long id, FullText wanted) {
    FeedRow feed = feed(id);
    store()
        .change(
            tx -> tx.feeds().save(feed.edited(feed.title(), feed.folder(), wanted, feed.news())));
  }

  void markAsNews(long id) {
    FeedRow feed = feed(id);
    store()
        .change(
            tx -> tx.feeds().save(feed.edited(feed.title(), feed.folder(), feed.fullText(), true)));
  }

  Submission.Answer submit(Submission submission) {
    return open().errands().submit(submission);
  }

  Offer discover(String hostAndPath) throws InterruptedException {
    return open().discoveries().of(origin.url(hostAndPath));
  }

  FeedRow feed(long id) {
    return store().read(tx -> tx.feeds().find(id)).orElseThrow();
  }

  PollReport report(long id) {
    return Objects.requireNonNull(feed(id).lastPoll());
  }

  List<ArticleRow> articles() {
    return store().read(tx -> tx.articles().river(RiverFilter.all(1), 1_000));
  }

  /** How many entries the feed has ever listed. */
  long entries(long feed) {
    return store().read(tx -> tx.entries().counts(feed)).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  Optional<EntryRow> entry(long feed, String key) {
    return store().read(tx -> tx.entries().find(feed, key));
  }

  /** The requests for one address, in order. */
  List<Seen> requests(String hostAndPath) {
    return origin.log().stream()
        .filter(seen -> hostAndPath.equals(seen.host() + seen.target()))
        .toList();
  }

  /** The times between the requests for one address. */
  List<Duration> gaps(String hostAndPath) {
    return gaps(requests(hostAndPath));
  }

  static List<Duration> gaps(List<Seen> requests) {
    var gaps = new ArrayList<Duration>();
    for (int i = 1; i < requests.size(); i++) {
      gaps.add(Duration.ofNanos(requests.get(i).nanos() - requests.get(i - 1).nanos()));
    }
    return gaps;
  }

  static void assertAtLeast(List<Duration> gaps, Duration least) {
    assertThat(gaps).isNotEmpty().allMatch(gap -> gap.compareTo(least) >= 0);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    origin.close();
  }
}
