package org.skep.feed;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;

/**
 * What the response headers say about a feed.
 *
 * @param base what relative addresses resolve against; empty when unknown
 * @param language of {@code Content-Language}
 * @param hub of a {@code Link} header, as WebSub has it
 */
record FeedHeaders(
    @Nullable String contentType,
    String base,
    @Nullable String language,
    @Nullable String hub,
    @Nullable String self) {

  static FeedHeaders of(Map<String, String> headers, String url) {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, value) -> {
      if (!value.isBlank()) {
        sorted.put(name, value.strip());
      }
    });
    String location = sorted.get("content-location");
    String base = location == null ? url : Url.resolve(location, url).orElse(url);
    String link = sorted.getOrDefault("link", "");
    return new FeedHeaders(
        sorted.get("content-type"),
        base,
        language(sorted.get("content-language")),
        LinkHeader.first(link, "hub", base),
        LinkHeader.first(link, "self", base));
  }

  /** The first of a list: "de-AT, en". */
  private static @Nullable String language(@Nullable String stated) {
    if (stated == null) {
      return null;
    }
    String first = stated.split(",", 2)[0].strip();
    boolean tag = first.toLowerCase(Locale.ROOT).matches("[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}");
    return tag ? first : null;
  }

  Context context() {
    return Context.of(base, language);
  }
}
