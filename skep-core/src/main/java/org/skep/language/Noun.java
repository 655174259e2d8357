package org.skep.language;

import java.util.Locale;

/**
 * What a noun's bearer is, where that matters for who speaks.
 *
 * @param group nouns of one group may stand for each other ("striker", "forward"); for a relation
 *     "he" or "she"; else empty
 */
public record Noun(Kind kind, String group) {
  /** What it names. */
  public enum Kind {
    ROLE,
    RELATION,
    DOCUMENT,
    ORGANIZATION,
    PEOPLE,
    WORK,
    /** Says when rather than what: quarter, round, day. */
    PERIOD;

    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
