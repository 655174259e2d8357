package org.skep.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Quote;

/**
 * What somebody said, with the sentence that says so.
 *
 * @param words the said words
 * @param told who passes the words on, when a speaker quotes another; {@code null} for none
 * @param carriers other articles with the same words
 * @param confidence 0 to 1, that words and speaker are right
 */
public record QuoteView(
    Quote.Type type,
    String words,
    String language,
    @Nullable String told,
    Evidence evidence,
    List<ArticleRef> carriers,
    double confidence) {
  public QuoteView {
    carriers = List.copyOf(carriers);
  }
}
