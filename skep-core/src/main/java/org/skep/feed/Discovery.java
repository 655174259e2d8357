package org.skep.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.skep.charset.Decoded;
import org.skep.url.Url;

/**
 * Finds the feeds of a site: from the headers and bytes of one of its pages, and, when those name
 * none, the addresses worth asking. Pure: fetching is the caller's. Order: {@code Link} header,
 * {@code <link rel=alternate>} in the head, links in the text that look like feeds; feeds of
 * comments last.
 */
public final class Discovery {
  private static final int LINKS_MAX = 50;
  private static final int PAGE_CHARACTERS_MAX = 5_000_000;

  /** Asked in this order, one after the other, until one is a feed. */
  private static final List<String> PROBES =
      List.of("/feed", "/rss", "/atom.xml", "/index.xml", "/feed.json");

  /** fetching.md allows no more. */
  private static final int PROBES_MAX = 4;

  private Discovery() {}

  /**
   * The feeds a page names, best first.
   *
   * @param headers of the response, names in any case
   * @param url of the page, after redirects
   */
  public static List<FeedLink> candidates(Map<String, String> headers, byte[] body, String url) {
    var found = new LinkedHashMap<String, FeedLink>();
    String contentType = header(headers, "content-type");
    String link = header(headers, "link");
    if (link != null) {
      LinkHeader.feeds(link, url).forEach(feed -> found.putIfAbsent(feed.url(), feed));
    }
    String html = Decoded.html(body, contentType).text();
    var page = Jsoup.parse(html.substring(0, Math.min(html.length(), PAGE_CHARACTERS_MAX)), url);
    links(page, url).forEach(feed -> found.putIfAbsent(feed.url(), feed));
    return ordered(List.copyOf(found.values()));
  }

  /** The addresses to ask when a site names no feed: at most four. */
  public static List<String> probes(String url) {
    return PROBES.stream()
        .limit(PROBES_MAX)
        .map(path -> Url.resolve(path, url).orElse(""))
        .filter(probe -> !probe.isEmpty())
        .toList();
  }

  static List<FeedLink> links(Document page, String url) {
    String base =
        page.select("base[href]").stream().findFirst().map(e -> e.attr("href")).orElse("");
    String from = base.isEmpty() ? url : Url.resolve(base, url).orElse(url);
    var found = new LinkedHashMap<String, FeedLink>();
    for (Element link : page.select("link[href][rel]")) {
      String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
      boolean alternate =
          (" " + link.attr("rel").toLowerCase(Locale.ROOT) + " ").contains(" alternate ");
      boolean feed = (" " + link.attr("rel").toLowerCase(Locale.ROOT) + " ").contains(" feed ");
      if ((alternate && isFeedType(type, link.attr("href"))) || feed) {
        add(found, link.attr("href"), from, link.attr("title"), type);
      }
    }
    for (Element link : page.select("a[href]")) {
      String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
      if (isFeedType(type, "") || looksLikeFeed(link.attr("href"))) {
        add(found, link.attr("href"), from, link.text(), type);
      }
    }
    return ordered(List.copyOf(found.values()));
  }

  private static void add(
      Map<String, FeedLink> found, String href, String base, String title, String type) {
    if (found.size() >= LINKS_MAX || href.isBlank()) {
      return;
    }
    Url.parse(
            href.strip().replaceFirst("^feed:(?=https?:)", "").replaceFirst("^feed://", "http://"),
            Url.parse(base).orElse(null))
        .filter(Url::isHttp)
        .map(u -> u.withoutFragment().href())
        .ifPresent(absolute ->
            found.putIfAbsent(
                absolute,
                new FeedLink(
                    absolute,
                    title.isBlank() ? null : title.strip(),
                    type.isEmpty() ? null : type)));
  }

  static boolean isFeedType(String type, String href) {
    String bare = type.indexOf(';') < 0 ? type : type.substring(0, type.indexOf(';')).strip();
    return switch (bare) {
      case "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "text/rss+xml",
          "application/x-rss+xml",
          "application/rss",
          "text/rss",
          "application/atom" ->
          true;
      case "application/json", "application/xml", "text/xml" -> looksLikeFeed(href);
      default -> false;
    };
  }

  /** A path that ends like feeds do; a page about feeds ends otherwise. */
  static boolean looksLikeFeed(String href) {
    String path = href.strip().toLowerCase(Locale.ROOT);
    int cut = path.indexOf('#');
    path = cut < 0 ? path : path.substring(0, cut);
    boolean query =
        path.contains("?feed=rss")
            || path.contains("?feed=atom")
            || path.contains("format=rss")
            || path.contains("format=feed");
    int question = path.indexOf('?');
    String bare = question < 0 ? path : path.substring(0, question);
    String last = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    last = last.substring(last.lastIndexOf('/') + 1);
    return query
        || switch (last) {
          case "feed", "rss", "atom", "feed.json", "index.rdf", "rss2", "feeds" ->
              !last.equals("feeds");
          default ->
              last.endsWith(".rss")
                  || last.endsWith(".atom")
                  || last.endsWith(".rdf")
                  || (last.endsWith(".xml")
                      && (last.contains("rss")
                          || last.contains("feed")
                          || last.contains("atom")
                          || last.equals("index.xml")));
        };
  }

  private static List<FeedLink> ordered(List<FeedLink> links) {
    var feeds = new ArrayList<FeedLink>();
    var comments = new ArrayList<FeedLink>();
    for (FeedLink link : links) {
      (isComments(link) ? comments : feeds).add(link);
    }
    feeds.addAll(comments);
    return List.copyOf(feeds);
  }

  private static boolean isComments(FeedLink link) {
    String title = link.title() == null ? "" : link.title().toLowerCase(Locale.ROOT);
    String url = link.url().toLowerCase(Locale.ROOT);
    return url.contains("/comments/")
        || url.contains("comments.xml")
        || title.contains("comment")
        || title.contains("kommentar")
        || title.contains("commentaire")
        || title.contains("comentarios");
  }

  private static @Nullable String header(Map<String, String> headers, String name) {
    for (var entry : headers.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
