package org.skep.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.store.ArticleRow;
import org.skep.store.QuoteRow;

/**
 * What may leave: an article with {@code noindex} is left out, {@code nosnippet}, {@code noarchive}
 * and {@code tdm} leave it without a summary.
 */
final class Outward {
  private static final List<String> NO_SUMMARY = List.of("nosnippet", "noarchive", "tdm");

  private final Lookup lookup;

  Outward(Lookup lookup) {
    this.lookup = lookup;
  }

  List<OutwardFeed.Item> articles(List<ArticleRow> rows) {
    return rows.stream()
        .filter(Outward::mayLeave)
        .map(row ->
            new OutwardFeed.Item(
                "article/" + row.id(),
                row.title(),
                row.url(),
                lookup.outlet(row).name(),
                row.dated(),
                row.language(),
                summary(row)))
        .toList();
  }

  /** A story goes by the headline of one article: one that may leave. */
  List<OutwardFeed.Item> stories(List<StoryCard> cards) {
    return cards.stream()
        .filter(card -> lookup.row(card.leading().id()).filter(Outward::mayLeave).isPresent())
        .map(Outward::story)
        .toList();
  }

  private static OutwardFeed.Item story(StoryCard card) {
    return new OutwardFeed.Item(
        "story/" + card.id(),
        card.title(),
        "/story/" + card.id(),
        null,
        card.lastChange(),
        card.language(),
        null);
  }

  /** A quote as an entry; empty when its article may not leave. */
  Optional<OutwardFeed.Item> quote(QuoteRow quote, String speaker) {
    return lookup
        .row(quote.article())
        .filter(row -> mayLeave(row) && mayBeQuoted(row))
        .map(row ->
            new OutwardFeed.Item(
                "quote/" + row.id() + "/" + quote.index(),
                Lookup.shorten(speaker + ": " + quote.words(), OutwardFeed.SUMMARY_MAX),
                row.url(),
                lookup.outlet(row).name(),
                row.dated(),
                row.language(),
                null));
  }

  private @Nullable String summary(ArticleRow row) {
    String excerpt = mayBeQuoted(row) ? lookup.excerpt(row) : "";
    return excerpt.isEmpty() ? null : Lookup.shorten(excerpt, OutwardFeed.SUMMARY_MAX);
  }

  private static boolean mayLeave(ArticleRow row) {
    return !row.reserved().contains("noindex");
  }

  private static boolean mayBeQuoted(ArticleRow row) {
    return row.reserved().stream().noneMatch(NO_SUMMARY::contains);
  }
}
