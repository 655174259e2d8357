package org.skep.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.demo.DemoFeed.Format;
import org.skep.demo.DemoFeed.Trouble;

/**
 * Answers for every address of the demo press: pages, feeds, sitemap, robots.txt and front pages.
 * An article that will be corrected is handed out in its first form once; whoever asks again, the
 * feed included, gets the second. Thread-safe.
 */
final class Newsstand {
  private static final String RETRY_AFTER_SECONDS = "3600";

  private final DemoWorld world;
  private final PagePrinter pages;
  private final Clock clock;
  private final int port;
  private final Map<String, DemoArticle> articles = new HashMap<>();
  private final Map<String, DemoFeed> feeds = new HashMap<>();
  private final Map<String, DemoFeed> moved = new HashMap<>();
  private final Map<String, DemoOutlet> outlets = new HashMap<>();
  private final Set<String> handedOut = ConcurrentHashMap.newKeySet();

  Newsstand(DemoWorld world, Clock clock, int port) {
    this.world = world;
    this.pages = new PagePrinter(world);
    this.clock = clock;
    this.port = port;
    for (DemoArticle article : world.articles()) {
      articles.put(article.outlet().host() + article.path(), article);
    }
    for (DemoOutlet outlet : world.outlets().values()) {
      outlets.put(outlet.host(), outlet);
      for (DemoFeed feed : outlet.feeds()) {
        outlets.putIfAbsent(feed.host(), outlet);
        feeds.put(feed.host() + feed.path(), feed);
        if (feed.trouble() == Trouble.MOVED) {
          moved.put(feed.host() + feed.subscribed(), feed);
        }
      }
    }
  }

  /** The address of an article's page. */
  String url(DemoArticle article) {
    return home(article.outlet().host()) + article.path().substring(1);
  }

  /** The address of a host's front page. */
  String home(String host) {
    return "http://" + host + ":" + port + "/";
  }

  /** All hosts that are served here. */
  Set<String> hosts() {
    return outlets.keySet();
  }

  /** The answer to a GET; the path includes the query. */
  Reply answer(String host, String path) {
    DemoOutlet outlet = outlets.get(host);
    if (outlet == null) {
      return Reply.of(421, "text/plain", bytes("No such outlet: " + host + "\n", "utf-8"));
    }
    String address = host + path;
    DemoArticle article = articles.get(address);
    if (article != null && !article.published().isAfter(clock.now())) {
      return page(article);
    }
    DemoFeed feed = feeds.get(address);
    if (feed != null) {
      return feed(feed, outlet);
    }
    DemoFeed elsewhere = moved.get(address);
    if (elsewhere != null) {
      return Reply.of(301, "text/html", new byte[0])
          .with("Location", home(host) + elsewhere.path().substring(1));
    }
    return furniture(outlet, host, path);
  }

  private Reply furniture(DemoOutlet outlet, String host, String path) {
    if (path.equals(outlet.sitemap())) {
      return dated(
          "application/xml",
          bytes(FeedPrinter.sitemap(outlet, listed(outlet, "main")), "utf-8"),
          newest(outlet));
    }
    return switch (path) {
      case "/robots.txt" -> Reply.of(200, "text/plain", bytes(robots(outlet, host), "utf-8"));
      case "/" -> front(outlet, host, outlet.name());
      default -> Reply.of(404, "text/html; charset=utf-8", bytes(notFound(outlet), "utf-8"));
    };
  }

  private Reply page(DemoArticle article) {
    DemoArticle.Version version = current(article);
    handedOut.add(article.id());
    String page = pages.print(article, version, home(article.outlet().host()));
    String charset = article.outlet().charset();
    return dated("text/html; charset=" + charset, bytes(page, charset), version.modified());
  }

  private Reply feed(DemoFeed feed, DemoOutlet outlet) {
    if (feed.trouble() == Trouble.BUSY) {
      return Reply.of(429, "text/plain", bytes("Too many requests. Come back later.\n", "utf-8"))
          .with("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (feed.format() == Format.HTML) {
      return front(outlet, feed.host(), feed.title() + " is taking a break");
    }
    String home = home(feed.host());
    String self = home + feed.path().substring(1);
    var entries = outlet.feeds().contains(feed) ? listed(outlet, feed) : List.<Listed>of();
    String document = FeedPrinter.print(feed, outlet, entries, home, self);
    if (feed.trouble() == Trouble.BROKEN) {
      document = FeedPrinter.brokenOff(document, feed.format());
    }
    String charset = feed.format() == Format.JSON ? "utf-8" : outlet.charset();
    return dated(
        feed.contentType() + "; charset=" + charset, bytes(document, charset), newest(outlet));
  }

  private List<Listed> listed(DemoOutlet outlet, DemoFeed feed) {
    return listed(outlet).stream().filter(entry -> feed.lists(entry.article())).toList();
  }

  private List<Listed> listed(DemoOutlet outlet, String select) {
    return listed(outlet).stream()
        .filter(entry -> entry.article().select().equals(select))
        .toList();
  }

  /** What the outlet has published by now, newest first. */
  private List<Listed> listed(DemoOutlet outlet) {
    Instant now = clock.now();
    return world.articles().stream()
        .filter(article -> article.outlet().id().equals(outlet.id()))
        .filter(article -> !article.published().isAfter(now))
        .sorted(Comparator.comparing(DemoArticle::published).reversed())
        .map(article -> new Listed(article, current(article), url(article)))
        .toList();
  }

  private DemoArticle.Version current(DemoArticle article) {
    DemoArticle.@Nullable Version second = article.second();
    return second != null && handedOut.contains(article.id()) ? second : article.first();
  }

  private Instant newest(DemoOutlet outlet) {
    return listed(outlet).stream()
        .map(entry -> entry.version().modified())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private Reply front(DemoOutlet outlet, String host, String title) {
    String links =
        outlet.feeds().stream()
            .filter(feed -> feed.trouble() == Trouble.NONE && feed.format() != Format.HTML)
            .map(feed ->
                "<link rel=\"alternate\" type=\"%s\" title=\"%s\" href=\"%s\">"
                    .formatted(feed.contentType(), Markup.html(feed.title()), feed.path()))
            .collect(Collectors.joining("\n"));
    String items =
        listed(outlet).stream()
            .map(entry ->
                "<li><a href=\"%s\">%s</a> <small>%s</small></li>"
                    .formatted(
                        Markup.html(entry.url()),
                        Markup.html(entry.title()),
                        Markup.html(entry.article().section())))
            .collect(Collectors.joining("\n"));
    String page =
        """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="utf-8"><title>%s</title>
        %s
        </head>
        <body><h1>%s</h1><p>%s</p>
        <ul>
        %s
        </ul>
        <p>%s is fictional and served by the Skep demo.</p></body>
        </html>
        """
            .formatted(
                outlet.language(),
                Markup.html(title),
                links,
                Markup.html(title),
                Markup.html(outlet.about()),
                items,
                Markup.html(home(host)));
    return Reply.of(200, "text/html; charset=utf-8", bytes(page, "utf-8"));
  }

  private String robots(DemoOutlet outlet, String host) {
    String sitemap = outlet.sitemap();
    return "User-agent: *\nDisallow: /search\n"
        + (sitemap == null ? "" : "\nSitemap: " + home(host) + sitemap.substring(1) + "\n");
  }

  private static String notFound(DemoOutlet outlet) {
    return "<!DOCTYPE html><html lang=\"en\"><title>Not found</title><h1>Not found</h1><p>"
        + Markup.html(outlet.name())
        + " has no such page.</p></html>";
  }

  private static Reply dated(String contentType, byte[] body, Instant modified) {
    return Reply.of(200, contentType, body)
        .with(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(
        charset.equals("utf-8") ? StandardCharsets.UTF_8 : Charset.forName(charset));
  }
}
