package org.skep.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;
import org.skep.model.Stated;
import org.skep.sitemap.Sitemap;
import org.skep.sitemap.SitemapReader;
import org.skep.xml.XmlDocument;
import org.skep.xml.XmlElement;

/**
 * A feed, an OPML list or a sitemap as the fields of one line of output: the names of JSON Feed 1.1
 * plus {@code updated hub self ttlMinutes} and {@code published updated} per item. What {@code skep
 * feed} prints after the id. Pure; never throws for any bytes.
 */
public final class FeedLine {
  private FeedLine() {}

  /**
   * Either {@code feed} and {@code warnings}, or {@code error} and, where known, {@code line},
   * {@code column} and the feeds a page links.
   *
   * @param headers of the response: content-type and content-location count
   * @param url where the body came from; empty when unknown
   */
  public static Map<String, Object> of(byte[] body, Map<String, String> headers, String url) {
    try {
      return read(body, headers, url);
    } catch (FeedException e) {
      return error(e);
    }
  }

  private static Map<String, Object> read(byte[] body, Map<String, String> headers, String url)
      throws FeedException {
    var known = FeedHeaders.of(headers, url);
    FeedSource source = FeedSource.of(body, known.contentType());
    if (source.isJson()) {
      return toJson(JsonFeedReader.read(source, known));
    }
    XmlDocument document = XmlDocument.read(source.text());
    XmlElement root = document.root();
    String name = root == null ? "" : root.name().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "opml" -> toJson(Opml.of(document, source.warnings()));
      case "urlset", "sitemapindex" ->
          toJson(SitemapReader.of(document, known.base(), source.warnings()));
      case "" -> {
        Sitemap list = SitemapReader.text(source.text());
        if (list.entries().isEmpty()) {
          throw NotAFeed.of(document, source.text(), known.base());
        }
        yield toJson(list);
      }
      default -> toJson(FeedReader.read(document, source, known));
    };
  }

  /** A feed. */
  public static Map<String, Object> toJson(ParsedFeed feed) {
    var out = new LinkedHashMap<String, Object>();
    out.put("format", feed.format().label());
    put(out, "title", feed.title());
    put(out, "home_page_url", feed.homeUrl());
    put(out, "feed_url", feed.self());
    put(out, "description", feed.description());
    put(out, "language", feed.language());
    put(out, "icon", feed.icon());
    put(out, "authors", feed.authors().isEmpty() ? null : authors(feed.authors()));
    put(out, "updated", iso(feed.updated()));
    put(out, "hub", feed.hub());
    put(out, "self", feed.self());
    put(out, "ttlMinutes", feed.ttlMinutes());
    put(out, "skipHours", feed.skipHours().isEmpty() ? null : List.copyOf(feed.skipHours()));
    put(
        out,
        "skipDays",
        feed.skipDays().isEmpty() ? null : feed.skipDays().stream().sorted().toList());
    var items = new ArrayList<Map<String, Object>>();
    for (Entry entry : feed.entries()) {
      items.add(item(entry));
    }
    out.put("items", items);
    return line(out, feed.warnings());
  }

  private static Map<String, Object> item(Entry entry) {
    var out = new LinkedHashMap<String, Object>();
    put(out, "id", entry.id());
    put(out, "url", entry.url());
    put(out, "external_url", entry.externalUrl());
    put(out, "title", entry.title());
    put(out, "summary", entry.summary());
    put(out, "content_html", entry.contentHtml());
    put(out, "content_text", entry.contentText());
    put(out, "published", iso(entry.published()));
    put(out, "updated", iso(entry.updated()));
    put(out, "authors", entry.authors().isEmpty() ? null : authors(entry.authors()));
    put(out, "tags", entry.tags().isEmpty() ? null : entry.tags());
    put(out, "language", entry.language());
    put(out, "image", entry.image());
    Entry.Source source = entry.source();
    if (source != null) {
      var from = new LinkedHashMap<String, Object>();
      put(from, "title", source.title());
      put(from, "url", source.url());
      out.put("source", from);
    }
    var files = new ArrayList<Map<String, Object>>();
    for (Entry.Enclosure file : entry.attachments()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("url", file.url());
      put(one, "mime_type", file.mimeType());
      put(one, "size_in_bytes", file.sizeBytes());
      files.add(one);
    }
    put(out, "attachments", files.isEmpty() ? null : files);
    return out;
  }

  private static List<Map<String, Object>> authors(List<Entry.Author> authors) {
    var list = new ArrayList<Map<String, Object>>();
    for (Entry.Author author : authors) {
      var one = new LinkedHashMap<String, Object>();
      put(one, "name", author.name());
      put(one, "url", author.url());
      put(one, "email", author.email());
      list.add(one);
    }
    return list;
  }

  /** An OPML list: one item per subscription. */
  public static Map<String, Object> toJson(Opml opml) {
    var out = new LinkedHashMap<String, Object>();
    out.put("format", "opml");
    put(out, "title", opml.title());
    var items = new ArrayList<Map<String, Object>>();
    for (Opml.Subscription subscription : opml.subscriptions()) {
      var one = new LinkedHashMap<String, Object>();
      put(one, "external_url", subscription.xmlUrl());
      put(one, "url", subscription.htmlUrl());
      put(one, "title", subscription.title());
      put(one, "tags", subscription.folders().isEmpty() ? null : subscription.folders());
      items.add(one);
    }
    out.put("items", items);
    return line(out, opml.warnings());
  }

  /** A sitemap or an index of sitemaps: one item per address. */
  public static Map<String, Object> toJson(Sitemap sitemap) {
    var out = new LinkedHashMap<String, Object>();
    out.put("format", sitemap.index() ? "sitemapindex" : "sitemap");
    var items = new ArrayList<Map<String, Object>>();
    for (Sitemap.Entry entry : sitemap.entries()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("url", entry.url());
      put(one, "title", entry.title());
      put(one, "published", iso(entry.published()));
      put(one, "updated", iso(entry.modified()));
      put(one, "language", entry.language());
      put(one, "image", entry.images().isEmpty() ? null : entry.images().getFirst());
      put(one, "tags", entry.keywords().isEmpty() ? null : entry.keywords());
      items.add(one);
    }
    out.put("items", items);
    return line(out, sitemap.warnings());
  }

  private static Map<String, Object> line(Map<String, Object> feed, List<String> warnings) {
    var line = new LinkedHashMap<String, Object>();
    line.put("feed", feed);
    line.put("warnings", warnings);
    return line;
  }

  private static Map<String, Object> error(FeedException e) {
    var line = new LinkedHashMap<String, Object>();
    line.put("error", e.getMessage());
    line.put("kind", e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    put(line, "line", e.line() == 0 ? null : e.line());
    put(line, "column", e.column() == 0 ? null : e.column());
    put(
        line,
        "feeds",
        e.linked().isEmpty() ? null : e.linked().stream().map(FeedLink::url).toList());
    return line;
  }

  private static @Nullable String iso(@Nullable Stated stated) {
    return stated == null ? null : stated.iso();
  }

  private static void put(Map<String, Object> out, String name, @Nullable Object value) {
    if (value != null) {
      out.put(name, value);
    }
  }
}
