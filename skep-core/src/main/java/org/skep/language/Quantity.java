package org.skep.language;

import java.util.Locale;

/**
 * What a word adds to a number or a date.
 *
 * @param words the words that carry it, more than one for "at least"
 * @param value depends on the kind: "6", "1000000", ">=", "PT1H", "-1", "dead", "EUR"
 */
public record Quantity(Kind kind, java.util.List<String> words, String value) {
  /** What kind of word it is. */
  public enum Kind {
    NUMBER,
    ORDINAL,
    /** Hundred, million, dozen. */
    MULTIPLIER,
    /** At least, nearly. */
    HEDGE,
    /** Hours, days: an ISO duration of one. */
    UNIT,
    /** Yesterday: days from the article's. */
    DAY,
    /** What is counted where it matters most: dead, injured. */
    MEASURE,
    MONEY,
    /** "next", "last" before a weekday. */
    NEXT;

    static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }
}
