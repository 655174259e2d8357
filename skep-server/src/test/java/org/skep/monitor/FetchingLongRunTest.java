package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Newsagent.assertAtLeast;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.item;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.fetch.FakeOrigin.Seen;
import org.skep.store.FeedRow.State;

/**
 * Days of polling with everything going wrong: clocks that are set, machines that sleep, random
 * servers and restarts. {@code -Dfetching.seed=N -Dfetching.seeds=N -Dfetching.days=N} repeats or
 * lengthens it.
 */
@Timeout(120)
class FetchingLongRunTest {
  private static final int SEED = Integer.getInteger("fetching.seed", 1);
  private static final int SEEDS = Integer.getInteger("fetching.seeds", 3);
  private static final int DAYS = Integer.getInteger("fetching.days", 4);
  private static final int FEEDS = 9;

  @TempDir Path dir;

  static List<Integer> seeds() {
    return IntStream.range(SEED, SEED + SEEDS).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {365 * 24, -365 * 24, -1, 9})
  @DisplayName("F5 a wall clock that is set by so many hours makes neither a storm nor a drought")
  void aClockThatIsSet(long hours) throws InterruptedException {
    try (var agent = new Newsagent(dir, "a.test", "b.test", "c.test")) {
      subscribeAll(agent);
      agent.pass(ofHours(3));
      int before = agent.origin.log().size();
      agent.clock.setWall(agent.clock.now().plus(ofHours(hours)));
      agent.pass(ofMinutes(1));
      assertThat(agent.origin.log().size() - before)
          .as("in the first minute")
          .isLessThanOrEqualTo(1);
      agent.pass(ofHours(3));

      for (int i = 0; i < FEEDS; i++) {
        assertAtLeast(agent.gaps(path(i)), ofMinutes(60));
        assertThat(agent.gaps(path(i))).allMatch(gap -> gap.compareTo(ofMinutes(125)) <= 0);
      }
    }
  }

  @Test
  @DisplayName("F5 a clock that was set back while the program was down starves no feed")
  void aClockThatWasSetBack() throws InterruptedException {
    try (var agent = new Newsagent(dir, "a.test", "b.test", "c.test")) {
      subscribeAll(agent);
      agent.pass(ofHours(2));
      int before = agent.origin.log().size();
      agent.restartAt(agent.clock.now().minus(ofDays(365)));
      agent.pass(ofMinutes(70));

      assertThat(agent.origin.log().size() - before).isGreaterThanOrEqualTo(FEEDS);
      for (int i = 0; i < FEEDS; i++) {
        assertAtLeast(agent.gaps(path(i)), ofMinutes(60));
      }
    }
  }

  private static void subscribeAll(Newsagent agent) {
    for (int i = 0; i < FEEDS; i++) {
      agent.origin.on(path(i), reply(200, feed(item(i)), XML));
      agent.subscribe(path(i));
    }
  }

  private static String path(int feed) {
    return "abc".charAt(feed % 3) + ".test/" + feed;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @DisplayName(
      "F2 F5 F6 F7 hold for random servers and restarts at random moments; no feed starves")
  void randomServersAndRestarts(int seed) throws InterruptedException {
    var random = new Random(seed);
    try (var agent = new Newsagent(dir, "a.test", "b.test", "c.test")) {
      var servers = new RandomServer[FEEDS];
      for (int i = 0; i < FEEDS; i++) {
        servers[i] = new RandomServer(seed * 31L + i, agent.clock);
        agent.origin.on(path(i), servers[i]);
        agent.subscribe(path(i));
      }
      for (Duration left = ofDays(DAYS); left.isPositive(); ) {
        Duration some = ofMinutes(1 + random.nextInt(1_200));
        agent.pass(some);
        agent.restart();
        left = left.minus(some);
      }
      check(agent, servers, seed);
    }
  }

  private static void check(Newsagent agent, RandomServer[] servers, int seed) {
    for (int i = 0; i < FEEDS; i++) {
      assertThat(servers[i].violations()).as("seed " + seed + " " + path(i)).isEmpty();
      assertAtLeast(agent.gaps(path(i)), ofMinutes(60));
      Duration longest = agent.gaps(path(i)).stream().max(Duration::compareTo).orElseThrow();
      if (agent.feed(i + 1).state() != State.GONE && !servers[i].askedToWait()) {
        assertThat(longest).as("seed " + seed + " " + path(i)).isLessThanOrEqualTo(ofHours(25));
      }
    }
    for (String host : List.of("a.test", "b.test", "c.test")) {
      List<Seen> ofHost =
          agent.origin.log().stream().filter(seen -> seen.host().equals(host)).toList();
      assertThat(agent.origin.mostAtOnce(host)).isEqualTo(1);
      assertAtLeast(Newsagent.gaps(ofHost), ofSeconds(1));
    }
  }
}
