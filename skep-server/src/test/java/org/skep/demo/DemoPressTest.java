package org.skep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skep.clock.SystemClock;

/** The demo press as a browser or a feed reader meets it. */
class DemoPressTest {
  private DemoPress press;

  @BeforeEach
  void start() throws IOException {
    press = DemoPress.start(new SystemClock());
  }

  @AfterEach
  void stop() {
    press.close();
  }

  @Test
  void everyArticlePublishedSoFarHasAPageWithItsWholeText() throws IOException {
    for (DemoArticle article : press.world().articles()) {
      Answer answer = get(press.url(article));
      if (article.published().isAfter(new SystemClock().now())) {
        assertThat(answer.status).as(article.id()).isEqualTo(404);
      } else {
        assertThat(answer.status).as(article.id()).isEqualTo(200);
        for (String paragraph : article.first().paragraphs()) {
          assertThat(answer.text()).as(article.id()).contains(Markup.html(paragraph));
        }
      }
    }
  }

  @Test
  void pagesHaveNoUnfilledSlot() throws IOException {
    for (DemoArticle article : press.world().articles()) {
      assertThat(get(press.url(article)).text())
          .as(article.id())
          .doesNotContainPattern("\\{\\{[a-z]");
    }
  }

  @Test
  void aFeedIsAnsweredWith304WhenNothingChanged() throws IOException {
    String feed = subscription("harbour-post");
    Answer first = get(feed);
    Answer second = get(feed, "If-None-Match: " + first.headers.get("etag"));
    Answer third = get(feed, "If-Modified-Since: " + first.headers.get("last-modified"));

    assertThat(first.status).isEqualTo(200);
    assertThat(second.status).isEqualTo(304);
    assertThat(second.body).isEmpty();
    assertThat(third.status).isEqualTo(304);
  }

  @Test
  void whoeverAcceptsGzipGetsIt() throws IOException {
    String feed = subscription("harbour-post");
    Answer packed = get(feed, "Accept-Encoding: gzip, br");

    assertThat(packed.headers).containsEntry("content-encoding", "gzip");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(get(feed).body);
    }
  }

  @Test
  void anArticleIsCorrectedOnceItHasBeenRead() throws IOException {
    String feed = subscription("harbour-post");
    DemoArticle article = press.world().article("quake-orsa/harbour-1");

    assertThat(get(feed).text()).contains("Twelve injured as");
    assertThat(get(press.url(article)).text()).contains("Twelve people were injured");
    assertThat(get(press.url(article)).text()).contains("Fourteen people were injured");
    assertThat(get(feed).text())
        .contains("Fourteen injured as")
        .doesNotContain("Twelve injured as");
  }

  @Test
  void theGermanDailyIsServedInWindows1252() throws IOException {
    DemoArticle article = press.world().article("only-here/tagblatt-moos");
    Answer page = get(press.url(article));

    assertThat(page.headers.get("content-type")).isEqualTo("text/html; charset=windows-1252");
    assertThat(page.body).contains((byte) 0x84);
    assertThat(page.text()).contains("„Wir haben das Moos");
  }

  @Test
  void theTroubledFeedsAreInTrouble() throws IOException {
    Answer broken = get(subscription("ostrel-courier.localhost", "culture"));
    Answer busy = get(subscription("video.daily-flash"));
    Answer moved = get(subscription("grauenfelser-tagblatt.localhost", "kultur"));
    Answer page = get(subscription("newsheap.localhost", "sport"));

    assertThat(broken.text()).contains("<item>").doesNotContain("</rss>");
    assertThat(busy.status).isEqualTo(429);
    assertThat(busy.headers).containsEntry("retry-after", "3600");
    assertThat(moved.status).isEqualTo(301);
    assertThat(get(moved.headers.getOrDefault("location", "")).text()).contains("<rdf:RDF");
    assertThat(page.headers.get("content-type")).startsWith("text/html");
  }

  @Test
  void theBroadcasterHasASitemapAndNoFeed() throws IOException {
    String sitemap = subscription("northlight");

    assertThat(get(sitemap).text()).contains("<news:title>").contains("</urlset>");
    assertThat(get(sitemap.replace("news-sitemap.xml", "robots.txt")).text())
        .contains("Sitemap: " + sitemap);
  }

  @Test
  void aStrangersHostIsRefused() throws IOException {
    String url = subscription("northlight").replace("northlight.localhost", "elsewhere.test");
    assertThat(get(url).status).isEqualTo(421);
  }

  private String subscription(String... parts) {
    return press.subscriptions().stream()
        .map(DemoPress.Subscription::url)
        .filter(url -> java.util.Arrays.stream(parts).allMatch(url::contains))
        .findFirst()
        .orElseThrow();
  }

  private record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      String type = headers.getOrDefault("content-type", "");
      int charset = type.indexOf("charset=");
      return new String(
          body,
          charset < 0 ? StandardCharsets.UTF_8 : Charset.forName(type.substring(charset + 8)));
    }
  }

  /** A request by hand: names like these need no name server. */
  private static Answer get(String url, String... headers) throws IOException {
    URI uri = URI.create(url);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
      var request =
          new StringBuilder("GET " + uri.getRawPath() + query + " HTTP/1.1\r\nHost: ")
              .append(uri.getAuthority())
              .append("\r\nConnection: close\r\n");
      for (String header : headers) {
        request.append(header).append("\r\n");
      }
      socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] all = socket.getInputStream().readAllBytes();
      String head = new String(all, StandardCharsets.ISO_8859_1);
      int end = head.indexOf("\r\n\r\n");
      var answered = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      String[] lines = head.substring(0, end).split("\r\n");
      for (String line : lines) {
        int colon = line.indexOf(": ");
        if (colon > 0) {
          answered.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      return new Answer(
          Integer.parseInt(lines[0].split(" ")[1]),
          answered,
          java.util.Arrays.copyOfRange(all, end + 4, all.length));
    }
  }
}
