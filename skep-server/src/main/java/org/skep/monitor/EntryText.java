package org.skep.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.skep.language.LanguageIdentifier;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Entry;
import org.skep.model.Page;
import org.skep.url.HostKey;
import org.skep.url.Url;
import org.skep.url.UrlIdentity;

/** What a feed itself says about an article: sometimes all of it, sometimes a teaser. Pure. */
final class EntryText {
  /** Less than this is a teaser, not a text. */
  private static final int WHOLE_CHARS_MIN = 1_200;

  private static final String BLOCKS = "p, li, blockquote, h2, h3, h4, pre, div, td";

  private EntryText() {}

  /** Where its page is; empty without one, and for what is none of the web's: a script, a file. */
  static Optional<String> address(Entry entry) {
    return Optional.ofNullable(entry.url())
        .filter(url -> Url.parse(url).filter(Url::isHttp).isPresent());
  }

  /** Whether the feed gives only the beginning. */
  static boolean isTruncated(Entry entry) {
    String text = text(entry);
    String end = text.substring(Math.max(0, text.length() - 20)).strip().toLowerCase(Locale.ROOT);
    return text.length() < WHOLE_CHARS_MIN
        || end.endsWith("…")
        || end.endsWith("...")
        || end.endsWith("[…]")
        || end.endsWith("[...]");
  }

  /** The feed's own words as a page, for the extractor. */
  static Page page(Entry entry, String url, Instant now) {
    String title = entry.title() == null ? "" : Entities.escape(entry.title());
    String html =
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>"
            + title
            + "</title></head><body><article><h1>"
            + title
            + "</h1>"
            + html(entry)
            + "</article></body></html>";
    return new Page(
        url,
        Map.of("content-type", "text/html; charset=utf-8"),
        html.getBytes(StandardCharsets.UTF_8),
        now);
  }

  /** The feed's own words as an article as they are; empty when it gives none. */
  static Optional<Article> article(Entry entry, String url, Instant now) {
    String text = text(entry);
    String title = entry.title();
    if (title == null || title.isBlank()) {
      title = text.substring(0, Math.min(80, text.length()));
    }
    if (title.isBlank()) {
      return Optional.empty();
    }
    String words = text.isBlank() ? title : text;
    String language = entry.language();
    var plain =
        Article.of(
            id(entry, url),
            url,
            HostKey.ofAddress(url),
            title.strip(),
            words,
            language == null ? LanguageIdentifier.identify(words) : primary(language),
            entry.published(),
            now);
    return Optional.of(completed(plain, entry));
  }

  /** Without a page of its own it is known by its key: an address means nothing behind its #. */
  private static long id(Entry entry, String url) {
    return ArticleId.of(
        address(entry).isPresent()
            ? UrlIdentity.of(url).orElse(url)
            : url + " " + EntryMatcher.key(entry));
  }

  /** The article with what its page did not say and the feed does. */
  static Article completed(Article article, @Nullable Entry entry) {
    if (entry == null) {
      return article;
    }
    return new Article(
        address(entry).isPresent() ? article.id() : id(entry, article.url()),
        article.revision(),
        article.url(),
        article.outlet(),
        article.publisher(),
        article.title(),
        article.standfirst(),
        article.byline().isEmpty() ? entry.byline() : article.byline(),
        article.published() == null ? entry.published() : article.published(),
        article.modified() == null ? entry.updated() : article.modified(),
        article.firstSeen(),
        article.language(),
        article.text(),
        article.image() == null ? entry.image() : article.image(),
        article.paywalled(),
        article.related(),
        article.credits(),
        article.dropped(),
        article.posts(),
        article.reserved(),
        article.confidence());
  }

  /** What the feed says, as paragraphs. */
  static String text(Entry entry) {
    if (entry.contentHtml() == null && entry.contentText() != null) {
      return entry.contentText().strip();
    }
    var body = Jsoup.parseBodyFragment(html(entry)).body();
    body.select("script, style, iframe, form").remove();
    List<String> paragraphs = new ArrayList<>();
    for (Element block : body.select(BLOCKS)) {
      if (block.select(BLOCKS).size() == 1 && !block.text().isBlank()) {
        paragraphs.add(block.text());
      }
    }
    String joined = String.join("\n\n", paragraphs);
    String all = body.text();
    return joined.length() * 10 < all.length() * 9 ? all : joined; // text outside of any block
  }

  private static String html(Entry entry) {
    String content = entry.contentHtml();
    String text = entry.contentText();
    String summary = entry.summary();
    if (content != null && !content.isBlank()) {
      return content;
    }
    if (text != null && !text.isBlank()) {
      return "<p>" + Entities.escape(text).replace("\n\n", "</p><p>") + "</p>";
    }
    return summary == null ? "" : "<p>" + summary + "</p>";
  }

  private static String primary(String language) {
    return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
