package org.skep.index;

import java.util.List;

/**
 * What a search found.
 *
 * @param total how many articles match in all; beyond 1,000 a lower bound
 * @param warnings what of the query was not understood
 */
public record SearchResult(List<Hit> hits, long total, List<String> warnings) {
  public SearchResult {
    hits = List.copyOf(hits);
    warnings = List.copyOf(warnings);
  }

  /** An article, and the words that show why it was found. */
  public record Hit(long article, Snippet title, Snippet text) {}

  /** In which order hits come. */
  public enum Order {
    NEWEST,
    BEST
  }
}
