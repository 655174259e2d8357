package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.skep.model.Entry;

class FeedReaderTest {
  private static final String HERE = "https://honey.example/news/feed.xml";

  private static ParsedFeed read(String feed) throws FeedException {
    return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), null, HERE);
  }

  private static FeedException refused(String feed) {
    return catchThrowableOfType(FeedException.class, () -> read(feed));
  }

  @Test
  void anRssFeedTellsAboutItselfAndItsEntries() throws FeedException {
    var feed =
        read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>The Honey Gazette</title>
                <link>https://honey.example/</link>
                <description>All about bees</description>
                <language>en-gb</language>
                <ttl>30</ttl>
                <skipHours><hour>2</hour><hour>3</hour></skipHours>
                <skipDays><day>Sunday</day></skipDays>
                <atom:link rel="hub" href="https://hub.example/"/>
                <atom:link rel="self" href="https://honey.example/feed.xml"/>
                <item>
                  <title>Bees &amp;amp; wasps</title>
                  <link>/2026/bees</link>
                  <guid isPermaLink="false">tag:honey.example,2026:1</guid>
                  <pubDate>Mon, 02 Mar 2026 14:20:00 +0100</pubDate>
                  <dc:creator>Ada Imker</dc:creator>
                  <category>Nature</category>
                  <description>They <a href="/meet">met</a>.</description>
                  <enclosure url="bees.mp3" type="audio/mpeg" length="12"/>
                </item>
              </channel>
            </rss>
            """);

    assertThat(feed.format()).isEqualTo(FeedFormat.RSS_20);
    assertThat(feed.title()).isEqualTo("The Honey Gazette");
    assertThat(feed.homeUrl()).isEqualTo("https://honey.example/");
    assertThat(feed.language()).isEqualTo("en-gb");
    assertThat(feed.ttlMinutes()).isEqualTo(30);
    assertThat(feed.skipHours()).containsExactly(2, 3);
    assertThat(feed.skipDays()).containsExactly("Sunday");
    assertThat(feed.hub()).isEqualTo("https://hub.example/");
    assertThat(feed.self()).isEqualTo("https://honey.example/feed.xml");
    assertThat(feed.warnings()).isEmpty();
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("tag:honey.example,2026:1");
    assertThat(entry.url()).isEqualTo("https://honey.example/2026/bees");
    assertThat(entry.title()).isEqualTo("Bees & wasps");
    assertThat(entry.byline()).containsExactly("Ada Imker");
    assertThat(entry.tags()).containsExactly("Nature");
    assertThat(entry.contentHtml())
        .isEqualTo("They <a href=\"https://honey.example/meet\">met</a>.");
    assertThat(entry.attachments())
        .containsExactly(
            new Entry.Enclosure("https://honey.example/news/bees.mp3", "audio/mpeg", 12L));
    assertThat(entry.published()).hasToString("Stated[at=2026-03-02T14:20+01:00, dayOnly=false]");
  }

  @Test
  void aBareAmpersandIsHealedAndNoted() throws FeedException {
    var feed =
        read(
            "<rss><channel><item><title>Salt & honey</title><link>http://a.example/?a=1&b=2</link></item></channel></rss>");

    assertThat(feed.entries().getFirst().title()).isEqualTo("Salt & honey");
    assertThat(feed.entries().getFirst().url()).isEqualTo("http://a.example/?a=1&b=2");
    assertThat(feed.warnings().getFirst()).startsWith("line 1, column 33: ");
  }

  @Test
  void aFeedCutInTheMiddleKeepsTheEntriesBeforeTheBreak() throws FeedException {
    var feed =
        read(
            "<rss><channel><item><title>One</title></item><item><title>Two</title></item><item><title>Thr");

    assertThat(feed.entries()).extracting(Entry::title).containsExactly("One", "Two");
    assertThat(feed.warnings()).contains("the document ends inside an entry; 2 entries were kept");
  }

  @Test
  void whatTheWebDoesToXmlIsHealed() throws FeedException {
    var feed =
        read(
            "PHP Notice: oops\n\n<?xml version='1.0'?><rss version=2.0><channel><title>caf&eacute; \u0001&nbsp;&bogus;</title>"
                + "<item><dc:creator>Ada</dc:creator><description><p>one<br>two<p>three</description></item>"
                + "</channel></rss>trailing");

    assertThat(feed.title()).isEqualTo("café &bogus;");
    assertThat(feed.entries().getFirst().byline()).containsExactly("Ada");
    assertThat(feed.entries().getFirst().contentHtml()).isEqualTo("<p>one<br>two<p>three</p></p>");
    assertThat(feed.warnings()).isNotEmpty();
  }

  @Test
  void anHtmlPageIsNamedAndItsFeedsAreListed() {
    var refusal =
        refused(
            """
            <!DOCTYPE html><html><head><title>Honey &amp; more</title>
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="alternate" type="application/rss+xml" title="News" href="/feed"></head></html>
            """);

    assertThat(refusal)
        .hasMessageStartingWith(
            "The address answered an HTML page (title: “Honey & more”), not a feed.")
        .hasMessageContaining("2 feeds are linked there");
    assertThat(refusal.linked())
        .extracting(FeedLink::url)
        .containsExactly("https://honey.example/feed", "https://honey.example/comments/feed");
  }

  @Test
  void everythingElseThatIsNoFeedSaysWhatItIs() {
    assertThat(refused("")).hasMessage("The document is empty.");
    assertThat(refused("hello"))
        .hasMessageContaining("text without markup")
        .hasMessageContaining("hello");
    assertThat(refused("<svg/>")).hasMessageContaining("<svg>");
    assertThat(refused("{\"a\":1}")).hasMessageContaining("no JSON Feed");
    assertThat(refused("{\"version\":")).hasMessageContaining("line 1, column");
  }

  @Test
  void aZippedBodyIsUnzippedAndATruncatedOneKeepsWhatIsWhole() throws Exception {
    byte[] zip = gzip("<rss><channel><title>Zipped</title></channel></rss>");

    assertThat(FeedReader.read(zip, null, HERE).title()).isEqualTo("Zipped");
    assertThat(FeedReader.read(java.util.Arrays.copyOf(zip, zip.length - 8), null, HERE).title())
        .isEqualTo("Zipped");
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aWrongLabelIsOverruledByTheBytes() throws FeedException {
    byte[] latin =
        "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Käse für alle</title></channel></rss>"
            .getBytes(Charset.forName("windows-1252"));

    var feed = FeedReader.read(latin, "text/xml; charset=utf-8", HERE);

    assertThat(feed.title()).isEqualTo("Käse für alle");
    assertThat(feed.warnings()).isNotEmpty();
  }

  @Test
  void sixteenBitsACharacterAreRead() throws FeedException {
    String xml =
        "<?xml version='1.0' encoding='utf-16'?><rss><channel><title>Œuf</title></channel></rss>";

    for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE"}) {
      byte[] body = xml.getBytes(Charset.forName(name));
      assertThat(FeedReader.read(body, null, HERE).title()).as(name).isEqualTo("Œuf");
    }
  }
}
