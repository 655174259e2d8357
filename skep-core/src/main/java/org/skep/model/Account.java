package org.skep.model;

import java.util.List;

/**
 * Two or more accounts of the same thing that differ, side by side, each with its sentence.
 *
 * @param about what they disagree on ("progress", "phone call, ordinal")
 * @param sides at least two
 */
public record Account(Kind kind, String about, List<Side> sides) {
  public Account {
    if (sides.size() < 2) {
      throw new IllegalArgumentException("one side alone does not differ: " + about);
    }
    sides = List.copyOf(sides);
  }

  /** Contradicting statements, contradicting numbers, or a number that grew with time. */
  public enum Kind {
    STATEMENT,
    NUMBER,
    DRIFT
  }

  /**
   * One side.
   *
   * @param by who says so: a speaker, or the outlet for the narrator's own words
   * @param says the statement or number
   * @param evidence the sentence
   */
  public record Side(String by, String says, Span evidence) {}
}
