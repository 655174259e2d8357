package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.skep.clock.Clock;
import org.skep.store.EntryRow;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.State;
import org.skep.store.PollReport;
import org.skep.store.PushRow;
import org.skep.store.Store;
import org.skep.url.HostKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings due feeds and waiting entries to the dispatcher, the oldest due first, one lane a host.
 * Everything it must know after a restart is in the store; what it keeps is which hosts did not
 * answer lately. {@link #step} is for one thread.
 */
final class Scheduler {
  /** A wall clock that moves by more against the monotonic one was set, or the machine slept. */
  static final Duration JUMP_MIN = Duration.ofMinutes(5);

  private static final Duration START_SPREAD = Duration.ofMinutes(10);
  private static final int SPREAD_FEEDS_MIN = 50;
  private static final int FEEDS_MAX = 1_000;
  private static final int LANE_ENTRIES = 20;
  private static final int SILENT_MAX = 10_000;
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

  private final Store store;
  private final Clock clock;
  private final Intervals intervals;
  private final FeedPoller poller;
  private final EntryWorker worker;
  private final Hubs hubs;
  private final Dispatcher dispatcher;
  private final Runnable again;
  private final AtomicLong polls = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  /** Hosts that gave no answer the last time. */
  private final Set<String> silent =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > SILENT_MAX;
                }
              }));

  private Instant wall;
  private long nanos;

  /**
   * @param again called when something new may be due
   */
  Scheduler(
      Store store,
      Clock clock,
      Intervals intervals,
      FeedPoller poller,
      EntryWorker worker,
      Hubs hubs,
      int fetchesMax,
      Runnable again) {
    this.store = store;
    this.clock = clock;
    this.intervals = intervals;
    this.poller = poller;
    this.worker = worker;
    this.hubs = hubs;
    this.dispatcher = new Dispatcher(fetchesMax, again);
    this.again = again;
    this.wall = clock.now();
    this.nanos = clock.nanos();
  }

  /** After a pause everything is due, and a clock may have been set: not all at once, not never. */
  void begin() {
    hubs.begin();
    Instant now = clock.now();
    Instant latest = now.plus(JUMP_MIN);
    store.change(tx -> {
      tx.feeds().setBack(latest, now);
      tx.hosts().setBack(latest, now);
    });
    List<FeedRow> due =
        store.read(tx -> tx.feeds().due(now, Integer.MAX_VALUE)).stream()
            .filter(feed -> !intervals.hasOwnPace(feed) && feed.polls() > 0)
            .toList();
    if (due.size() >= SPREAD_FEEDS_MIN) {
      store.change(tx ->
          due.forEach(
              feed -> tx.feeds().hurry(feed.id(), now.plus(offset(feed.url(), START_SPREAD)))));
    }
  }

  /** A moment within that time, always the same one for an address. */
  static Duration offset(String url, Duration within) {
    return Duration.ofMillis(Math.floorMod((long) url.hashCode() * 31, within.toMillis()));
  }

  /** When a feed added now is asked first: many are spread over an interval, a few at once. */
  Instant firstPoll(String url) {
    Instant now = clock.now();
    boolean many =
        store.read(tx -> tx.feeds().due(now, SPREAD_FEEDS_MIN)).size() >= SPREAD_FEEDS_MIN;
    return many ? now.plus(offset(url, intervals.settings().poll())) : now;
  }

  /** Begins what is due and has a free lane; says whether something is still due. */
  boolean step() {
    Instant now = clock.now();
    long monotonic = clock.nanos();
    Duration jump = Duration.between(wall, now).minusNanos(monotonic - nanos);
    wall = now;
    nanos = monotonic;
    if (jump.abs().compareTo(JUMP_MIN) > 0) {
      jumped(jump, now);
    }
    Map<String, List<FeedRow>> byHost =
        store.read(tx -> tx.feeds().due(now, FEEDS_MAX)).stream()
            .collect(
                Collectors.groupingBy(
                    feed -> lane(feed.url()), LinkedHashMap::new, Collectors.toList()));
    byHost.forEach((lane, due) ->
        dispatcher.offer("poll " + lane, isProven(lane, due), () -> poll(lane, due)));
    List<String> lanes = store.read(tx -> tx.entries().dueLanes(now));
    lanes.forEach(lane -> dispatcher.offer(lane, !silent.contains(lane), () -> work(lane)));
    Map<String, List<PushRow>> byHub =
        hubs.due(now).stream().collect(Collectors.groupingBy(push -> lane(push.hub())));
    byHub.forEach((lane, due) ->
        dispatcher.offer("hub " + lane, !silent.contains(lane), () -> ask(lane, due)));
    return !byHost.isEmpty() || !lanes.isEmpty() || !byHub.isEmpty();
  }

  /*
   * All waits are kept as long as they were, so neither a storm nor a drought follows. Where time
   * really passed while the machine slept, a feed waits no longer than for its next interval, from
   * its last poll on, and every feed for another part of it.
   */
  private void jumped(Duration jump, Instant now) {
    log.warn("clock jump={} now={}", jump, now);
    store.change(tx -> {
      tx.hosts().shift(jump);
      tx.entries().shift(jump);
      tx.feeds().shift(jump);
      if (jump.isNegative()) { // hubs count true time: after a sleep they are asked at once
        tx.pushes().shift(jump);
      }
      for (FeedRow feed : tx.feeds().all()) {
        Instant last = feed.schedule().lastCheck();
        Duration min = intervals.min(feed);
        Instant first = last == null ? now : Pace.later(now, last.plus(min));
        Instant soon = first.plus(offset(feed.url(), min));
        boolean waits = feed.state() == State.ACTIVE && feed.schedule().holdUntil() == null;
        if (waits && soon.isBefore(feed.schedule().nextCheck())) {
          tx.feeds().hurry(feed.id(), soon);
        }
      }
    });
  }

  private boolean isProven(String lane, List<FeedRow> due) {
    return !silent.contains(lane)
        && due.stream().allMatch(feed -> feed.polls() > 0 && feed.schedule().failures() == 0);
  }

  private void poll(String lane, List<FeedRow> due) throws InterruptedException {
    for (FeedRow feed : due) {
      if (Thread.currentThread().isInterrupted()) {
        return; // stopping
      }
      var present = store.read(tx -> tx.feeds().find(feed.id()));
      if (present.isPresent()
          && present.get().state() != State.PAUSED
          && !present.get().schedule().nextCheck().isAfter(clock.now())) {
        PollReport report = poller.poll(present.get()).lastPoll();
        boolean good = report != null && report.outcome().good();
        polls.incrementAndGet();
        failures.addAndGet(good ? 0 : 1);
        heard(lane, report == null || report.status() > 0);
        again.run();
      }
    }
  }

  private void work(String lane) throws InterruptedException {
    Instant now = clock.now();
    for (EntryRow entry : store.read(tx -> tx.entries().due(lane, now, LANE_ENTRIES))) {
      if (Thread.currentThread().isInterrupted()) {
        return; // stopping
      }
      boolean answered = worker.work(entry);
      heard(lane, answered);
      if (!answered) {
        return; // the others of this host wait for their next turn
      }
    }
  }

  private void ask(String lane, List<PushRow> due) throws InterruptedException {
    for (PushRow push : due) {
      if (Thread.currentThread().isInterrupted()) {
        return; // stopping
      }
      boolean answered = hubs.ask(push);
      heard(lane, answered);
      if (!answered) {
        return; // the others of this hub wait for their next turn
      }
    }
  }

  private void heard(String lane, boolean answered) {
    if (answered) {
      silent.remove(lane);
    } else {
      silent.add(lane);
    }
  }

  private static String lane(String url) {
    String host = HostKey.ofAddress(url);
    return host.isEmpty() ? url : host;
  }

  int running() {
    return dispatcher.running();
  }

  /** Polls made, and those of them that failed, since the start. */
  long polls() {
    return polls.get();
  }

  long failures() {
    return failures.get();
  }

  void close(Duration most) throws InterruptedException {
    dispatcher.close(most);
  }
}
