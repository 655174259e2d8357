package org.skep.monitor;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Feeds as the tests write them. */
final class Rss {
  static final String XML = "Content-Type: application/rss+xml";

  private Rss() {}

  /**
   * One item.
   *
   * @param guid {@code null} for none
   * @param link {@code null} for none
   * @param date as printed; {@code null} for none
   */
  record Item(
      @Nullable String guid,
      @Nullable String link,
      String title,
      String text,
      @Nullable String date) {
    Item dated(String printed) {
      return new Item(guid, link, title, text, printed);
    }

    @Override
    public String toString() {
      return "<item>"
          + element("guid", guid)
          + element("link", link)
          + element("title", title)
          + element("description", text)
          + element("pubDate", date)
          + "</item>";
    }
  }

  static Item item(@Nullable String guid, @Nullable String link, String title, String text) {
    return new Item(guid, link, title, text, null);
  }

  /** An item that is known by its number. */
  static Item item(int number) {
    return item("g" + number, null, "Item " + number, "Text of item " + number + ".");
  }

  static String feed(Item... items) {
    return feedWith("", items);
  }

  /** A feed that also says this of itself. */
  static String feedWith(String channel, Item... items) {
    return "<?xml version='1.0'?><rss version='2.0'"
        + " xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
        + "<title>The A</title><link>https://a.test/</link><description>d</description>"
        + channel
        + Arrays.stream(items).map(Item::toString).collect(Collectors.joining())
        + "</channel></rss>";
  }

  private static String element(String name, @Nullable String value) {
    return value == null ? "" : "<" + name + ">" + value + "</" + name + ">";
  }
}
