package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skep.model.Entry;

/** Every dialect that is read, each in its smallest form, and what the modules of RSS add. */
class DialectsTest {
  private static ParsedFeed read(String feed) throws FeedException {
    return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), null, "https://a.example/feed");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RSS_090 | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>T</title></channel><item><title>One</title></item></rdf:RDF>
          RSS_091 | <!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><title>T</title><item><title>One</title></item></channel></rss>
          RSS_092 | <rss version='0.92'><channel><title>T</title><item><title>One</title></item></channel></rss>
          RSS_093 | <rss version='0.93'><channel><title>T</title><item><title>One</title></item></channel></rss>
          RSS_094 | <rss version='0.94'><channel><title>T</title><item><title>One</title></item></channel></rss>
          RSS_10  | <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>T</title></channel><item rdf:about='y'><title>One</title></item></rdf:RDF>
          RSS_11  | <Channel xmlns='http://purl.org/net/rss1.1#'><title>T</title><items><item><title>One</title></item></items></Channel>
          RSS_20  | <rss version='2.0'><channel><title>T</title><item><title>One</title></item></channel></rss>
          RSS     | <rss><channel><title>T</title><item><title>One</title></item></channel></rss>
          ATOM_03 | <feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><entry><title>One</title></entry></feed>
          ATOM_10 | <feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>One</title></entry></feed>
          ATOM_10 | <a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>T</a:title><a:entry><a:title>One</a:title></a:entry></a:feed>
          JSON_10 | {"version": "https://jsonfeed.org/version/1", "title": "T", "items": [{"id": "1", "title": "One"}]}
          JSON_11 | {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "One"}]}
          CDF     | <CHANNEL HREF='https://a.example/'><TITLE>T</TITLE><ITEM HREF='/1'><TITLE>One</TITLE></ITEM></CHANNEL>
          """)
  void everyDialectIsKnownAndRead(FeedFormat format, String document) throws FeedException {
    var feed = read(document);

    assertThat(feed.format()).isEqualTo(format);
    assertThat(feed.title()).isEqualTo("T");
    assertThat(feed.entries()).extracting(Entry::title).containsExactly("One");
    assertThat(feed.warnings()).isEmpty();
  }

  private static final String MODULES =
      """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
          xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
          xmlns:georss="http://www.georss.org/georss" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
          xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:thr="http://purl.org/syndication/thread/1.0"
          xmlns:podcast="https://podcastindex.org/namespace/1.0">
      <channel><title>Quay</title>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      <itunes:image href="/quay.jpg"/><podcast:locked>yes</podcast:locked>
      <item>
        <title>Eels</title>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>Long <a href="/eels">words</a>.</p>]]></content:encoded>
        <dc:creator>Ada Holm</dc:creator>
        <dc:date>2026-03-02T14:15:00Z</dc:date>
        <dc:subject>Fish</dc:subject>
        <media:group>
          <media:content url="/eels.mp4" type="video/mp4" fileSize="9"><media:title>Film</media:title></media:content>
          <media:thumbnail url="/eels.png"/>
        </media:group>
        <itunes:keywords>quay, night</itunes:keywords>
        <itunes:duration>12:30</itunes:duration>
        <podcast:transcript url="/eels.vtt" type="text/vtt"/>
        <georss:point>54.3 10.1</georss:point>
        <slash:comments>14</slash:comments>
        <thr:total>14</thr:total>
        <thr:in-reply-to ref="tag:a.example,2026:0"/>
      </item></channel></rss>
      """;

  @Test
  void theModulesAddTheirPartAndDisturbNothing() throws FeedException {
    var feed = read(MODULES);
    Entry entry = feed.entries().getFirst();

    assertThat(feed.warnings()).isEmpty();
    assertThat(feed.ttlMinutes()).as("sy: twice an hour").isEqualTo(30);
    assertThat(feed.icon()).as("itunes:image").isEqualTo("https://a.example/quay.jpg");
    assertThat(entry.title()).isEqualTo("Eels");
    assertThat(entry.summary()).isEqualTo("Short.");
    assertThat(entry.contentHtml())
        .as("content:encoded")
        .isEqualTo("<p>Long <a href=\"https://a.example/eels\">words</a>.</p>");
    assertThat(entry.byline()).as("dc:creator").containsExactly("Ada Holm");
    assertThat(entry.published())
        .as("dc:date")
        .hasToString("Stated[at=2026-03-02T14:15Z, dayOnly=false]");
    assertThat(entry.tags()).as("dc, itunes").containsExactly("Fish", "quay", "night");
    assertThat(entry.image()).as("media:thumbnail").isEqualTo("https://a.example/eels.png");
    assertThat(entry.attachments())
        .as("media:content; a transcript is none")
        .containsExactly(new Entry.Enclosure("https://a.example/eels.mp4", "video/mp4", 9L));
  }

  @Test
  void aModuleWithoutItsDeclarationIsKnownByItsUsualPrefixAndThatIsAWarning() throws FeedException {
    var feed = read(MODULES.replaceAll("xmlns:(dc|content)=\"[^\"]+\"", ""));

    assertThat(feed.entries().getFirst().byline()).containsExactly("Ada Holm");
    assertThat(feed.entries().getFirst().contentHtml()).contains("Long");
    assertThat(feed.warnings()).isNotEmpty();
  }
}
