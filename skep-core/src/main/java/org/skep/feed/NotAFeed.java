package org.skep.feed;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.skep.xml.XmlDocument;
import org.skep.xml.XmlElement;

/** Says what a document is that is no feed, and where its feeds are. */
final class NotAFeed {
  private NotAFeed() {}

  static FeedException of(XmlDocument document, String text, String baseUrl) {
    XmlElement root = document.root();
    String head = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    if (head.contains("<html")
        || head.contains("<!doctype html")
        || head.contains("<head")
        || head.contains("<body")) {
      return page(text, baseUrl);
    }
    if (root == null) {
      return new FeedException(
          FeedException.Kind.NOT_A_FEED,
          text.isBlank()
              ? "The document is empty."
              : "The address answered text without markup, not a feed: " + quoted(text));
    }
    return new FeedException(
        FeedException.Kind.NOT_A_FEED,
        "The address answered an XML document <" + root.name() + ">, not a feed.",
        1,
        1,
        List.of());
  }

  private static FeedException page(String text, String baseUrl) {
    var page = Jsoup.parse(text, baseUrl);
    var links = Discovery.links(page, baseUrl);
    String linked =
        switch (links.size()) {
          case 0 -> "No feed is linked there.";
          case 1 -> "One feed is linked there: " + links.getFirst().url();
          default ->
              links.size()
                  + " feeds are linked there: "
                  + String.join(", ", links.stream().limit(3).map(FeedLink::url).toList());
        };
    return new FeedException(
        FeedException.Kind.NOT_A_FEED,
        "The address answered an HTML page (title: "
            + quoted(page.title())
            + "), not a feed. "
            + linked,
        1,
        1,
        links);
  }

  private static String quoted(String text) {
    String folded = Markup.fold(text.substring(0, Math.min(text.length(), 400)));
    return "“" + (folded.length() > 120 ? folded.substring(0, 120) + "…" : folded) + "”";
  }
}
