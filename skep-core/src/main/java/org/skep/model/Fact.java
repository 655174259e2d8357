package org.skep.model;

/**
 * A counted or dated statement: "their sixth known phone call this year", "within 24 hours", "on
 * Thursday".
 *
 * @param text the words as printed
 * @param value normalised: a number ("6", "&gt;=6"), an ISO day or an ISO duration
 * @param about what is counted or dated, folded to a comparable key ("phone call"); empty when
 *     nothing is
 */
public record Fact(Kind kind, Span span, String text, String value, String about) {
  /** How the value is to be read. */
  public enum Kind {
    ORDINAL,
    COUNT,
    AMOUNT,
    DURATION,
    DATE;

    /** As outputs spell it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
