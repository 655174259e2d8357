package org.skep.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.model.Article;
import org.skep.model.Credit;
import org.skep.model.Post;
import org.skep.model.Stated;
import tools.jackson.databind.json.JsonMapper;

/** An extraction as the line that {@code skep extract} writes. Pure and thread-safe. */
public final class ExtractionJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ExtractionJson() {}

  /** One line of JSON, without the line's end. */
  public static String line(String id, Extraction extraction) {
    return MAPPER.writeValueAsString(fields(id, extraction));
  }

  /** The line's fields in order. */
  public static Map<String, @Nullable Object> fields(String id, Extraction extraction) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("id", id);
    switch (extraction) {
      case Extraction.Found found -> addArticle(found.article(), fields);
      case Extraction.NotAnArticle none -> {
        fields.put("notArticle", none.reason().label());
        fields.put("title", none.title());
        fields.put("published", iso(none.published()));
        fields.put("evidence", none.evidence());
      }
    }
    return fields;
  }

  private static void addArticle(Article article, Map<String, @Nullable Object> fields) {
    fields.put("title", article.title());
    fields.put("standfirst", article.standfirst());
    fields.put("byline", article.byline());
    fields.put("published", iso(article.published()));
    fields.put("modified", iso(article.modified()));
    fields.put("language", article.language());
    fields.put("text", article.text());
    fields.put(
        "related",
        article.related().stream()
            .map(link -> Map.of("title", link.title(), "url", link.url()))
            .toList());
    fields.put("origin", origin(article.credits()));
    fields.put("publisher", article.publisher());
    fields.put("paywalled", article.paywalled());
    fields.put(
        "dropped",
        article.dropped().stream()
            .map(one -> Map.of("class", one.kind().label(), "text", one.text()))
            .toList());
    if (!article.posts().isEmpty()) {
      fields.put("posts", article.posts().stream().map(ExtractionJson::post).toList());
    }
    fields.put("confidence", Math.round(article.confidence() * 1000) / 1000.0);
  }

  private static Map<String, Object> post(Post post) {
    return Map.of("after", post.after(), "at", post.at().iso());
  }

  /** The strongest credit's name; {@code null} when the page credits nobody. */
  private static @Nullable String origin(List<Credit> credits) {
    return credits.stream()
        .filter(credit -> credit.kind() != Credit.Kind.LINK)
        .findFirst()
        .map(Credit::name)
        .orElse(null);
  }

  private static @Nullable String iso(@Nullable Stated stated) {
    return stated == null ? null : stated.iso();
  }
}
