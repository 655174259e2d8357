package org.skep.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;

/**
 * What a {@code Link} response header names (RFC 8288): {@code <https://example.org/feed>;
 * rel="alternate"; type="application/rss+xml"}. Linear; at most {@link #LENGTH_MAX} characters.
 */
final class LinkHeader {
  private static final int LENGTH_MAX = 16_384;

  private LinkHeader() {}

  /** The feeds it names. */
  static List<FeedLink> feeds(String header, String base) {
    var feeds = new ArrayList<FeedLink>();
    for (Link link : parse(header)) {
      String type = parameter(link.parameters(), "type");
      if (contains(parameter(link.parameters(), "rel"), "alternate")
          && Discovery.isFeedType(type, link.target())) {
        String title = parameter(link.parameters(), "title");
        Url.parse(link.target(), Url.parse(base).orElse(null))
            .filter(Url::isHttp)
            .map(Url::href)
            .ifPresent(url -> feeds.add(new FeedLink(url, title.isEmpty() ? null : title, type)));
      }
    }
    return feeds;
  }

  /** The first link of a relation. */
  static @Nullable String first(String header, String rel, String base) {
    for (Link link : parse(header)) {
      if (contains(parameter(link.parameters(), "rel"), rel)) {
        return Url.resolve(link.target(), base).orElse(null);
      }
    }
    return null;
  }

  private record Link(String target, String parameters) {}

  private static List<Link> parse(String header) {
    var links = new ArrayList<Link>();
    String text = header.substring(0, Math.min(header.length(), LENGTH_MAX));
    int i = text.indexOf('<');
    while (i >= 0) {
      int close = text.indexOf('>', i);
      if (close < 0) {
        break;
      }
      int next = end(text, close + 1);
      links.add(new Link(text.substring(i + 1, close).strip(), text.substring(close + 1, next)));
      i = text.indexOf('<', next);
    }
    return links;
  }

  /** The comma that ends this link; those in quotes do not. */
  private static int end(String text, int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static String parameter(String parameters, String name) {
    for (String part : parameters.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).strip().equalsIgnoreCase(name)) {
        String value = part.substring(equals + 1).strip().replace("\"", "");
        return name.equals("title") ? value : value.toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static boolean contains(String words, String word) {
    return (" " + words + " ").contains(" " + word + " ");
  }
}
