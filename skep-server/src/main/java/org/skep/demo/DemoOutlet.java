package org.skep.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fictional publisher: how its addresses, feeds and pages look. One file of {@code demo/outlets}.
 *
 * @param about one line about itself
 * @param path its articles' addresses, with {@code {slug}}, {@code {number}}, {@code {section}},
 *     {@code {date}}
 * @param paragraph how a paragraph is marked up
 * @param live how an entry of a live page is marked up; empty when it has none
 * @param sitemap path of its news sitemap; {@code null} when it has none
 * @param page template of an article's page
 */
record DemoOutlet(
    String id,
    String name,
    String host,
    String about,
    String language,
    String folder,
    String charset,
    String path,
    String paragraph,
    String live,
    List<DemoFeed> feeds,
    @Nullable String sitemap,
    String page) {
  DemoOutlet {
    feeds = List.copyOf(feeds);
  }

  static DemoOutlet of(String id, Sheet sheet) {
    return new DemoOutlet(
        id,
        sheet.one("name"),
        sheet.one("host"),
        sheet.one("about"),
        sheet.one("language"),
        sheet.one("folder"),
        sheet.find("charset").orElse("utf-8"),
        sheet.one("path"),
        sheet.one("paragraph"),
        sheet.orEmpty("live"),
        sheet.all("feed").stream().map(line -> DemoFeed.parse(sheet.one("host"), line)).toList(),
        sheet.find("sitemap").orElse(null),
        sheet.body());
  }

  /** The feed an ordinary reader would subscribe to. */
  Optional<DemoFeed> mainFeed() {
    return feeds.stream().filter(feed -> feed.select().equals("main")).findFirst();
  }

  String pathOf(DemoArticle article) {
    LocalDate day = article.published().atZone(Dateline.ZONE).toLocalDate();
    return path.replace("{slug}", article.slug())
        .replace("{number}", Integer.toString(article.number()))
        .replace("{section}", Slug.of(article.section()))
        .replace("{date}", day.toString().replace('-', '/'));
  }

  /** The language as a locale tag prints it. */
  Locale locale() {
    return Locale.of(language);
  }
}
