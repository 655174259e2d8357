package org.skep.text;

/**
 * What Java says of a character, with the short way for ASCII: a text is asked letter by letter,
 * and nine in ten are that.
 */
final class Letters {
  private Letters() {}

  /** As {@link Character#isLetterOrDigit(char)}; halves of a pair count as letters. */
  static boolean isInWord(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** As {@link Character#isUpperCase(char)}. */
  static boolean isUpper(char c) {
    return c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }
}
