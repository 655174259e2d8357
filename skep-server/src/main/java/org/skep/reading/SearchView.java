package org.skep.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param query as typed
 * @param understood the parts of the query as they were read ("source: example.org")
 * @param problem why it could not be read; {@code null} when it could
 * @param total of all pages
 * @param page from 0
 */
public record SearchView(
    String query,
    List<String> understood,
    @Nullable String problem,
    long total,
    List<ArticleCard> hits,
    int page,
    boolean more) {
  public SearchView {
    understood = List.copyOf(understood);
    hits = List.copyOf(hits);
  }
}
