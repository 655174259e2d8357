package org.skep.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Quote;
import org.skep.reading.ArticleView.Change;

/**
 * What somebody said, with the sentence that says so.
 *
 * @param opening what opens indirect words ("denied", "did not say"); empty for none
 * @param words the said words
 * @param told who passes the words on, when a speaker quotes another; {@code null} for none
 * @param carriers other articles with these words, earliest first
 * @param confidence 0 to 1, that words and speaker are right
 */
public record QuoteView(
    Quote.Type type,
    String opening,
    String words,
    String language,
    @Nullable String told,
    Evidence evidence,
    List<Carrier> carriers,
    double confidence) {
  public QuoteView {
    carriers = List.copyOf(carriers);
  }

  /** Carriers whose wording differs from the one shown. */
  public long differing() {
    return carriers.stream().filter(carrier -> carrier.wording() != Wording.SAME).count();
  }

  /**
   * Another article with the quote.
   *
   * @param begin where the words begin in its text
   * @param changes word by word against the wording shown; empty when it is the same
   */
  public record Carrier(
      ArticleRef article, int begin, int end, Wording wording, List<Change> changes) {
    public Carrier {
      changes = List.copyOf(changes);
    }
  }
}
