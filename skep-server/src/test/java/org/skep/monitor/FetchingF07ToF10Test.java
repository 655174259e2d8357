package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.closeAfter;
import static org.skep.fetch.FakeOrigin.neverAnswer;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Newsagent.assertAtLeast;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.item;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skep.fetch.FakeOrigin.Step;
import org.skep.store.FeedRow.State;
import org.skep.store.PollReport.Outcome;

/**
 * The acceptance list of specs "fetching", F7 to F10: servers that say wait, no, elsewhere, gone.
 */
@Timeout(60)
@TestMethodOrder(MethodOrderer.DisplayName.class)
class FetchingF07ToF10Test {
  private static final Step FEED = reply(200, feed(item(1)), XML);

  @TempDir Path dir;
  private Newsagent agent;

  @BeforeEach
  void open() {
    agent = new Newsagent(dir, "a.test", "b.test");
  }

  @AfterEach
  void close() {
    agent.close();
  }

  @Test
  @DisplayName("F7 Retry-After is kept, in seconds and as a date, and capped at a week")
  void f7() throws InterruptedException {
    Map<String, Duration> asked =
        Map.of(
            "7200", ofHours(2),
            "Wed, 14 May 2031 18:00:00 GMT", ofHours(6),
            "Thursday, 15-May-31 12:00:00 GMT", ofDays(1),
            "999999999", ofDays(7),
            "60", ofHours(1));
    for (var each : asked.entrySet()) {
      String path = "a.test/" + each.getKey().hashCode();
      agent.origin.on(path, reply(503, "", "Retry-After: " + each.getKey()), FEED);
      agent.subscribe(path);
    }
    agent.pass(ofDays(8));

    asked.forEach((header, wait) -> {
      var gap = agent.gaps("a.test/" + header.hashCode()).getFirst();
      assertThat(gap).as(header).isBetween(wait.minusSeconds(30), wait.plus(ofHours(1)));
    });
  }

  @Test
  @DisplayName("F7 429 holds the whole host, also across a restart; 503 holds the feed alone")
  void f7host() throws InterruptedException {
    agent.origin.on("a.test/one", reply(429, "", "Retry-After: 36000"), FEED);
    agent.origin.on("a.test/two", FEED);
    agent.origin.on("b.test/one", reply(503, "", "Retry-After: 36000"), FEED);
    agent.origin.on("b.test/two", FEED);
    long one = agent.subscribe("a.test/one");
    agent.pass(ofMinutes(1));
    long two = agent.subscribe("a.test/two");
    agent.subscribe("b.test/one");
    agent.subscribe("b.test/two");
    agent.pass(ofHours(1));
    agent.restart();
    agent.pass(ofHours(8));

    assertThat(agent.requests("a.test/one")).hasSize(1);
    assertThat(agent.requests("a.test/two")).isEmpty();
    assertThat(agent.report(one).text())
        .isEqualTo(
            "429; the server asks to wait until 22:00 UTC (Retry-After). All feeds of a.test"
                + " wait.");
    assertThat(agent.report(two).text()).startsWith("All feeds of a.test wait until ");
    assertThat(agent.feed(two).schedule().failures()).isZero();
    assertThat(agent.requests("b.test/one")).hasSize(1);
    assertThat(agent.requests("b.test/two")).hasSizeGreaterThan(6);

    agent.pass(ofHours(3));
    assertThat(agent.requests("a.test/two")).isNotEmpty();
    assertThat(agent.report(two).outcome()).isEqualTo(Outcome.OK);
  }

  @Test
  @DisplayName("F7 without a header 429 and 503 wait an hour, then twice as long, at most a day")
  void f7unstated() throws InterruptedException {
    agent.origin.on("a.test/feed", reply(429, ""));
    agent.origin.on("b.test/feed", reply(503, ""));
    agent.subscribe("a.test/feed");
    agent.subscribe("b.test/feed");
    agent.pass(ofDays(5));

    for (String path : new String[] {"a.test/feed", "b.test/feed"}) {
      assertDoubling(path);
    }
  }

  private void assertDoubling(String path) {
    var gaps = agent.gaps(path);
    assertThat(gaps).hasSizeGreaterThan(6);
    for (int i = 0; i < gaps.size(); i++) {
      var wait = ofHours(Math.min(24, 1L << Math.min(i, 10)));
      assertThat(gaps.get(i))
          .as(path + " " + i)
          .isBetween(wait, wait.multipliedBy(12).dividedBy(10));
    }
  }

  @Test
  @DisplayName(
      "F8 every failure waits an hour, then twice as long, at most a day; a success ends it")
  void f8() throws InterruptedException {
    Map<String, Step> failures =
        Map.of(
            "403", reply(403, ""),
            "404", reply(404, ""),
            "500", reply(500, ""),
            "breaks",
                closeAfter(
                    5, "<rss>longer</rss>".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "html", reply(200, "<html>hello"));
    failures.forEach((path, step) -> {
      agent.origin.on("a.test/" + path, step);
      agent.subscribe("a.test/" + path);
    });
    agent.pass(ofDays(5));
    failures.keySet().forEach(path -> assertDoubling("a.test/" + path));

    int before = agent.requests("a.test/500").size();
    agent.origin.on("a.test/500", FEED, FEED, reply(500, ""));
    agent.pass(ofDays(2));
    var gaps = agent.gaps("a.test/500");
    assertThat(gaps.get(before)).isBetween(ofMinutes(60), ofMinutes(66));
    assertThat(gaps.get(before + 2)).isBetween(ofMinutes(60), ofMinutes(66));
    assertThat(gaps.get(before + 3)).isBetween(ofMinutes(120), ofMinutes(132));
  }

  @Test
  @DisplayName("F8 so does silence")
  void f8silent() throws InterruptedException {
    agent.close();
    agent = new Newsagent(dir, 40, origin -> origin.ordinaryPress("a.test"));
    agent.origin.on("a.test/feed", neverAnswer());
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofDays(5));

    assertDoubling("a.test/feed");
    assertThat(agent.report(feed).text()).isEqualTo("No byte for 500 ms.");
  }

  @Test
  @DisplayName("F8 a name that does not exist and a certificate problem wait likewise")
  void f8names() throws InterruptedException {
    agent.origin.on("b.test/feed", FEED);
    long nowhere =
        agent.subscribe("nowhere.example/feed".replace("nowhere.example", "nowhere.test"));
    agent.pass(ofDays(1));

    assertThat(agent.origin.log()).isEmpty();
    assertThat(agent.feed(nowhere).schedule().failures()).isBetween(4, 5);
  }

  @Test
  @DisplayName("F8 after two hundred failures in a row it is still one request a day")
  void f8twoHundred() throws InterruptedException {
    agent.origin.on("a.test/feed", reply(500, ""));
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofDays(225));
    int before = agent.requests("a.test/feed").size();
    agent.pass(ofDays(30));

    assertThat(agent.feed(feed).schedule().failures()).isGreaterThan(200);
    assertThat(agent.requests("a.test/feed").size() - before).isBetween(26, 30);
  }

  @Test
  @DisplayName("F9 a permanent redirect is adopted after three sightings over a week")
  void f9() throws InterruptedException {
    agent.origin.on("a.test/feed", redirect(301, agent.origin.url("b.test/feed")));
    agent.origin.on("b.test/feed", reply(200, feed(item(1)), XML, "ETag: \"1\""), reply(304, ""));
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofDays(6));
    assertThat(agent.feed(feed).url()).isEqualTo(agent.origin.url("a.test/feed"));
    assertThat(agent.report(feed).advice())
        .isEqualTo(
            "Moved permanently to %s; will be adopted on 2031-05-21 if it still leads there."
                .formatted(agent.origin.url("b.test/feed")));
    agent.pass(ofDays(2));

    assertThat(agent.feed(feed).url()).isEqualTo(agent.origin.url("b.test/feed"));
    int asked = agent.requests("a.test/feed").size();
    agent.pass(ofDays(1));
    assertThat(agent.requests("a.test/feed")).hasSize(asked);
    assertThat(agent.report(feed).advice()).isNull();
  }

  @Test
  @DisplayName("F9 it is adopted at once when the old address then answers 404 or 410")
  void f9lost() throws InterruptedException {
    agent.origin.on("a.test/1", redirect(308, agent.origin.url("b.test/1")), reply(404, ""));
    agent.origin.on("a.test/2", redirect(301, agent.origin.url("b.test/2")), reply(410, ""));
    agent.origin.on("b.test/1", FEED).on("b.test/2", FEED);
    long one = agent.subscribe("a.test/1");
    long two = agent.subscribe("a.test/2");
    agent.pass(ofHours(5));

    assertThat(agent.feed(one).url()).isEqualTo(agent.origin.url("b.test/1"));
    assertThat(agent.feed(two).url()).isEqualTo(agent.origin.url("b.test/2"));
    assertThat(agent.feed(two).state()).isEqualTo(State.ACTIVE);
    assertThat(agent.report(two).outcome()).isEqualTo(Outcome.OK);
    assertThat(agent.requests("a.test/2")).hasSize(2);
  }

  @Test
  @DisplayName("F9 temporary redirects and redirects to a page are never adopted")
  void f9never() throws InterruptedException {
    for (int status : new int[] {302, 303, 307}) {
      agent.origin.on("a.test/" + status, redirect(status, agent.origin.url("b.test/feed")));
      agent.subscribe("a.test/" + status);
    }
    agent.origin.on("b.test/feed", FEED);
    agent.origin.on("a.test/down", FEED, redirect(301, "/maintenance"));
    agent.origin.on("a.test/maintenance", reply(200, "<html><title>Back soon</title>"));
    long down = agent.subscribe("a.test/down");
    agent.pass(ofDays(20));

    for (int status : new int[] {302, 303, 307}) {
      assertThat(agent.requests("a.test/" + status)).hasSizeGreaterThan(20);
    }
    assertThat(agent.feed(down).url()).isEqualTo(agent.origin.url("a.test/down"));
    assertThat(agent.report(down).text()).contains("an HTML page (title: “Back soon”)");
  }

  @Test
  @DisplayName("F9 more than five hops and a circle are errors")
  void f9hops() throws InterruptedException {
    for (int i = 0; i < 9; i++) {
      agent.origin.on("a.test/" + i, redirect(302, "/" + (i + 1)));
    }
    agent.origin.on("a.test/x", redirect(302, "/y")).on("a.test/y", redirect(302, "/x"));
    long far = agent.subscribe("a.test/0");
    long round = agent.subscribe("a.test/x");
    agent.pass(ofMinutes(2));

    assertThat(agent.requests("a.test/5")).hasSize(1);
    assertThat(agent.requests("a.test/6")).isEmpty();
    assertThat(agent.report(far).outcome()).isEqualTo(Outcome.MOVED);
    assertThat(agent.report(round).text()).startsWith("The redirects go round in a circle");
    assertThat(agent.report(round).hops()).isNotEmpty();
  }

  @Test
  @DisplayName("F10 410 stops the polling: the user is told since when, one probe in thirty days")
  void f10() throws InterruptedException {
    agent.origin.on("a.test/feed", FEED, reply(410, ""), reply(410, ""), FEED);
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofDays(40));

    assertThat(agent.feed(feed).state()).isEqualTo(State.GONE);
    assertThat(agent.requests("a.test/feed")).hasSize(3);
    assertThat(agent.gaps("a.test/feed").get(1)).isGreaterThanOrEqualTo(ofDays(30));
    assertThat(agent.report(feed).text()).startsWith("410 Gone since 2031-05-14 13:0");
    assertThat(agent.report(feed).advice()).contains("The publisher has ended this feed");

    agent.pass(ofDays(40));
    assertThat(agent.feed(feed).state()).isEqualTo(State.ACTIVE);
    assertAtLeast(agent.gaps("a.test/feed").subList(1, 3), ofDays(30));
  }
}
