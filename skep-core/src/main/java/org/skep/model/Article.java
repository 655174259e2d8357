package org.skep.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter wrote, and nothing the site glued to it.
 *
 * @param id from {@link ArticleId}: the same page has the same id for ever
 * @param revision 0 for the first version seen, then 1, 2 ...
 * @param url the canonical address when it lies on the page's own site, else the fetched one
 * @param outlet the host key of the publisher's site ("example.org")
 * @param publisher the outlet's name as printed; {@code null} when the page names none
 * @param standfirst the summary above the text; {@code null} when there is none
 * @param byline the authors as printed, cleaned of "By", roles and outlets
 * @param published {@code null} when the page does not say
 * @param modified {@code null} when the page does not say
 * @param firstSeen when Skep first fetched it
 * @param language ISO 639-1, "und" when unknown
 * @param text paragraphs joined by a blank line; every {@link Span} counts in it
 * @param image the lead image's address; {@code null} when there is none
 * @param paywalled whether the text is only the visible part
 * @param related other articles the page offers
 * @param credits evidence for an origin elsewhere
 * @param dropped what was cut
 * @param posts where the posts of a live blog begin, from the top; empty for other articles
 * @param reserved what the publisher forbids beyond private reading: of noarchive, nosnippet,
 *     noindex, tdm
 * @param confidence 0 to 1, that this text is the article and nothing else
 */
public record Article(
    long id,
    int revision,
    String url,
    String outlet,
    @Nullable String publisher,
    String title,
    @Nullable String standfirst,
    List<String> byline,
    @Nullable Stated published,
    @Nullable Stated modified,
    Instant firstSeen,
    String language,
    String text,
    @Nullable String image,
    boolean paywalled,
    List<Link> related,
    List<Credit> credits,
    List<Dropped> dropped,
    List<Post> posts,
    List<String> reserved,
    double confidence) {
  public Article {
    if (title.isBlank()) {
      throw new IllegalArgumentException("article without a title: " + url);
    }
    byline = List.copyOf(byline);
    related = List.copyOf(related);
    credits = List.copyOf(credits);
    dropped = List.copyOf(dropped);
    posts = posts == null ? List.of() : List.copyOf(posts); // null from bytes older than posts
    reserved = List.copyOf(reserved);
  }

  /** A piece of this revision. */
  public Span span(int begin, int end) {
    return new Span(id, revision, begin, end);
  }

  /** The same words as another revision, first seen when the first revision was. */
  public Article asRevision(int number, Instant seenFirst) {
    return new Article(
        id,
        number,
        url,
        outlet,
        publisher,
        title,
        standfirst,
        byline,
        published,
        modified,
        seenFirst,
        language,
        text,
        image,
        paywalled,
        related,
        credits,
        dropped,
        posts,
        reserved,
        confidence);
  }

  /** The same article after a better cut of its page. */
  public Article recut(Article cleaner) {
    return new Article(
        id,
        revision,
        url,
        outlet,
        publisher,
        title,
        standfirst,
        byline,
        published,
        modified,
        firstSeen,
        language,
        cleaner.text,
        image,
        paywalled,
        cleaner.related,
        credits,
        cleaner.dropped,
        cleaner.posts,
        reserved,
        confidence);
  }

  /** An article with nothing but what a line of a data set has; everything else is absent. */
  public static Article of(
      long id,
      String url,
      String outlet,
      String title,
      String text,
      String language,
      @Nullable Stated published,
      Instant firstSeen) {
    return new Article(
        id, 0, url, outlet, null, title, null, List.of(), published, null, firstSeen, language,
        text, null, false, List.of(), List.of(), List.of(), List.of(), List.of(), 1);
  }

  /** The stated time where there is one, else when it was first seen. */
  public Instant dated() {
    Stated stated = published;
    return stated == null || stated.instant().isAfter(firstSeen) ? firstSeen : stated.instant();
  }
}
