package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  private static List<FeedLink> candidates(Map<String, String> headers, String html) {
    return Discovery.candidates(
        headers, html.getBytes(StandardCharsets.UTF_8), "https://hive.example/news/");
  }

  @Test
  void theHeaderGoesBeforeTheHeadAndTheHeadBeforeTheText() {
    var found =
        candidates(
            Map.of(
                "Link",
                "</a.atom>; rel=\"alternate\"; type=\"application/atom+xml\"; title=\"From the header, first\", <x.css>; rel=stylesheet"),
            """
            <head><link rel="alternate" type="application/rss+xml" title="From the head" href="rss.xml">
            <link rel="alternate" hreflang="de" href="/de/"></head>
            <body><a href="/about">About</a> <a href="/topics/feed/">Topics</a> <a href="feed:https://other.example/rss">Other</a></body>
            """);

    assertThat(found)
        .containsExactly(
            new FeedLink(
                "https://hive.example/a.atom", "From the header, first", "application/atom+xml"),
            new FeedLink(
                "https://hive.example/news/rss.xml", "From the head", "application/rss+xml"),
            new FeedLink("https://hive.example/topics/feed/", "Topics", null),
            new FeedLink("https://other.example/rss", "Other", null));
  }

  @Test
  void feedsOfCommentsComeLast() {
    var found =
        candidates(
            Map.of(),
            """
            <link rel=alternate type=application/rss+xml title="Story » Comments Feed" href=/story/feed/>
            <link rel=alternate type=application/rss+xml title="Hive » Feed" href=/feed/>
            """);

    assertThat(found)
        .extracting(FeedLink::url)
        .containsExactly("https://hive.example/feed/", "https://hive.example/story/feed/");
  }

  @Test
  void theBaseElementCountsAndTheSameAddressIsNamedOnce() {
    var found =
        candidates(
            Map.of(),
            "<base href='https://cdn.example/x/'><link rel='alternate' type='application/feed+json' href='f.json'><a href='https://cdn.example/x/f.json' type='application/feed+json'>JSON</a>");

    assertThat(found).extracting(FeedLink::url).containsExactly("https://cdn.example/x/f.json");
  }

  @Test
  void apisAndPagesAboutFeedsAreNoFeeds() {
    assertThat(
            candidates(
                Map.of(),
                "<link rel=alternate type=application/json href=/wp-json/posts/1><a href=/rss-feeds-explained>RSS</a><a href='javascript:feed'>x</a>"))
        .isEmpty();
  }

  @Test
  void aSiteThatNamesNoFeedIsAskedAtFourAddresses() {
    assertThat(Discovery.probes("https://hive.example/news/today"))
        .containsExactly(
            "https://hive.example/feed",
            "https://hive.example/rss",
            "https://hive.example/atom.xml",
            "https://hive.example/index.xml");
  }
}
