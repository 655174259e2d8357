package org.skep.copies;

/**
 * What two articles have in common. The arrays are never written again.
 *
 * @param other the earlier article's number
 * @param chance that both have the same words from the same pen
 * @param source logarithm of the odds that the earlier one is the source, not the later
 * @param in share of the later one's 5-grams found in the earlier one, stock phrases counting less
 * @param of the same the other way
 * @param rawIn the same with all 5-grams counting alike: what is shown
 * @param rawOf the same the other way
 * @param passages four numbers each: begin and end in the later one, begin and end in the earlier
 * @param alterations the same, and before them what was altered, see {@link Alterations}
 * @param covered which words of the later one are shared; empty once it is stored
 */
@SuppressWarnings("ArrayRecordComponent")
public record Match(
    int other,
    double chance,
    double source,
    double in,
    double of,
    double rawIn,
    double rawOf,
    int[] passages,
    int[] alterations,
    boolean[] covered) {
  static final int[] NO_SPANS = {};
  static final boolean[] NO_WORDS = {};

  /** How much both have in common, of either. */
  double likeness() {
    return (in + of + rawIn + rawOf) / 4;
  }

  /** Which match joins an article to a lineage: the same pen first of all, then most in common. */
  double worth() {
    return likeness() + chance;
  }

  Match withoutPassages() {
    return new Match(other, chance, source, in, of, rawIn, rawOf, NO_SPANS, NO_SPANS, NO_WORDS);
  }

  Match stored() {
    return new Match(other, chance, source, in, of, rawIn, rawOf, passages, alterations, NO_WORDS);
  }

  /** The same seen from the other side. */
  Match reversed(int later) {
    return new Match(
        later,
        chance,
        -source,
        of,
        in,
        rawOf,
        rawIn,
        turned(passages, 0, 4),
        turned(alterations, 1, Alterations.STEP),
        covered);
  }

  private static int[] turned(int[] spans, int from, int step) {
    int[] turned = spans.clone();
    for (int i = from; i < spans.length; i += step) {
      turned[i] = spans[i + 2];
      turned[i + 1] = spans[i + 3];
      turned[i + 2] = spans[i];
      turned[i + 3] = spans[i + 1];
    }
    return turned;
  }
}
