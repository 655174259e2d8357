package org.skep.stories;

import java.util.Arrays;
import java.util.List;

/**
 * How an article and a story compare, as numbers the join model reads. Each knows which way it must
 * push: the trainer keeps the model from learning that a sign of sameness speaks against it, which
 * holds on texts it has never seen.
 */
public enum Signal {
  /** Of all terms, with the story's centroid. */
  COSINE(1),
  /** Of the headlines. */
  TITLES(1),
  /** Share of the headline's weight the story knows. */
  TITLE_KNOWN(1),
  /** The same, by how many of its reports know it. */
  TITLE_SHARED(1),
  /** Share of the first words' weight the story knows. */
  LEAD_KNOWN(1),
  /** Of names only. */
  NAMES(1),
  /** Of all terms but names and numbers. */
  WORDS(1),
  /** Share of the article's leading names the story knows. */
  NAMES_KNOWN(1),
  /** Share of the story's names the article knows. */
  NAMES_GIVEN(1),
  /** Weight of full names both have. */
  FULL_NAMES(1),
  /** The article's headline and first words have no name. */
  UNNAMED(0),
  /** Full names each has prominently and the other nowhere: other people. */
  STRANGERS(-1),
  /** Weight of numbers with what they count that both have. */
  NUMBERS(1),
  /** Things both count, with numbers that contradict. */
  CONFLICTS(-1),
  /** Days or years both print. */
  DATES(1),
  /** Both print days, or years, and no common one. */
  OTHER_DATES(-1),
  /** Weight of the two rarest terms both have. */
  RAREST(1),
  /** Weight of all rare terms both have. */
  RARE(1),
  /** Cosine to the nearest report. */
  BEST_PAIR(1),
  /** Mean cosine to the reports. */
  MEAN_PAIR(1),
  /** Cosine to the farthest report. */
  WORST_PAIR(1),
  /** Best cosine of headlines with a report. */
  TITLE_PAIR(1),
  /** Best cosine of names with a report. */
  NAME_PAIR(1),
  /** Mean of the same. */
  NAME_MEAN(1),
  /** Hours between the article and the story's time. */
  HOURS(-1),
  /** Gaussian of the time since the story's first report, three days wide. */
  AGE(1),
  /** The article has a text, not a headline only. */
  BODY(0);

  private final int direction;

  Signal(int direction) {
    this.direction = direction;
  }

  /** All, in order. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Signal::name).toList();
  }

  /** 1 when more of it can only make the join likelier, -1 for the reverse, 0 for either. */
  public int direction() {
    return direction;
  }
}
