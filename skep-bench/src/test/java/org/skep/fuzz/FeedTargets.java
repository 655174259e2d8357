package org.skep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.skep.feed.Discovery;
import org.skep.feed.FeedException;
import org.skep.feed.FeedLine;
import org.skep.feed.FeedReader;
import org.skep.feed.Opml;
import org.skep.sitemap.Sitemap;
import org.skep.sitemap.SitemapReader;
import tools.jackson.databind.json.JsonMapper;

/** Feeds in XML and JSON, subscription lists, sitemaps, and pages that link feeds. */
final class FeedTargets {
  private static final Path GOLDEN = Path.of("../skep-core/src/test/resources/golden/feed");
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BASE = "https://fetched.example/feed";

  private static final List<String> XML =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "/>",
          "</",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?",
          "?>",
          "<!DOCTYPE x [",
          "<!ENTITY a \"b\">",
          "&a;",
          "&nbsp;",
          "&#0;",
          "&#x110000;",
          "&#128;",
          "&amp;lt;",
          "xmlns:",
          "xmlns=\"\"",
          " xml:base=\"..\"",
          " xml:lang=\"tr\"",
          "<item>",
          "</item>",
          "<entry>",
          "<p",
          "<br>",
          "<a href='b'>",
          "=",
          " type=\"xhtml\"",
          " encoding=\"utf-16\"",
          "<guid>",
          "<pubDate>",
          "<link>",
          "<media:content url=''>");

  private static final List<String> JSON_TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "null",
          "true",
          "-",
          ".",
          "e9",
          "\"items\":",
          "\"id\":",
          "\"version\":",
          "\"date_published\":",
          "\"authors\":",
          "\"content_html\":",
          "\"attachments\":",
          "/*",
          "NaN");

  private static final List<String> LIST_TOKENS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "/>",
          "</outline>",
          "<outline>",
          "<outline text=\"",
          " xmlUrl=\"",
          " title=\"\"",
          "<body>",
          "</body>",
          "<head>",
          "&#1;",
          "&#xFFFE;",
          "<![CDATA[",
          "]]>",
          "https://",
          "feed:",
          "\n");

  private FeedTargets() {}

  static List<Target> all() {
    return List.of(
        new Target("feed", golden(), XML, FeedTargets::feed),
        new Target("json-feed", jsonFeeds(), JSON_TOKENS, FeedTargets::feed),
        new Target("opml", lists(), LIST_TOKENS, FeedTargets::opml),
        new Target("sitemap", sitemaps(), XML, FeedTargets::sitemap),
        new Target("discovery", pages(), XML, FeedTargets::discovery));
  }

  private static void feed(byte[] body) {
    Map<String, Object> line = FeedLine.of(body, Map.of(), BASE);
    assertThat(line.containsKey("feed")).isNotEqualTo(line.containsKey("error"));
    if (line.get("feed") instanceof Map<?, ?> feed && feed.get("items") instanceof List<?> items) {
      assertThat(items).hasSizeLessThanOrEqualTo(SitemapReader.ENTRIES_MAX);
    }
    assertThat(JSON.readTree(JSON.writeValueAsString(line)).size()).isEqualTo(line.size());
    try {
      assertThat(FeedReader.readResponse(body, Map.of("Content-Type", "text/xml"), BASE).entries())
          .hasSizeLessThanOrEqualTo(FeedReader.ENTRIES_MAX);
    } catch (FeedException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  /** What is written is read again as it was, folder by folder. */
  private static void opml(byte[] body) throws FeedException {
    Opml read;
    try {
      read = Opml.read(body);
    } catch (FeedException e) {
      assertThat(e).hasMessageMatching("(?s).+");
      return;
    }
    Opml again = Opml.read(Target.bytes(read.write()));
    assertThat(again.subscriptions()).hasSameElementsAs(read.subscriptions());
    assertThat(again.title()).isEqualTo(read.title());
  }

  private static void sitemap(byte[] body) {
    SitemapReader.read(body, null, BASE).ifPresent(FeedTargets::check);
    check(SitemapReader.text(new String(body, StandardCharsets.UTF_8)));
  }

  private static void check(Sitemap map) {
    assertThat(map.entries())
        .hasSizeLessThanOrEqualTo(SitemapReader.ENTRIES_MAX)
        .allMatch(entry -> entry.url().startsWith("http"));
  }

  private static void discovery(byte[] body) {
    String header = new String(body, StandardCharsets.ISO_8859_1);
    assertThat(Discovery.candidates(Map.of("Link", header), body, BASE))
        .allMatch(link -> link.url().startsWith("http"));
    Discovery.probes(header);
  }

  private static List<byte[]> golden() {
    try (var folders = Files.list(GOLDEN)) {
      return folders.sorted().map(folder -> goldenFeed(folder.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] goldenFeed(String name) {
    try {
      return Files.readAllBytes(GOLDEN.resolve(name).resolve("feed.xml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> jsonFeeds() {
    return List.of(goldenFeed("json-1.1"), goldenFeed("json-1.0-broken"));
  }

  private static List<byte[]> lists() {
    return List.of(
        goldenFeed("opml"),
        Target.bytes(
            """
            <?xml version="1.0"?><opml version="2.0"><head><title>Mine &amp; yours</title></head><body>
            <outline text="News"><outline text="Gazette" type="rss" xmlUrl="https://a.example/f"
              htmlUrl="https://a.example/"/><outline text="Deeper"><outline xmlUrl="feed://b.example/x"/>
            </outline></outline><outline title="No folder" xmlUrl="http://c.example/rss?x=1&amp;y=2"/>
            </body></opml>
            """));
  }

  private static List<byte[]> sitemaps() {
    return List.of(
        goldenFeed("sitemap-index"), goldenFeed("sitemap-news"), goldenFeed("sitemap-text"));
  }

  private static List<byte[]> pages() {
    return List.of(
        goldenFeed("html-page"),
        Target.bytes(
            """
            <https://a.example/feed>; rel="alternate"; type="application/rss+xml"; title*=UTF-8''N%20,
            </next>; rel=next, <x>; rel="hub self"; anchor="#y"
            """));
  }
}
