package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Newsagent.assertAtLeast;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.feedWith;
import static org.skep.monitor.Rss.item;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skep.fetch.FetchSettings;

/** The acceptance list of specs "fetching", F11 to F13: the interval, and what a request says. */
@Timeout(60)
@TestMethodOrder(MethodOrderer.DisplayName.class)
class FetchingF11ToF13Test {
  @TempDir Path dir;
  private Newsagent agent;

  @BeforeEach
  void open() {
    agent = new Newsagent(dir, "a.test");
  }

  @AfterEach
  void close() {
    agent.close();
  }

  /** The first gap of a feed that says this of itself, or whose server says that. */
  private Duration interval(Duration wait, String channel, String... headers)
      throws InterruptedException {
    String path = "a.test/" + Integer.toHexString((channel + String.join(",", headers)).hashCode());
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = XML;
    agent.origin.on(path, reply(200, feedWith(channel, item(1)), all));
    agent.subscribe(path);
    agent.pass(wait);
    return agent.gaps(path).getFirst();
  }

  private void assertInterval(Duration least, String channel, String... headers)
      throws InterruptedException {
    Duration most = least.multipliedBy(11).dividedBy(10);
    assertThat(interval(most, channel, headers)).isBetween(least, most);
  }

  @Test
  @DisplayName("F11 the publisher's hints make the interval longer, a day at most, max-age a week")
  void f11() throws InterruptedException {
    assertInterval(ofHours(3), "<ttl>180</ttl>");
    assertInterval(ofDays(1), "<ttl>99999</ttl>");
    assertInterval(ofHours(2), "", "Cache-Control: public, max-age=7200");
    assertInterval(ofDays(7), "", "Cache-Control: max-age=31536000");
    assertInterval(
        ofHours(5),
        "",
        "Date: Wed, 14 May 2031 12:00:00 GMT",
        "Expires: Wed, 14 May 2031 17:00:00 GMT");
    assertInterval(ofDays(1), "<sy:updatePeriod>daily</sy:updatePeriod>");
    assertInterval(
        ofHours(12),
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>");
    assertInterval(ofHours(4), "<ttl>60</ttl>", "Cache-Control: max-age=14400");
  }

  @Test
  @DisplayName("F11 no hint makes it shorter than an hour, and none switches the validators off")
  void f11never() throws InterruptedException {
    assertInterval(ofHours(1), "<ttl>1</ttl>", "Cache-Control: no-store, max-age=0", "ETag: \"1\"");
    assertInterval(
        ofHours(1), "<ttl>0</ttl>", "Cache-Control: no-cache", "Expires: 0", "ETag: \"2\"");
    assertThat(agent.origin.log())
        .filteredOn(seen -> seen.headers().containsKey("If-None-Match"))
        .hasSize(agent.origin.log().size() - 2);
  }

  @Test
  @DisplayName("F11 hours and days that a feed asks to skip are skipped, after a 304 too")
  void f11skip() throws InterruptedException {
    String hours =
        IntStream.range(13, 20).mapToObj("<hour>%d</hour>"::formatted).reduce("", String::concat);
    agent.origin.on(
        "a.test/hours",
        reply(200, feedWith("<skipHours>" + hours + "</skipHours>", item(1)), XML, "ETag: \"1\""),
        reply(304, ""));
    agent.origin.on(
        "a.test/days",
        reply(200, feedWith("<skipDays><day>Thursday</day></skipDays>", item(1)), XML));
    agent.subscribe("a.test/hours");
    agent.subscribe("a.test/days");
    agent.pass(ofDays(3));

    assertThat(agent.requests("a.test/hours"))
        .hasSizeGreaterThan(40)
        .allMatch(seen -> hour(seen.at()) < 13 || hour(seen.at()) >= 20);
    assertThat(agent.requests("a.test/days"))
        .hasSizeGreaterThan(20)
        .filteredOn(seen -> seen.at().toString().startsWith("2031-05-15"))
        .as("a Thursday; after a whole day the list no longer counts")
        .hasSizeLessThanOrEqualTo(1);
  }

  private static int hour(Instant at) {
    return at.atZone(ZoneOffset.UTC).getHour();
  }

  private String entriesEvery(Duration gap, Duration ago, int count) {
    var items = new Rss.Item[count];
    for (int i = 0; i < count; i++) {
      Instant at = agent.clock.now().minus(ago).minus(gap.multipliedBy(i));
      items[i] =
          item(i).dated(DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC)));
    }
    return feed(items);
  }

  @Test
  @DisplayName("F12 the interval follows the rate of the last entries, between an hour and a day")
  void f12() throws InterruptedException {
    Map<String, Duration> expected =
        Map.of("busy", ofHours(1), "daily", ofHours(12), "weekly", ofDays(1), "dead", ofDays(1));
    agent.origin.on("a.test/busy", reply(200, entriesEvery(ofMinutes(5), ofMinutes(1), 30), XML));
    agent.origin.on("a.test/daily", reply(200, entriesEvery(ofDays(1), ofHours(9), 30), XML));
    agent.origin.on("a.test/weekly", reply(200, entriesEvery(ofDays(7), ofDays(3), 30), XML));
    agent.origin.on("a.test/dead", reply(200, entriesEvery(ofMinutes(5), ofDays(31), 30), XML));
    expected.keySet().forEach(path -> agent.subscribe("a.test/" + path));
    agent.pass(ofDays(2));

    expected.forEach((path, interval) ->
        assertThat(agent.gaps("a.test/" + path).getFirst())
            .as(path)
            .isBetween(
                interval.multipliedBy(9).dividedBy(10), interval.multipliedBy(12).dividedBy(10)));
  }

  @Test
  @DisplayName("F12 a feed without a new entry for a month is asked once a day, dates or not")
  void f12quiet() throws InterruptedException {
    String dated = entriesEvery(ofHours(1), ofDays(29), 20);
    agent.origin.on("a.test/dated", reply(200, dated, XML, "ETag: \"1\""), reply(304, ""));
    agent.origin.on("a.test/undated", reply(200, feed(item(1)), XML));
    agent.subscribe("a.test/dated");
    agent.subscribe("a.test/undated");
    agent.pass(ofDays(33));

    assertThat(agent.gaps("a.test/dated").getFirst()).isLessThan(ofHours(20));
    assertThat(agent.gaps("a.test/undated").getFirst()).isLessThan(ofMinutes(70));
    for (String path : new String[] {"a.test/dated", "a.test/undated"}) {
      var gaps = agent.gaps(path);
      assertAtLeast(gaps.subList(gaps.size() - 2, gaps.size()), ofHours(24));
    }
  }

  @Test
  @DisplayName("F12 a feed that the user marks as news is asked every ten to sixty minutes")
  void f12news() throws InterruptedException {
    agent.origin.on("a.test/busy", reply(200, entriesEvery(ofMinutes(5), ofMinutes(1), 30), XML));
    agent.origin.on("a.test/dead", reply(200, entriesEvery(ofDays(9), ofDays(31), 30), XML));
    agent.markAsNews(agent.subscribe("a.test/busy"));
    agent.markAsNews(agent.subscribe("a.test/dead"));
    agent.pass(ofHours(4));

    assertThat(agent.gaps("a.test/busy")).allMatch(gap -> gap.compareTo(ofMinutes(10)) >= 0);
    assertThat(agent.gaps("a.test/busy").getFirst()).isLessThanOrEqualTo(ofMinutes(11));
    assertThat(agent.gaps("a.test/dead")).allMatch(gap -> gap.compareTo(ofMinutes(67)) <= 0);
  }

  @Test
  @DisplayName("F13 a request says who asks, for how many and what for, and nothing else")
  void f13() throws InterruptedException {
    agent.origin.on("a.test/feed", reply(200, feed(item(1)), XML, "Set-Cookie: spy=1; Path=/"));
    agent.subscribe("a.test/feed?a=1#top");
    agent.origin.on("a.test/feed?a=1", reply(200, feed(item(1)), XML, "Set-Cookie: spy=1"));
    agent.pass(ofHours(3));

    assertThat(agent.origin.log())
        .hasSizeGreaterThan(1)
        .allSatisfy(seen -> {
          assertThat(seen.target()).isEqualTo("/feed?a=1");
          assertThat(seen.headers())
              .containsOnlyKeys("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection")
              .containsEntry(
                  "User-Agent",
                  "Skep/1.2 (+%s; desk@a.example; 1 subscribers)"
                      .formatted(FetchSettings.PROJECT_URL))
              .containsEntry("Accept-Encoding", "gzip, br");
          assertThat(seen.headers().get("Accept"))
              .startsWith("application/rss+xml, application/atom+xml");
        });
  }
}
