package org.skep.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An original report and everything that repeats its words.
 *
 * @param original the earliest article of these words
 * @param elsewhere the origin it credits and Skep never fetched; {@code null} when it is its own
 *     origin
 * @param reasons why it belongs to the story
 * @param copies in order of arrival
 */
public record Lineage(
    ArticleRef original,
    boolean read,
    boolean starred,
    @Nullable UnseenOrigin elsewhere,
    List<String> reasons,
    List<CopyView> copies) {
  public Lineage {
    reasons = List.copyOf(reasons);
    copies = List.copyOf(copies);
  }

  /** An origin that is named and was never seen. */
  public record UnseenOrigin(String name, String evidence) {}
}
