package org.skep.bench.feeds;

import java.util.Random;

/** Feeds as a news site serves them, from a seed. */
final class MadeFeed {
  private static final String[] WORDS =
      ("the bridge council harbour winter spring budget mayor debate river train station music"
              + " evening report morning visitors garden school library decided opened closed said")
          .split(" ");

  private MadeFeed() {}

  static String rss(Random random, int items) {
    var out = new StringBuilder(items * 1_200);
    out.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>The Gazette</title><link>https://gazette.example/</link>
        <description>News of the valley</description><language>en</language><ttl>60</ttl>
        """);
    for (int i = 0; i < items; i++) {
      int number = random.nextInt(1_000_000);
      out.append("<item><title>").append(words(random, 8)).append(" &amp; more</title>\n<link>");
      out.append("https://gazette.example/news/").append(number).append("</link>\n<guid>");
      out.append("https://gazette.example/?p=").append(number).append("</guid>\n");
      out.append("<pubDate>Mon, 02 Mar 2026 ").append("%02d".formatted(i % 24));
      out.append(":15:00 +0000</pubDate>\n<dc:creator><![CDATA[Ada Holm]]></dc:creator>\n");
      out.append("<category><![CDATA[Politics]]></category><category>Town</category>\n");
      out.append("<description>").append(words(random, 30)).append(" &#8230;</description>\n");
      out.append("<content:encoded><![CDATA[");
      for (int p = 1 + random.nextInt(3); p > 0; p--) {
        out.append("<p>").append(words(random, 50)).append(" <a href=\"/more/").append(p);
        out.append("\">more</a>.</p>\n");
      }
      out.append("]]></content:encoded>\n<media:content url=\"https://gazette.example/i/");
      out.append(number).append(".jpg\" type=\"image/jpeg\" medium=\"image\"/>\n</item>\n");
    }
    return out.append("</channel></rss>").toString();
  }

  private static String words(Random random, int count) {
    var out = new StringBuilder(count * 7);
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return out.toString();
  }
}
