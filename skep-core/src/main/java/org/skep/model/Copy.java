package org.skep.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an article's words come from. An article that copies nobody is its own group's ORIGINAL.
 *
 * @param group the lineage: the id of its first member, kept when the root changes
 * @param origin the article it was copied from, nearest the root; {@code null} for an original and
 *     when that was never fetched
 * @param origins all origins with their evidence; a credited outlet Skep never fetched has no
 *     article
 * @param retitled whether it is a copy under another headline
 * @param inOrigin share of its word 5-grams found in the origin
 * @param ofOrigin share of the origin's word 5-grams found in it
 * @param passages the matching passages, for display
 * @param alterations numbers and quotes that are not as the origin has them
 */
public record Copy(
    long article,
    long group,
    @Nullable Long origin,
    List<Origin> origins,
    Kind kind,
    boolean retitled,
    double inOrigin,
    double ofOrigin,
    List<Passage> passages,
    List<Alteration> alterations) {
  public Copy {
    origins = List.copyOf(origins);
    passages = List.copyOf(passages);
    // rows stored before alterations were noted have none
    alterations = alterations == null ? List.of() : List.copyOf(alterations);
  }

  /** It copies nobody. */
  public static Copy original(long article, long group, List<Origin> credited) {
    return new Copy(
        article, group, null, credited, Kind.ORIGINAL, false, 0, 0, List.of(), List.of());
  }

  /** How the words were taken over. */
  public enum Kind {
    ORIGINAL,
    VERBATIM,
    TRIMMED,
    STITCHED,
    REWRITTEN;

    /** As outputs spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One place the words come from.
   *
   * @param article {@code null} when Skep never fetched it
   * @param name the outlet
   * @param evidence why, in words a reader understands ("credits Reuters in its dateline")
   */
  public record Origin(@Nullable Long article, String name, String evidence) {}

  /** The same passage in the copy and in its origin. */
  public record Passage(Span here, Span there) {}

  /** The words that stand here in place of those there. */
  public record Alteration(What what, Span here, Span there) {
    /** What was changed. */
    public enum What {
      QUOTE,
      NUMBER
    }
  }
}
