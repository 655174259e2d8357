package org.skep.stories;

import java.util.List;

/**
 * What stories compares: the article as one sparse vector of terms, each knowing where it stood and
 * what it is. Terms are 32-bit hashes of stems, salted with the language, so that only articles in
 * one language meet; {@code crossKeys} are not salted and serve story groups. The arrays are shared
 * and never written again. About 12 bytes a term.
 *
 * @param outlet hash of the outlet
 * @param seconds when, as stated or first seen
 * @param words length of the text; 0 when there is a headline only
 * @param terms ascending
 * @param weights term frequency, dampened
 * @param marks what each term is: {@link #TITLE} and so on
 * @param crossKeys names, numbers and places that any language spells alike, ascending
 * @param names printed names, for reasons
 * @param nameTerms the term of each printed name
 * @param roundup whether it looks like several stories in one
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoryFeatures(
    long article,
    int outlet,
    String language,
    long seconds,
    int words,
    int[] terms,
    float[] weights,
    byte[] marks,
    int[] crossKeys,
    List<String> names,
    int[] nameTerms,
    boolean roundup) {
  /** Stands in the headline. */
  public static final byte TITLE = 1;

  /** Stands in the first words of the text. */
  public static final byte LEAD = 2;

  /** A word of a name. */
  public static final byte NAME = 4;

  /** A name of two words. */
  public static final byte FULL = 8;

  /** A number together with what it counts. */
  public static final byte NUMBER = 16;

  /** What a number counts, without the number. */
  public static final byte UNIT = 32;

  boolean is(int term, int mark) {
    return (marks[term] & mark) != 0;
  }

  boolean hasBody() {
    return words > 0;
  }
}
