package org.skep.reading;

import java.util.List;

/**
 * How widely a story is reported.
 *
 * @param originals independent reports: lineages, not outlets
 * @param languages ISO 639-1, most frequent first
 */
public record Counts(int articles, int outlets, int originals, List<String> languages) {
  public Counts {
    languages = List.copyOf(languages);
  }

  /** Articles that repeat another one's words. */
  public int copies() {
    return Math.max(0, articles - originals);
  }
}
