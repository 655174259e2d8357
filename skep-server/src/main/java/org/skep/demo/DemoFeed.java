package org.skep.demo;

import java.util.Locale;

/**
 * A feed of the demo press, as one line of an outlet's file says it: {@code path | format | full or
 * truncated | which articles | title | trouble}.
 *
 * @param path where the feed itself stands
 * @param full whether it carries the whole text
 * @param select "main", the name in an article's "feed" line, or a section
 * @param subscribed the path that readers have: not {@link #path} when the feed has moved
 */
record DemoFeed(
    String host,
    String path,
    Format format,
    boolean full,
    String select,
    String title,
    Trouble trouble,
    String subscribed) {

  /** What it is written in. */
  enum Format {
    RSS,
    ATOM,
    JSON,
    RDF,
    /** Not a feed at all. */
    HTML
  }

  /** What goes wrong when it is asked for. */
  enum Trouble {
    NONE,
    /** The document breaks off within an entry. */
    BROKEN,
    /** 429 with Retry-After. */
    BUSY,
    /** 301 from the address that readers have. */
    MOVED
  }

  static DemoFeed parse(String outletHost, String line) {
    String[] parts = line.split(" \\| ");
    String path = parts[0];
    String host = outletHost;
    if (path.startsWith("//")) {
      int slash = path.indexOf('/', 2);
      host = path.substring(2, slash);
      path = path.substring(slash);
    }
    String trouble = parts.length > 5 ? parts[5] : "none";
    String subscribed = trouble.startsWith("moved from ") ? trouble.substring(11) : path;
    return new DemoFeed(
        host,
        path,
        Format.valueOf(parts[1].toUpperCase(Locale.ROOT)),
        parts[2].equals("full"),
        parts[3],
        parts[4],
        Trouble.valueOf(trouble.split(" ")[0].toUpperCase(Locale.ROOT)),
        subscribed);
  }

  boolean lists(DemoArticle article) {
    return select.equals(article.select()) || select.equals(article.section());
  }

  String contentType() {
    return switch (format) {
      case RSS -> "application/rss+xml";
      case ATOM -> "application/atom+xml";
      case JSON -> "application/feed+json";
      case RDF -> "application/rdf+xml";
      case HTML -> "text/html";
    };
  }
}
