package org.skep.stories;

import java.util.List;

/**
 * What stories compares: the article as one sparse vector of terms, each knowing where it stood and
 * what it is. Terms are 32-bit hashes of stems, salted with the language, so that only articles in
 * one language meet; {@code crossKeys} are not salted and serve story groups. The arrays are shared
 * and never written again. About 9 bytes a term.
 *
 * @param seconds when, as stated or first seen
 * @param dated whether the article states it
 * @param words length of the text; 0 when there is a headline only
 * @param terms ascending
 * @param weights term frequency, dampened
 * @param marks what each term is: {@link #TITLE} and so on
 * @param units what is counted in the headline or the first words, ascending, with repetitions
 * @param amounts how many of each
 * @param crossKeys names as they sound, countries and leading numbers, alike in any language,
 *     ascending
 * @param names printed names, for reasons
 * @param nameTerms the term of each printed name
 * @param roundup whether it looks like several stories in one
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoryFeatures(
    long article,
    String language,
    long seconds,
    boolean dated,
    int words,
    int[] terms,
    float[] weights,
    byte[] marks,
    int[] units,
    float[] amounts,
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

  /** A day of the calendar. */
  public static final byte DAY = 64;

  /** A year. */
  public static final byte YEAR = (byte) 0x80;

  boolean is(int term, int mark) {
    return (marks[term] & mark) != 0;
  }

  boolean hasBody() {
    return words > 0;
  }

  /**
   * The same with these terms only.
   *
   * @param kept places, ascending
   */
  StoryFeatures only(int[] kept) {
    var keptTerms = new int[kept.length];
    var keptWeights = new float[kept.length];
    var keptMarks = new byte[kept.length];
    for (int i = 0; i < kept.length; i++) {
      keptTerms[i] = terms[kept[i]];
      keptWeights[i] = weights[kept[i]];
      keptMarks[i] = marks[kept[i]];
    }
    return new StoryFeatures(
        article,
        language,
        seconds,
        dated,
        words,
        keptTerms,
        keptWeights,
        keptMarks,
        units,
        amounts,
        crossKeys,
        names,
        nameTerms,
        roundup);
  }
}
