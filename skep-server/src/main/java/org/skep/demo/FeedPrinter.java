package org.skep.demo;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.skep.demo.DemoFeed.Format;

/**
 * Prints feeds and the news sitemap, newest article first, in the dialects the outlets use: RSS 2.0
 * with content:encoded, Atom, JSON Feed 1.1, RSS 1.0 (RDF), Google's news sitemap.
 */
final class FeedPrinter {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"%s\"?>\n";

  private FeedPrinter() {}

  /** The whole document; the self is the feed's own address. */
  static String print(
      DemoFeed feed, DemoOutlet outlet, List<Listed> articles, String home, String self) {
    return switch (feed.format()) {
      case RSS -> rss(feed, outlet, articles, home, self);
      case ATOM -> atom(feed, articles, home, self);
      case JSON -> json(feed, outlet, articles, home, self);
      case RDF -> rdf(feed, outlet, articles, home, self);
      case HTML -> throw new IllegalArgumentException(self + ": HTML is not a feed");
    };
  }

  private static String rss(
      DemoFeed feed, DemoOutlet outlet, List<Listed> articles, String home, String self) {
    return XML.formatted(outlet.charset())
        + """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"\
         xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel>
        <title>%s</title>
        <link>%s</link>
        <atom:link href="%s" rel="self" type="application/rss+xml"/>
        <description>%s</description>
        <language>%s</language>
        """
            .formatted(
                Markup.html(feed.title()),
                home,
                self,
                Markup.html(outlet.about()),
                outlet.language())
        + each(articles, article -> rssItem(feed, article, home))
        + "</channel>\n</rss>\n";
  }

  private static String rssItem(DemoFeed feed, Listed listed, String home) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            listed.article().published().atZone(Dateline.ZONE));
    return """
    <item>
    <title>%s</title>
    <link>%s</link>
    <guid isPermaLink="false">%s?p=%d</guid>
    <pubDate>%s</pubDate>
    <dc:creator>%s</dc:creator>
    <category>%s</category>
    <description>%s</description>
    %s</item>
    """
        .formatted(
            Markup.html(listed.title()),
            Markup.html(listed.url()),
            home,
            listed.article().number(),
            date,
            Markup.html(listed.article().byline()),
            Markup.html(listed.article().section()),
            Markup.html(listed.teaser()),
            feed.full()
                ? "<content:encoded><![CDATA[" + listed.content() + "]]></content:encoded>\n"
                : "");
  }

  private static String atom(DemoFeed feed, List<Listed> articles, String home, String self) {
    String updated = articles.isEmpty() ? "1970-01-01T00:00:00Z" : articles.getFirst().published();
    return XML.formatted("utf-8")
        + """
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title>%s</title>
        <id>%s</id>
        <link rel="self" href="%s"/>
        <link rel="alternate" type="text/html" href="%s"/>
        <updated>%s</updated>
        """
            .formatted(Markup.html(feed.title()), self, self, home, updated)
        + each(articles, article -> atomEntry(feed, article, home))
        + "</feed>\n";
  }

  private static String atomEntry(DemoFeed feed, Listed listed, String home) {
    return """
    <entry>
    <title>%s</title>
    <id>%s#%d</id>
    <link rel="alternate" type="text/html" href="%s"/>
    <published>%s</published>
    <updated>%s</updated>
    <author><name>%s</name></author>
    <category term="%s"/>
    <summary>%s</summary>
    %s</entry>
    """
        .formatted(
            Markup.html(listed.title()),
            home,
            listed.article().number(),
            Markup.html(listed.url()),
            listed.published(),
            listed.modified(),
            Markup.html(listed.article().byline()),
            Markup.html(listed.article().section()),
            Markup.html(listed.teaser()),
            feed.full()
                ? "<content type=\"html\">" + Markup.html(listed.content()) + "</content>\n"
                : "");
  }

  private static String json(
      DemoFeed feed, DemoOutlet outlet, List<Listed> articles, String home, String self) {
    return """
    {"version":"https://jsonfeed.org/version/1.1","title":"%s","home_page_url":"%s",\
    "feed_url":"%s","language":"%s","items":[
    """
            .formatted(Markup.json(feed.title()), home, self, outlet.language())
        + articles.stream()
            .map(article -> jsonItem(feed, article))
            .collect(Collectors.joining(",\n"))
        + "\n]}\n";
  }

  private static String jsonItem(DemoFeed feed, Listed listed) {
    return """
    {"id":"%s","url":"%s","title":"%s","summary":"%s",%s"date_published":"%s",\
    "date_modified":"%s","authors":[{"name":"%s"}],"tags":["%s"]}\
    """
        .formatted(
            Markup.json(listed.url()),
            Markup.json(listed.url()),
            Markup.json(listed.title()),
            Markup.json(listed.teaser()),
            feed.full() ? "\"content_html\":\"" + Markup.json(listed.content()) + "\"," : "",
            listed.published(),
            listed.modified(),
            Markup.json(listed.article().byline()),
            Markup.json(listed.article().section()));
  }

  private static String rdf(
      DemoFeed feed, DemoOutlet outlet, List<Listed> articles, String home, String self) {
    return XML.formatted(outlet.charset())
        + """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\
         xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="%s">
        <title>%s</title>
        <link>%s</link>
        <description>%s</description>
        <dc:language>%s</dc:language>
        <items><rdf:Seq>
        """
            .formatted(
                self,
                Markup.html(feed.title()),
                home,
                Markup.html(outlet.about()),
                outlet.language())
        + each(
            articles, article -> "<rdf:li rdf:resource=\"" + Markup.html(article.url()) + "\"/>\n")
        + "</rdf:Seq></items>\n</channel>\n"
        + each(articles, FeedPrinter::rdfItem)
        + "</rdf:RDF>\n";
  }

  private static String rdfItem(Listed listed) {
    return """
    <item rdf:about="%s">
    <title>%s</title>
    <link>%s</link>
    <description>%s</description>
    <dc:date>%s</dc:date>
    <dc:creator>%s</dc:creator>
    <dc:subject>%s</dc:subject>
    </item>
    """
        .formatted(
            Markup.html(listed.url()),
            Markup.html(listed.title()),
            Markup.html(listed.url()),
            Markup.html(listed.teaser()),
            listed.published(),
            Markup.html(listed.article().byline()),
            Markup.html(listed.article().section()));
  }

  /** The news sitemap of an outlet without feeds. */
  static String sitemap(DemoOutlet outlet, List<Listed> articles) {
    return XML.formatted("UTF-8")
        + """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"\
         xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        """
        + each(
            articles,
            article ->
                """
                <url>
                <loc>%s</loc>
                <lastmod>%s</lastmod>
                <news:news>
                <news:publication><news:name>%s</news:name><news:language>%s</news:language>\
                </news:publication>
                <news:publication_date>%s</news:publication_date>
                <news:title>%s</news:title>
                </news:news>
                </url>
                """
                    .formatted(
                        Markup.html(article.url()),
                        article.modified(),
                        Markup.html(outlet.name()),
                        outlet.language(),
                        article.published(),
                        Markup.html(article.title())))
        + "</urlset>\n";
  }

  /** The document as far as the connection, or the program that wrote it, held. */
  static String brokenOff(String document, Format format) {
    String end = format == Format.ATOM ? "</entry>" : "</item>";
    int last = document.lastIndexOf(end);
    return document.substring(0, last + end.length())
        + "\n<item>\n<title>Postponed: an evening of sea shanties at the Ostrel Op";
  }

  private static String each(
      List<Listed> articles, java.util.function.Function<Listed, String> print) {
    return articles.stream().map(print).collect(Collectors.joining());
  }
}
