package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.badChunk;
import static org.skep.fetch.FakeOrigin.closeAfter;
import static org.skep.fetch.FakeOrigin.gzip;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Newsagent.assertAtLeast;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feed;
import static org.skep.monitor.Rss.item;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
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
import org.skep.store.EntryRow.State;
import org.skep.store.FeedRow.FullText;
import org.skep.store.PollReport.Outcome;

/** The acceptance list of specs "fetching", F14 to F17: wishes, bodies, charsets, addresses. */
@Timeout(60)
@TestMethodOrder(MethodOrderer.DisplayName.class)
class FetchingF14ToF17Test {
  private static final String HTML = "Content-Type: text/html; charset=utf-8";

  @TempDir Path dir;
  private Newsagent agent;

  @BeforeEach
  void open() {
    agent = new Newsagent(dir, "a.test", "b.test", "xn--bcher-kva.test");
  }

  @AfterEach
  void close() {
    agent.close();
  }

  private Rss.Item linking(int number) {
    return item(
        "g" + number, agent.origin.url("a.test/page/" + number), "Teaser " + number, "Brief.");
  }

  private void pages(int count, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = HTML;
    for (int i = 1; i <= count; i++) {
      agent.origin.on("a.test/page/" + i, reply(200, PressPages.page(5, i).body(), all));
    }
  }

  private long subscribeForPages(String path) {
    long feed = agent.subscribe(path);
    agent.fullText(feed, FullText.WHEN_TRUNCATED);
    return feed;
  }

  @Test
  @DisplayName("F14 robots.txt decides about pages, not about the feed; the reason is shown")
  void f14() throws InterruptedException {
    pages(2);
    agent.origin.on(
        "a.test/robots.txt", reply(200, "User-agent: *\nDisallow: /page/1\nDisallow: /feed\n"));
    agent.origin.on("a.test/feed", reply(200, feed(linking(1), linking(2)), XML));
    long feed = subscribeForPages("a.test/feed");
    agent.pass(ofMinutes(30));

    assertThat(agent.requests("a.test/feed")).hasSize(1);
    assertThat(agent.requests("a.test/page/1")).isEmpty();
    assertThat(agent.requests("a.test/page/2")).hasSize(1);
    assertThat(agent.requests("a.test/robots.txt")).hasSize(1);
    assertThat(agent.articles()).extracting(a -> a.title()).contains("Teaser 1");
    assertThat(agent.entry(feed, "id:g1"))
        .hasValueSatisfying(entry -> assertThat(entry.state()).isEqualTo(State.ARTICLE));
  }

  @Test
  @DisplayName("F14 a robots.txt that answers 404 allows, one that answers 500 forbids for now")
  void f14absent() throws InterruptedException {
    pages(1);
    agent.origin.on("b.test/page", reply(200, PressPages.page(5, 9).body(), HTML));
    agent.origin.on("a.test/robots.txt", reply(404, ""));
    agent.origin.on("b.test/robots.txt", reply(500, ""));
    agent.origin.on(
        "a.test/feed",
        reply(
            200,
            feed(linking(1), item("g2", agent.origin.url("b.test/page"), "Elsewhere", "Brief.")),
            XML));
    subscribeForPages("a.test/feed");
    agent.pass(ofMinutes(30));

    assertThat(agent.requests("a.test/page/1")).hasSize(1);
    assertThat(agent.requests("b.test/page")).isEmpty();
  }

  @Test
  @DisplayName("F14 robots.txt is read again after a day, its Crawl-delay kept up to a minute")
  void f14delay() throws InterruptedException {
    pages(6);
    agent.origin.on("a.test/robots.txt", reply(200, "User-agent: skep\nCrawl-delay: 40\n"));
    agent.origin.on(
        "a.test/feed",
        reply(200, feed(linking(1), linking(2), linking(3)), XML),
        reply(200, feed(linking(4), linking(5)), XML));
    subscribeForPages("a.test/feed");
    agent.pass(ofMinutes(50));
    int robots = agent.requests("a.test/robots.txt").size();
    agent.pass(ofDays(2));
    agent.origin.on("a.test/feed", reply(200, feed(linking(6)), XML));
    agent.pass(ofDays(1));

    var pages =
        agent.origin.log().stream().filter(seen -> seen.target().startsWith("/page")).toList();
    assertThat(pages).hasSize(6);
    assertAtLeast(Newsagent.gaps(pages), ofSeconds(40));
    assertThat(robots).isEqualTo(1);
    assertThat(agent.requests("a.test/robots.txt")).hasSize(2);
  }

  @Test
  @DisplayName("F14 noarchive, nosnippet, noindex and TDM reservations are states of the article")
  void f14wishes() throws InterruptedException {
    pages(1, "X-Robots-Tag: noarchive, nosnippet", "tdm-reservation: 1");
    agent.origin.on("a.test/feed", reply(200, feed(linking(1)), XML));
    subscribeForPages("a.test/feed");
    agent.pass(ofMinutes(30));

    assertThat(agent.articles())
        .singleElement()
        .satisfies(
            article -> assertThat(article.reserved()).contains("noarchive", "nosnippet", "tdm"));
  }

  @Test
  @DisplayName(
      "F14 the page is fetched when the entry is truncated, always or never, as the user says")
  void f14fullText() throws InterruptedException {
    pages(3);
    String whole = "The whole story is told here at some length. ".repeat(60);
    for (int i = 1; i <= 3; i++) {
      String link = agent.origin.url("a.test/page/" + i);
      agent.origin.on("a.test/" + i, reply(200, feed(item("g", link, "Whole", whole)), XML));
    }
    agent.fullText(agent.subscribe("a.test/1"), FullText.ALWAYS);
    agent.fullText(agent.subscribe("a.test/2"), FullText.WHEN_TRUNCATED);
    agent.fullText(agent.subscribe("a.test/3"), FullText.NEVER);
    agent.pass(ofMinutes(30));

    assertThat(agent.requests("a.test/page/1")).hasSize(1);
    assertThat(agent.requests("a.test/page/2")).isEmpty();
    assertThat(agent.requests("a.test/page/3")).isEmpty();
    assertThat(agent.articles()).hasSize(3);
  }

  /** {@code node -p "zlib.brotliCompressSync(feed)"} of the feed below. */
  private static final String BROTLI =
      "GwoBAJwFucm8Vs1kvrJ9RGCDI+SOJ4EH+lJQv/j8yA2X9AGZU7fl5/w/9jN4Ea5wMBSNliKWZmhG9YaX4xprIR4lGGLfVNT6Wfz3k3oIB4EnJvPnArQmMSdLG4CTcTVpZntqxUFiXrW0C4RE6CDPSSmJqroMjf8A";

  @Test
  @DisplayName("F15 every encoding that servers use gives the same items")
  void f15() throws InterruptedException {
    byte[] plain = feed(item(1), item(2)).getBytes(StandardCharsets.UTF_8);
    Map<String, Step> answers = new LinkedHashMap<>();
    answers.put("plain", reply(200, plain, XML));
    answers.put("gzip", reply(200, gzip(plain), XML, "Content-Encoding: gzip"));
    answers.put("twice", reply(200, gzip(gzip(plain)), XML, "Content-Encoding: gzip, gzip"));
    answers.put("unannounced", reply(200, gzip(plain), XML));
    answers.put(
        "brotli", reply(200, Base64.getDecoder().decode(BROTLI), XML, "Content-Encoding: br"));
    answers.put(
        "chunked",
        (_, out) -> {
          out.write(
              ("HTTP/1.1 200 OK\r\n"
                      + XML
                      + "\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n".formatted(plain.length))
                  .getBytes(StandardCharsets.US_ASCII));
          out.write(plain);
          out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    for (var answer : answers.entrySet()) {
      agent.origin.on("a.test/" + answer.getKey(), answer.getValue());
      long feed = agent.subscribe("a.test/" + answer.getKey());
      agent.pass(ofMinutes(1));
      assertThat(agent.entries(feed)).as(answer.getKey()).isEqualTo(2);
    }
  }

  @Test
  @DisplayName("F15 a body that breaks off leaves no half item behind and is asked for again")
  void f15broken() throws InterruptedException {
    byte[] plain = feed(item(1), item(2)).getBytes(StandardCharsets.UTF_8);
    byte[] half = java.util.Arrays.copyOf(gzip(plain), gzip(plain).length / 2);
    Map<String, Step> answers =
        Map.of(
            "length", closeAfter(plain.length / 2, plain, XML),
            "chunk", badChunk(new String(plain, 0, plain.length / 2, StandardCharsets.UTF_8)),
            "gzip", reply(200, half, XML, "Content-Encoding: gzip"));
    for (var answer : answers.entrySet()) {
      String path = "a.test/" + answer.getKey();
      agent.origin.on(path, answer.getValue(), reply(200, plain, XML), reply(200, plain, XML));
      long feed = agent.subscribe(path);
      agent.pass(ofMinutes(1));
      assertThat(agent.entries(feed)).as(path).isZero();
      assertThat(agent.report(feed).outcome()).isEqualTo(Outcome.BROKEN_BODY);
      agent.pass(ofHours(3));
      assertThat(agent.entries(feed)).as(path).isEqualTo(2);
      assertThat(agent.gaps(path).getFirst()).isGreaterThanOrEqualTo(ofHours(1));
    }
  }

  private String titleOf(byte[] body, String contentType) throws InterruptedException {
    String path = "a.test/" + java.util.Arrays.hashCode(body) + contentType.hashCode();
    agent.origin.on(path, reply(200, body, "Content-Type: " + contentType));
    long feed = agent.subscribe(path);
    agent.pass(ofSeconds(30));
    return agent.entry(feed, "id:g").map(entry -> entry.title()).orElse(agent.report(feed).text());
  }

  @Test
  @DisplayName("F16 BOM before HTTP charset before declaration; a wrong label falls back")
  void f16charset() throws InterruptedException {
    String declared =
        "<?xml version='1.0' encoding='%s'?><rss><channel><item><guid>g</guid><title>Bücher –"
            + " „gut“</title></item></channel></rss>";
    var utf8 = StandardCharsets.UTF_8;
    var windows = Charset.forName("windows-1252");
    byte[] bom = ("\uFEFF" + declared.formatted("iso-8859-1")).getBytes(utf8);

    assertThat(titleOf(bom, "text/xml; charset=iso-8859-1")).isEqualTo("Bücher – „gut“");
    assertThat(titleOf(declared.formatted("koi8-r").getBytes(utf8), "text/xml; charset=utf-8"))
        .isEqualTo("Bücher – „gut“");
    assertThat(titleOf(declared.formatted("windows-1252").getBytes(windows), "application/xml"))
        .isEqualTo("Bücher – „gut“");
    assertThat(titleOf(declared.formatted("utf-8").getBytes(windows), "application/xml"))
        .isEqualTo("Bücher – „gut“");
    assertThat(titleOf(declared.formatted("utf-16").getBytes(StandardCharsets.UTF_16), "text/html"))
        .isEqualTo("Bücher – „gut“");
  }

  @Test
  @DisplayName("F16 dirt is healed, and what was healed is a warning on the feed's page")
  void f16dirt() throws InterruptedException {
    String[] dirty = {
      "\n\n"
          + "  <?xml version='1.0'?><rss><channel><item><guid>g</guid><title>T &amp;"
          + " U</title></item></channel></rss>",
      "Warning: x() in y.php <?xml version='1.0'?><rss><channel><item><guid>g</guid><title>T &amp;"
          + " U</title></item></channel></rss>",
      "<rss><channel><item><guid>g</guid><title>T & U</title></item></channel></rss>",
      "<rss><channel><item><guid>g</guid><title>T \u0007&amp; U</title></item></channel></rss>",
      "<rss><channel><item><guid>g</guid><title>T &amp;"
          + " U</title><dc:date>2031-01-01</dc:date></item></channel></rss>",
      "<rss><channel><item><guid>g</guid><title>T&nbsp;&amp; U</title></item></channel></rss>",
      "<rss><channel><item><guid>g</guid><title>T &amp;"
          + " U</title></item><item><guid>h</guid><title>cut o"
    };
    for (int i = 0; i < dirty.length; i++) {
      String path = "a.test/" + i;
      agent.origin.on(
          path, reply(200, dirty[i], i % 2 == 0 ? HTML : "Content-Type: application/octet-stream"));
      long feed = agent.subscribe(path);
      agent.pass(ofSeconds(30));
      assertThat(agent.entry(feed, "id:g").map(entry -> entry.title()))
          .as(dirty[i])
          .contains("T & U");
      assertThat(agent.report(feed).warnings()).as(dirty[i]).isNotEmpty();
    }
  }

  @Test
  @DisplayName("F17 names in Unicode, relative links and xml:base, the final address as base")
  void f17() throws InterruptedException {
    String relative =
        "<rss xml:base='/news/'><channel><item><guid>g</guid><title>T</title><link>one.html</link></item></channel></rss>";
    agent.origin.on("xn--bcher-kva.test/feed", reply(200, relative, XML));
    agent.origin.on("a.test/old/feed", redirect(302, agent.origin.url("b.test/new/feed")));
    agent.origin.on("b.test/new/feed", reply(200, relative.replace(" xml:base='/news/'", ""), XML));
    long umlaut = agent.subscribe("bücher.test/feed");
    long moved = agent.subscribe("a.test/old/feed");
    agent.pass(ofMinutes(5));

    assertThat(agent.entry(umlaut, "id:g").map(entry -> entry.link()))
        .contains(agent.origin.url("xn--bcher-kva.test/news/one.html"));
    assertThat(agent.entry(moved, "id:g").map(entry -> entry.link()))
        .contains(agent.origin.url("b.test/new/one.html"));
  }

  @Test
  @DisplayName("F17 a link that is a script or a file is none, on no page and in no feed of ours")
  void f17scripts() throws InterruptedException {
    String[] links = {
      "javascript:alert(1)",
      "java\tscript:alert(1)",
      "\u0001JavaScript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:x",
      "file:///etc/passwd",
      "blob:https://a.test/1"
    };
    var items = new Rss.Item[links.length];
    for (int i = 0; i < links.length; i++) {
      items[i] = item("g" + i, "<![CDATA[" + links[i] + "]]>", "Title " + i, "Words.");
    }
    agent.origin.on("a.test/feed", reply(200, feed(items), XML));
    agent.fullText(agent.subscribe("a.test/feed"), FullText.ALWAYS);
    agent.pass(ofMinutes(30));

    assertThat(agent.articles())
        .hasSize(links.length)
        .allMatch(article -> article.url().startsWith(agent.origin.url("a.test/feed") + "#id:g"));
    assertThat(agent.requests("a.test/feed")).hasSize(1);
  }

  @Test
  @DisplayName("F17 a password goes to its origin alone and is shown nowhere")
  void f17password() throws InterruptedException {
    agent.origin.on("a.test/feed", redirect(301, agent.origin.url("b.test/feed")));
    agent.origin.on("b.test/feed", reply(200, feed(item(1)), XML));
    long feed =
        agent
            .submit(
                new Submission.Subscribe(
                    agent.origin.url("a.test/feed").replace("//", "//me:hush@"), ""))
            .id();
    agent.pass(ofDays(9));

    assertThat(agent.requests("a.test/feed"))
        .hasSizeGreaterThan(9)
        .allSatisfy(seen ->
            assertThat(seen.headers())
                .containsEntry(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString("me:hush".getBytes(StandardCharsets.UTF_8))));
    assertThat(agent.requests("b.test/feed"))
        .allSatisfy(seen -> assertThat(seen.head()).doesNotContain("Authorization"));
    assertThat(agent.report(feed).toString()).doesNotContain("hush");
    assertThat(agent.feed(feed).url()).contains("a.test"); // a password does not move house
  }
}
