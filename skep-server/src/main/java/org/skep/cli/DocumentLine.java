package org.skep.cli;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.ArrivalClock;
import org.skep.date.Dates;
import org.skep.language.LanguageIdentifier;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Stated;
import org.skep.url.HostKey;
import tools.jackson.databind.JsonNode;

/**
 * A line of a data set as an article: {@code {id, url?, source?, published?, language?, title?,
 * text}}. What a line does not say is absent, not invented; a headline of its own is needed only
 * because every article has one.
 */
final class DocumentLine {
  private static final String UNTITLED = "(untitled)";

  private DocumentLine() {}

  /** The article; it was first seen when it claims, or at the epoch when it claims nothing. */
  static Article alone(JsonNode line) {
    Stated published = published(line);
    return article(line, published, published == null ? Instant.EPOCH : published.instant());
  }

  /** The article as the next one of a stream. */
  static Article arriving(JsonNode line, ArrivalClock clock) {
    Stated published = published(line);
    return article(line, published, clock.seen(published));
  }

  private static Article article(JsonNode line, @Nullable Stated published, Instant seen) {
    String id = line.path("id").asString("");
    String url = line.path("url").asString("");
    String title = line.path("title").asString("").strip();
    String text = line.path("text").asString("");
    String language = line.path("language").asString("");
    return Article.of(
        ArticleId.of(id),
        url.isEmpty() ? "urn:skep:" + id : url,
        line.path("source").asString(url.isEmpty() ? "" : HostKey.ofAddress(url)),
        title.isEmpty() ? UNTITLED : title,
        text,
        language.isEmpty() ? LanguageIdentifier.identify(title + "\n\n" + text) : language,
        published,
        seen);
  }

  private static @Nullable Stated published(JsonNode line) {
    return Optional.ofNullable(line.path("published").asString(null))
        .flatMap(Dates::parse)
        .orElse(null);
  }
}
