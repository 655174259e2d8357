package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.after;
import static org.skep.fetch.FakeOrigin.neverAnswer;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Newsagent.assertAtLeast;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.item;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skep.fetch.FakeOrigin.Seen;
import org.skep.fetch.FakeOrigin.Step;

/** The acceptance list of specs "fetching", F1 to F6: what is asked, and how often. */
@Timeout(60)
@TestMethodOrder(MethodOrderer.DisplayName.class)
class FetchingF01ToF06Test {
  private static final Step FEED = reply(200, feed(item(1)), XML);

  @TempDir Path dir;
  private Newsagent agent;

  @BeforeEach
  void open() {
    agent = new Newsagent(dir, "a.test", "b.test", "c.test", "d.test", "e.test", "f.test");
  }

  @AfterEach
  void close() {
    agent.close();
  }

  @Test
  @DisplayName(
      "F1 adding a feed is one unconditional GET, the body read for discovery is the first poll")
  void f1() throws InterruptedException {
    agent.origin.on(
        "a.test/", reply(200, "<html><link rel=alternate type=application/rss+xml href=/feed>"));
    agent.origin.on("a.test/feed", redirect(302, "/real"));
    agent.origin.on("a.test/real", FEED);

    String found = agent.discover("a.test/").found().getFirst().url();
    agent.discover("a.test/feed");
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(59));

    assertThat(found).isEqualTo(agent.origin.url("a.test/feed"));
    assertThat(agent.feed(feed).polls()).isEqualTo(1);
    assertThat(agent.entries(feed)).isEqualTo(1);
    assertThat(agent.requests("a.test/real"))
        .singleElement()
        .satisfies(only ->
            assertThat(only.headers()).doesNotContainKeys("If-None-Match", "If-Modified-Since"));
    assertThat(agent.origin.log()).hasSize(3);
  }

  @Test
  @DisplayName("F2 from the second poll on every request carries the last validators byte for byte")
  void f2() throws InterruptedException {
    var etags = List.of("\"1\"", "W/\"2-gzip\"", "no quotes", "\"3;odd\"");
    var dates = List.of("Tue, 13 May 2031 09:00:00 GMT", "yesterday", "13.05.2031", "0");
    var steps = new ArrayList<Step>();
    for (int i = 0; i < etags.size(); i++) {
      String[] headers = {XML, "ETag: " + etags.get(i), "Last-Modified: " + dates.get(i)};
      steps.add(i % 2 == 0 ? reply(200, feed(item(i)), headers) : reply(304, "", headers));
    }
    agent.origin.on("a.test/feed", steps.toArray(Step[]::new));
    agent.subscribe("a.test/feed");
    agent.pass(ofDays(1));

    List<Seen> requests = agent.requests("a.test/feed");
    assertThat(requests).hasSizeGreaterThan(10);
    for (int i = 1; i < requests.size(); i++) {
      int last = Math.min(i - 1, etags.size() - 1);
      assertThat(requests.get(i).headers())
          .containsEntry("If-None-Match", etags.get(last))
          .containsEntry("If-Modified-Since", dates.get(last));
    }
  }

  @Test
  @DisplayName(
      "F3 validators are those of the last answer that parsed, never of an error or garbage")
  void f3() throws InterruptedException {
    agent.origin.on(
        "a.test/feed",
        reply(200, feed(item(1)), XML, "ETag: \"A\"", "Last-Modified: monday"),
        reply(200, feed(item(2)), XML, "ETag: \"B\""),
        reply(500, "oops", "ETag: \"error\""),
        reply(200, "<html>maintenance", "ETag: \"html\""),
        reply(200, feed(item(1)), XML, "ETag: \"A\"", "Last-Modified: monday"),
        reply(304, "", "Last-Modified: tuesday"));
    agent.subscribe("a.test/feed");
    agent.pass(ofHours(12));

    assertThat(
            agent.requests("a.test/feed").stream().limit(7).map(FetchingF01ToF06Test::validators))
        .containsExactly(
            "null null",
            "\"A\" monday",
            "\"B\" null",
            "\"B\" null",
            "\"B\" null",
            "\"A\" monday",
            "\"A\" tuesday");
  }

  private static String validators(Seen seen) {
    return seen.headers().get("If-None-Match") + " " + seen.headers().get("If-Modified-Since");
  }

  @Test
  @DisplayName("F4 validators belong to the final address and are not copied over a redirect")
  void f4() throws InterruptedException {
    agent.origin.on(
        "a.test/feed",
        redirect(302, "/one"),
        redirect(302, "/one"),
        redirect(302, "/two"),
        redirect(302, "/one"));
    agent.origin.on("a.test/one", reply(200, feed(item(1)), XML, "ETag: \"one\""));
    agent.origin.on("a.test/two", reply(200, feed(item(1)), XML, "ETag: \"two\""));
    agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(250));

    assertThat(agent.requests("a.test/feed"))
        .allSatisfy(seen -> assertThat(validators(seen)).isEqualTo("null null"));
    assertThat(agent.requests("a.test/one").stream().map(FetchingF01ToF06Test::validators))
        .containsExactly("null null", "\"one\" null", "null null");
    assertThat(agent.requests("a.test/two").stream().map(FetchingF01ToF06Test::validators))
        .containsExactly("null null");
  }

  @Test
  @DisplayName(
      "F5 an hour between two polls, also across twenty restarts, half of them in mid-request")
  void f5() throws InterruptedException {
    agent.origin.on("a.test/feed", FEED);
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(1));
    for (int i = 0; i < 20; i++) {
      int before = agent.origin.log().size();
      agent.origin.on("a.test/feed", i % 2 == 0 ? FEED : neverAnswer());
      if (i % 2 == 0) {
        agent.pass(ofMinutes(25));
      } else {
        agent.clock.advance(ofMinutes(67));
        agent.begins();
        awaitRequest(before);
      }
      agent.restart();
    }
    agent.pass(ofHours(3));

    assertThat(agent.requests("a.test/feed")).hasSizeGreaterThan(12);
    assertAtLeast(agent.gaps("a.test/feed"), ofMinutes(60));
    assertThat(agent.feed(feed).state().name()).isEqualTo("ACTIVE");
  }

  private void awaitRequest(int before) throws InterruptedException {
    for (int i = 0; i < 1000 && agent.origin.log().size() == before; i++) {
      Thread.sleep(2);
    }
  }

  @Test
  @DisplayName("F5 the next check is committed before the request goes out")
  void f5beforeTheRequest() throws InterruptedException {
    var committed = new AtomicBoolean();
    agent.origin.on(
        "a.test/feed",
        (request, out) -> {
          long feed = 1;
          committed.set(
              !agent
                  .feed(feed)
                  .schedule()
                  .nextCheck()
                  .isBefore(agent.clock.now().plus(ofHours(1))));
          FEED.answer(request, out);
        });
    agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(1));

    assertThat(committed).isTrue();
  }

  @Test
  @DisplayName("F5 a user may hurry a feed after five minutes, and is told why not before")
  void f5refresh() throws InterruptedException {
    agent.origin.on("a.test/feed", FEED);
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(4));
    var early = agent.submit(new Submission.Refresh(feed));
    agent.pass(ofMinutes(1));
    var late = agent.submit(new Submission.Refresh(feed));
    agent.pass(ofSeconds(1));

    assertThat(early.accepted()).isFalse();
    assertThat(early.text()).contains("again from");
    assertThat(late.accepted()).isTrue();
    assertThat(agent.gaps("a.test/feed")).containsExactly(ofMinutes(5));
  }

  @Test
  @DisplayName("F6 one request a host at a time, a second after the last one's end")
  void f6() throws InterruptedException {
    var took = ofSeconds(3);
    for (int i = 0; i < 6; i++) {
      agent.origin.on("a.test/" + i, after(agent.clock, took, FEED));
      agent.subscribe("a.test/" + i);
    }
    agent.pass(ofHours(5));

    assertThat(agent.origin.mostAtOnce("a.test")).isEqualTo(1);
    assertAtLeast(Newsagent.gaps(agent.origin.log()), took.plusSeconds(1));
    for (int i = 0; i < 6; i++) {
      assertThat(agent.gaps("a.test/" + i))
          .isNotEmpty()
          .allMatch(gap -> gap.compareTo(ofMinutes(67)) <= 0);
      assertThat(agent.gaps("a.test/" + i)).doesNotHaveDuplicates(); // the start is jittered
    }
  }

  @Test
  @DisplayName("F6 at most four requests at once to one address, whatever it is called")
  void f6address() throws InterruptedException {
    var four = new CountDownLatch(4); // a busy machine may take its time to send them
    for (String host : List.of("a.test", "b.test", "c.test", "d.test", "e.test", "f.test")) {
      agent.origin.on(
          host + "/feed",
          (request, out) -> {
            four.countDown();
            four.await(20, TimeUnit.SECONDS);
            Thread.sleep(60); // a fifth would come meanwhile
            FEED.answer(request, out);
          });
      agent.subscribe(host + "/feed");
    }
    agent.pass(ofSeconds(10));

    assertThat(agent.origin.log()).hasSize(6);
    assertThat(agent.origin.mostAtOnce("")).isEqualTo(4);
  }
}
