package org.skep.quotes;

import java.util.List;
import org.skep.model.Article;
import org.skep.model.Mention;
import org.skep.model.Quote;
import org.skep.model.Speaker;

/** Finds who said what in one article. Pure and thread-safe, linear in the text. */
public final class QuoteFinder {
  /**
   * The quotes in order of position, and everybody they name.
   *
   * @param quotes each names a speaker of {@code speakers}, or nobody
   */
  public record Statements(List<Quote> quotes, List<Speaker> speakers) {
    public Statements {
      quotes = List.copyOf(quotes);
      speakers = List.copyOf(speakers);
    }
  }

  /** All statements of the article. */
  public Statements find(Article article, List<Mention> mentions) {
    return new Statements(List.of(), List.of());
  }
}
