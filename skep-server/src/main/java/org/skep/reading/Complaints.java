package org.skep.reading;

import org.skep.store.GoldenCases;
import org.skep.store.Store;

/** What users say about a text that was cut badly. Thread-safe. */
public final class Complaints {
  /** Longer texts are no articles. */
  public static final int TEXT_CHARS_MAX = 500_000;

  private final Store store;
  private final GoldenCases cases;

  Complaints(Store store) {
    this.store = store;
    this.cases = new GoldenCases(store.path());
  }

  /** What became of a report. */
  public enum Outcome {
    KEPT,
    /** The folder holds as many cases as it may. */
    FULL,
    /** The page's bytes are not kept, or no longer. */
    NO_PAGE
  }

  /** Keeps the article's page with the text that it should give, as a golden case. */
  public Outcome report(long article, String text) {
    return store.read(tx -> {
      var row = tx.articles().find(article);
      var page = tx.pages().present(article);
      if (row.isEmpty() || page.isEmpty() || text.length() > TEXT_CHARS_MAX) {
        return Outcome.NO_PAGE;
      }
      String expected = text.strip().replace("\r\n", "\n");
      return cases.keep(article, page.get(), row.get().title(), expected)
          ? Outcome.KEPT
          : Outcome.FULL;
    });
  }
}
