package org.skep.reading;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.skep.store.PersonRows;

/** How one printing of a quote relates to another. */
public enum Wording {
  SAME,
  TRUNCATED,
  ALTERED;

  private static final int TRUNCATED_WORDS_MIN = 4;
  private static final int ALTERED_WORDS_MIN = 6;
  private static final int WORDS_MAX = 300;
  private static final double ALTERED_SHARE_MIN = 0.7;

  /** As the interface's words spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Letters and digits alone: two printings of the same words differ in marks and spaces. */
  static List<String> words(String printed) {
    String bare = PersonRows.fold(printed).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    List<String> words = List.of(bare.split(" ", -1));
    return words.subList(0, Math.min(words.size(), WORDS_MAX));
  }

  /**
   * Of the other one against the whole; empty when they are different quotes. Quadratic in their
   * words, which are at most {@value #WORDS_MAX}.
   */
  static Optional<Wording> of(List<String> whole, List<String> other) {
    if (whole.equals(other)) {
      return Optional.of(SAME);
    }
    if (other.size() >= TRUNCATED_WORDS_MIN && Collections.indexOfSubList(whole, other) >= 0) {
      return Optional.of(TRUNCATED);
    }
    int longer = Math.max(whole.size(), other.size());
    int shorter = Math.min(whole.size(), other.size());
    if (shorter < ALTERED_WORDS_MIN || shorter < ALTERED_SHARE_MIN * longer) {
      return Optional.empty();
    }
    return common(whole, other) >= ALTERED_SHARE_MIN * longer
        ? Optional.of(ALTERED)
        : Optional.empty();
  }

  /** Length of the longest common subsequence. */
  private static int common(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String word : a) {
      int diagonal = 0;
      for (int j = 0; j < b.size(); j++) {
        int above = row[j + 1];
        row[j + 1] = word.equals(b.get(j)) ? diagonal + 1 : Math.max(above, row[j]);
        diagonal = above;
      }
    }
    return row[b.size()];
  }
}
