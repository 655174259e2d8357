package org.skep.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skep.reading.OutwardFeed;
import org.skep.reading.Reading;
import tools.jackson.databind.json.JsonMapper;

/** Pages as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, with stable tag: ids (RFC 4151). */
final class Outward {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TAG = "tag:skep.localhost,2026:";

  private final Reading reading;

  Outward(Reading reading) {
    this.reading = reading;
  }

  Answer front(Visit visit) {
    return print(visit, reading.of(visit.user()).frontFeed());
  }

  Answer story(Visit visit) {
    return print(visit, reading.of(visit.user()).storyFeed(visit.id("id")));
  }

  Answer person(Visit visit) {
    return print(visit, reading.of(visit.user()).personFeed(visit.id("id")));
  }

  Answer search(Visit visit) {
    return print(visit, reading.of(visit.user()).searching().feed(visit.query("q")));
  }

  private static Answer print(Visit visit, Optional<OutwardFeed> feed) {
    return feed.map(found -> print(visit, found))
        .orElseGet(() -> Answer.text(404, "There is no such feed."));
  }

  private static Answer print(Visit visit, OutwardFeed feed) {
    String home = "http://" + visit.header("host").orElse("localhost");
    String self = home + visit.address();
    return switch (visit.part("format")) {
      case "rss" -> Answer.of(200, "application/rss+xml; charset=utf-8", rss(feed, home, self));
      case "atom" -> Answer.of(200, "application/atom+xml; charset=utf-8", atom(feed, home, self));
      default -> Answer.of(200, "application/feed+json; charset=utf-8", json(feed, home, self));
    };
  }

  private static String rss(OutwardFeed feed, String home, String self) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"")
        .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n");
    element(out, "title", feed.title());
    element(out, "link", home + feed.page());
    element(out, "description", feed.title());
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
        .append(Xml.escape(self))
        .append("\"/>\n");
    for (OutwardFeed.Item item : feed.items()) {
      out.append("<item>");
      element(out, "title", item.title());
      element(out, "link", link(item, home));
      out.append("<guid isPermaLink=\"false\">").append(TAG).append(item.key()).append("</guid>");
      element(
          out,
          "pubDate",
          DateTimeFormatter.RFC_1123_DATE_TIME.format(item.dated().atOffset(ZoneOffset.UTC)));
      if (item.credit() != null) {
        element(out, "dc:creator", item.credit());
      }
      if (item.summary() != null) {
        element(out, "description", Xml.escape(item.summary())); // RSS readers take it for HTML
      }
      out.append("</item>\n");
    }
    return out.append("</channel></rss>\n").toString();
  }

  private static String atom(OutwardFeed feed, String home, String self) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    element(out, "title", feed.title());
    element(out, "id", TAG + feed.page().substring(1));
    element(out, "updated", iso(updated(feed)));
    out.append("<author><name>Skep</name></author>\n");
    out.append("<link rel=\"self\" href=\"").append(Xml.escape(self)).append("\"/>\n");
    out.append("<link href=\"").append(Xml.escape(home + feed.page())).append("\"/>\n");
    for (OutwardFeed.Item item : feed.items()) {
      out.append("<entry>");
      element(out, "title", item.title());
      element(out, "id", TAG + item.key());
      element(out, "updated", iso(item.dated()));
      out.append("<link href=\"").append(Xml.escape(link(item, home))).append("\"/>");
      if (item.credit() != null) {
        out.append("<author>");
        element(out, "name", item.credit());
        out.append("</author>");
      }
      if (item.summary() != null) {
        element(out, "summary", item.summary());
      }
      out.append("</entry>\n");
    }
    return out.append("</feed>\n").toString();
  }

  private static String json(OutwardFeed feed, String home, String self) {
    var root = new LinkedHashMap<String, Object>();
    root.put("version", "https://jsonfeed.org/version/1.1");
    root.put("title", feed.title());
    root.put("home_page_url", home + feed.page());
    root.put("feed_url", self);
    var items = new ArrayList<Map<String, Object>>();
    for (OutwardFeed.Item item : feed.items()) {
      var entry = new LinkedHashMap<String, Object>();
      entry.put("id", TAG + item.key());
      entry.put("url", link(item, home));
      entry.put("title", item.title());
      entry.put("content_text", item.summary() == null ? "" : item.summary());
      entry.put("date_published", iso(item.dated()));
      entry.put("language", item.language());
      if (item.credit() != null) {
        entry.put("authors", List.of(Map.of("name", item.credit())));
      }
      items.add(entry);
    }
    root.put("items", items);
    return JSON.writeValueAsString(root);
  }

  private static String link(OutwardFeed.Item item, String home) {
    return item.link().startsWith("/") ? home + item.link() : item.link();
  }

  private static Instant updated(OutwardFeed feed) {
    return feed.items().stream()
        .map(OutwardFeed.Item::dated)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void element(StringBuilder out, String name, String text) {
    out.append('<').append(name).append('>').append(Xml.escape(text));
    out.append("</").append(name).append('>');
  }
}
