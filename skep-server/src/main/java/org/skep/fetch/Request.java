package org.skep.fetch;

import java.util.Map;

/**
 * One thing to fetch.
 *
 * @param url absolute; a name and password in it are sent to that origin only
 * @param kind decides the size limit, the {@code Accept} header and whether robots.txt is asked
 * @param validators of the last good answer; {@link Validators#NONE} asks unconditionally
 * @param subscribers how many people read the feed here, for the publisher's statistics; 0 for what
 *     is no subscription
 * @param form fields to send with POST; empty for GET
 */
public record Request(
    String url, Kind kind, Validators validators, int subscribers, Map<String, String> form) {
  private static final int MIB = 1 << 20;

  /** What the answer will be used as. */
  public enum Kind {
    /** An address that a user subscribed to: robots.txt is for crawlers, so it is not asked. */
    FEED(
        16 * MIB,
        false,
        "application/rss+xml, application/atom+xml, application/feed+json,"
            + " application/rdf+xml;q=0.9, application/xml;q=0.8, application/json;q=0.8,"
            + " text/xml;q=0.8, text/html;q=0.5, */*;q=0.1"),
    PAGE(5 * MIB, true, "text/html, application/xhtml+xml, */*;q=0.1"),
    SITEMAP(16 * MIB, true, "application/xml, text/xml, text/plain;q=0.8, */*;q=0.1"),
    IMAGE(10 * MIB, false, "image/avif, image/webp, image/png, image/jpeg, image/gif, */*;q=0.1"),
    ROBOTS(512 * 1024, false, "text/plain, */*;q=0.1"),
    /** A form for a WebSub hub; what it answers is not read. */
    HUB(0, false, "*/*");

    private final int bytesMax;
    private final boolean asksRobots;
    private final String accept;

    Kind(int bytesMax, boolean asksRobots, String accept) {
      this.bytesMax = bytesMax;
      this.asksRobots = asksRobots;
      this.accept = accept;
    }

    /** The limit on the decoded body. */
    public int bytesMax() {
      return bytesMax;
    }

    boolean asksRobots() {
      return asksRobots;
    }

    String accept() {
      return accept;
    }
  }

  public Request {
    form = Map.copyOf(form);
  }

  /** A form, sent to a hub. */
  public static Request form(String url, Map<String, String> fields) {
    return new Request(url, Kind.HUB, Validators.NONE, 0, fields);
  }

  /** Whether it asks for something to be done; any 2xx says that it was accepted. */
  boolean isForm() {
    return kind == Kind.HUB;
  }

  /** An unconditional request. */
  public static Request of(String url, Kind kind) {
    return new Request(url, kind, Validators.NONE, 0, Map.of());
  }

  /** A request for a feed that so many people are subscribed to. */
  public static Request of(String url, Kind kind, Validators validators, int subscribers) {
    return new Request(url, kind, validators, subscribers, Map.of());
  }
}
