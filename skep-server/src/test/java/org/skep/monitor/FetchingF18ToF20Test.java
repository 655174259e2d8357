package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.neverAnswer;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.item;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skep.fetch.FakeOrigin;
import org.skep.fetch.LocalPress;
import org.skep.store.ArticleRow;

/** The acceptance list of specs "fetching", F18 to F20: identity, sources, dead hosts. */
@Timeout(60)
@TestMethodOrder(MethodOrderer.DisplayName.class)
class FetchingF18ToF20Test {
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

  /** Subscribes to a feed that lists these, one document a poll. */
  private long polls(String... documents) throws InterruptedException {
    agent.origin.on(
        "a.test/feed",
        Arrays.stream(documents)
            .map(document -> reply(200, document, XML))
            .toArray(FakeOrigin.Step[]::new));
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(70L * documents.length - 60));
    return feed;
  }

  private static String link(int number) {
    return "https://a.test/" + number;
  }

  @Test
  @DisplayName("F18 guid, else link, else words; ids of one feed never touch another's")
  void f18keys() throws InterruptedException {
    String document =
        feed(
            item("g", link(1), "One", "t"),
            item(null, link(2), "Two", "t"),
            item(null, null, "Three", "t"),
            item("", link(4), "Four", "t"));
    agent.origin.on(
        "b.test/feed", reply(200, feed(item("g", "https://b.test/x", "Other", "t")), XML));
    long other = agent.subscribe("b.test/feed");
    long feed = polls(document, document);

    assertThat(agent.entries(feed)).isEqualTo(4);
    assertThat(agent.entry(feed, "id:g").map(e -> e.title())).contains("One");
    assertThat(agent.entry(other, "id:g").map(e -> e.title())).contains("Other");
    assertThat(agent.entry(feed, "link:" + link(2))).isPresent();
    assertThat(agent.entry(feed, "link:" + link(4))).isPresent();
  }

  @Test
  @DisplayName("F18 a guid that only changes its scheme or host is the same item")
  void f18host() throws InterruptedException {
    long feed =
        polls(
            feed(item("http://a.test/?p=1", "http://a.test/one", "One", "t")),
            feed(item("https://a.test/?p=1", "https://a.test/one", "One", "t")),
            feed(item("https://new.test/?p=1", "https://new.test/one", "One", "t")));

    assertThat(agent.entries(feed)).isEqualTo(1);
  }

  @Test
  @DisplayName("F18 one guid with two links in a document is two items")
  void f18twice() throws InterruptedException {
    String document = feed(item("g", link(1), "One", "t"), item("g", link(2), "Two", "t"));
    assertThat(agent.entries(polls(document, document))).isEqualTo(2);
  }

  @Test
  @DisplayName("F18 when all guids change, links or titles and dates tell, and nothing is new")
  void f18changed() throws InterruptedException {
    var before = new Rss.Item[10];
    var after = new Rss.Item[10];
    for (int i = 0; i < 10; i++) {
      String date = "Tue, 13 May 2031 0%d:00:00 GMT".formatted(i);
      String link = i < 5 ? link(i) : null;
      before[i] = item("old-" + i, link, "Title " + i, "t").dated(date);
      after[i] = item("new-" + i, link, "Title " + i, "t").dated(date);
    }
    long feed = polls(feed(before), feed(after), feed(after));

    assertThat(agent.entries(feed)).isEqualTo(10);
    assertThat(agent.entry(feed, "id:new-7")).isPresent();
  }

  @Test
  @DisplayName("F18 a guid used again for another article is a new item, the old one stays")
  void f18reused() throws InterruptedException {
    long feed =
        polls(
            feed(item("g", link(1), "Ferry runs aground", "A ferry ran aground at dawn.")),
            feed(item("g", link(2), "Museum opens late", "The museum opens at noon today.")),
            feed(item("g", link(2), "Museum opens late", "The museum opens at noon today.")));

    assertThat(agent.entries(feed)).isEqualTo(2);
    assertThat(agent.articles())
        .extracting(ArticleRow::title)
        .containsExactlyInAnyOrder("Ferry runs aground", "Museum opens late");
  }

  @Test
  @DisplayName("F18 another headline and address over the same words is an edit, not a new item")
  void f18moved() throws InterruptedException {
    String text = "The ferry Aurora ran aground at dawn near the old harbour and nobody was hurt.";
    long feed =
        polls(
            feed(item("g", link(1), "Ferry runs aground", text)),
            feed(item("g", link(2), "Nobody hurt off Lindau", text)));

    assertThat(agent.entries(feed)).isEqualTo(1);
  }

  @Test
  @DisplayName("F18 an edit is a revision, not new, and stays read")
  void f18edit() throws InterruptedException {
    long feed = polls(feed(item("g", link(1), "Ferry runs aground", "At dawn.")));
    long article = agent.articles().getFirst().id();
    agent.store().change(tx -> tx.users().markRead(1, article, agent.clock.now()));
    agent.origin.on(
        "a.test/feed",
        reply(200, feed(item("g", link(1), "Ferry runs aground, nobody hurt", "At dawn.")), XML));
    agent.pass(ofHours(2));

    assertThat(agent.report(feed).fresh()).isZero();
    assertThat(agent.entries(feed)).isEqualTo(1);
    assertThat(agent.store().read(tx -> tx.users().marks(1, article)).read()).isTrue();
  }

  @Test
  @DisplayName("F18 what vanishes and returns is not new, what was erased stays away")
  void f18returned() throws InterruptedException {
    String one =
        feed(item("g", link(1), "One", "Words of one."), item("h", link(2), "Two", "Words."));
    agent.origin.on(
        "a.test/feed",
        reply(200, one, XML),
        reply(200, feed(item("i", link(3), "Three", "w")), XML));
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(1));
    long erased =
        agent.articles().stream()
            .filter(a -> a.title().equals("One"))
            .findFirst()
            .orElseThrow()
            .id();
    agent.submit(new Submission.Erase(erased));
    agent.pass(ofDays(2));
    agent.origin.on("a.test/feed", reply(200, one, XML));
    agent.pass(ofDays(2));

    assertThat(agent.report(feed).fresh()).isZero();
    assertThat(agent.articles())
        .extracting(ArticleRow::title)
        .containsExactlyInAnyOrder("Two", "Three");
  }

  @Test
  @DisplayName("F18 future, absurd and identical dates do not pin an item on top")
  void f18dates() throws InterruptedException {
    polls(
        feed(
            item("f", link(1), "Future", "w").dated("Wed, 14 May 2036 12:00:00 GMT"),
            item("p", link(2), "Past", "w").dated("Thu, 01 Jan 1970 00:00:00 GMT"),
            item("x", link(3), "Absurd", "w").dated("the day after tomorrow"),
            item("o", link(4), "Honest", "w").dated("Tue, 13 May 2031 09:00:00 GMT")));
    Instant now = agent.clock.now();
    assertThat(agent.articles()).hasSize(4).allMatch(article -> !article.dated().isAfter(now));
    assertThat(agent.articles().getLast().title()).isEqualTo("Honest");

    List<String> order = agent.articles().stream().map(ArticleRow::title).toList();
    agent.pass(ofDays(1));
    assertThat(agent.articles()).extracting(ArticleRow::title).containsExactlyElementsOf(order);

    var same =
        IntStream.range(0, 5)
            .mapToObj(i ->
                item("s" + i, "https://b.test/s" + i, "Same " + i, "w")
                    .dated("Sun, 04 Jan 2026 00:00:00 GMT"))
            .toArray(Rss.Item[]::new);
    agent.origin.on("b.test/feed", reply(200, feed(same), XML));
    agent.subscribe("b.test/feed");
    agent.pass(ofMinutes(1));
    assertThat(agent.articles())
        .filteredOn(article -> article.title().startsWith("Same"))
        .hasSize(5)
        .allMatch(article -> article.dated().isAfter(now.minusSeconds(60)));
  }

  @Test
  @DisplayName("F18 the newest two thousand items of a poll, the others counted in a warning")
  void f18many() throws InterruptedException {
    var items =
        IntStream.range(0, 2_300)
            .mapToObj(i -> item("g" + i, null, "Item " + i, ""))
            .toArray(Rss.Item[]::new);
    agent.origin.on("a.test/feed", reply(200, feed(items), XML));
    long feed = agent.subscribe("a.test/feed");
    agent.begins();
    for (int i = 0; i < 2_000 && agent.feed(feed).polls() == 0; i++) {
      Thread.sleep(10);
    }

    assertThat(agent.report(feed).entries()).isEqualTo(2_000);
    assertThat(agent.report(feed).warnings()).anyMatch(warning -> warning.contains("300"));
  }

  @Test
  @DisplayName("F19 one article in two feeds is one article with two sources, read once for both")
  void f19() throws InterruptedException {
    agent.origin.on(
        "a.test/feed", reply(200, feed(item("1", link(1), "One", "Words of one.")), XML));
    agent.origin.on(
        "b.test/feed",
        reply(200, feed(item("77", link(1) + "?utm_source=b#top", "One", "Words of one.")), XML));
    agent.subscribe("a.test/feed");
    agent.subscribe("b.test/feed");
    agent.pass(ofMinutes(5));

    assertThat(agent.articles()).hasSize(1);
    long article = agent.articles().getFirst().id();
    assertThat(agent.store().read(tx -> tx.articles().sources(article)).size()).isEqualTo(2);
    agent.store().change(tx -> tx.users().markRead(1, article, agent.clock.now()));
    assertThat(agent.store().read(tx -> tx.users().unread(1)).values())
        .allMatch(count -> count == 0);
  }

  /** Each dead host has an address of its own, as dead hosts do. */
  private static LocalPress deadAndAlive(FakeOrigin origin, int each) {
    var sites = new HashMap<String, InetAddress>();
    try {
      for (int i = 0; i < each; i++) {
        var address = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (i + 1)});
        sites.put("dead-" + i + ".test:" + origin.port(), address);
        sites.put("live-" + i + ".test:" + origin.port(), InetAddress.getLoopbackAddress());
      }
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
    return new LocalPress(sites, Duration.ofSeconds(1), null);
  }

  @Test
  @DisplayName("F20 a hundred dead hosts do not delay a hundred live ones")
  void f20() throws Exception {
    agent.close();
    int hosts = 100;
    agent = new Newsagent(dir, 40, origin -> deadAndAlive(origin, hosts));
    for (int i = 0; i < hosts; i++) {
      agent.origin.on("dead-" + i + ".test/feed", neverAnswer());
      agent.origin.on("live-" + i + ".test/feed", reply(200, feed(item(1)), XML));
      agent.subscribe("dead-" + i + ".test/feed");
      agent.subscribe("live-" + i + ".test/feed");
    }
    agent.pass(ofHours(1));
    int before = agent.origin.log().size();
    agent.clock.advance(ofMinutes(70));
    long begin = System.nanoTime();
    int live = 0;
    while (live < hosts && System.nanoTime() - begin < ofSeconds(30).toNanos()) {
      agent.begins();
      Thread.sleep(1);
      live =
          (int)
              agent.origin.log().stream()
                  .skip(before)
                  .filter(s -> s.host().startsWith("live"))
                  .count();
    }
    int dead =
        (int)
            agent.origin.log().stream()
                .skip(before)
                .filter(s -> s.host().startsWith("dead"))
                .count();

    assertThat(live).isEqualTo(hosts);
    assertThat(dead).as("dead hosts asked before the last live one").isLessThan(hosts);
  }
}
