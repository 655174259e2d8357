package org.skep.model;

/**
 * A name, number, place or date where it stands in the text.
 *
 * @param key how two mentions of the same thing compare equal: folded name, "12 dead", ISO day
 */
public record Mention(Kind kind, Span span, String text, String key) {
  /** What is mentioned; NAME when it is a capitalised name of unknown kind. */
  public enum Kind {
    PERSON,
    ORGANIZATION,
    PLACE,
    NAME,
    NUMBER,
    ORDINAL,
    DATE
  }
}
