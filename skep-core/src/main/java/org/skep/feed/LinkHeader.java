package org.skep.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.url.Url;

/**
 * The feeds a {@code Link} response header names (RFC 8288): {@code <https://example.org/feed>;
 * rel="alternate"; type="application/rss+xml"}. Linear; at most {@link #LENGTH_MAX} characters.
 */
final class LinkHeader {
  private static final int LENGTH_MAX = 16_384;

  private LinkHeader() {}

  static List<FeedLink> parse(String header, String base) {
    var links = new ArrayList<FeedLink>();
    String text = header.substring(0, Math.min(header.length(), LENGTH_MAX));
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      int end = text.indexOf('>', i);
      if (end < 0) {
        break;
      }
      int next = end(text, end + 1);
      String parameters = text.substring(end + 1, next);
      String type = parameter(parameters, "type");
      if (contains(parameter(parameters, "rel"), "alternate")
          && Discovery.isFeedType(type, text.substring(i + 1, end))) {
        String title = parameter(parameters, "title");
        Url.resolve(text.substring(i + 1, end).strip(), base)
            .ifPresent(url -> links.add(new FeedLink(url, title.isEmpty() ? null : title, type)));
      }
      i = next - 1;
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
