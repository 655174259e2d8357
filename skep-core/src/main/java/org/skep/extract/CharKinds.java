package org.skep.extract;

/**
 * What each character is, as bits, looked up in a table of 64 KB: a page has a hundred thousand
 * characters and each is asked several times. Halves of a pair count as letters.
 */
final class CharKinds {
  /** A letter or digit. */
  static final int WORD = 1;

  static final int UPPER = 1 << 1;

  /** Of a script without spaces between words. */
  static final int UNSPACED = 1 << 2;

  /** A word of its own. */
  static final int IDEOGRAPH = 1 << 3;

  static final int SPACE = 1 << 4;

  static final int LETTER = 1 << 5;

  /** A quote or bracket that may stand behind the end of a sentence. */
  static final int CLOSING = 1 << 6;

  /** Ends a sentence. */
  static final int STOP = 1 << 7;

  private static final String CLOSINGS = ")]\"”’»“」'";
  private static final String STOPS = ".!?…。！？؟।";

  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      KINDS[c] = (byte) kind((char) c);
    }
  }

  private CharKinds() {}

  /** The bits of a character. */
  static int of(char c) {
    return KINDS[c];
  }

  static boolean isSpace(char c) {
    return (KINDS[c] & SPACE) != 0;
  }

  private static int kind(char c) {
    int kind = Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? WORD : 0;
    kind |= Character.isUpperCase(c) ? UPPER : 0;
    kind |= isUnspaced(c) ? UNSPACED : 0;
    kind |= c > 0x2fff && Character.isIdeographic(c) ? IDEOGRAPH : 0;
    kind |= Character.isLetter(c) ? LETTER : 0;
    kind |= CLOSINGS.indexOf(c) >= 0 ? CLOSING : 0;
    kind |= STOPS.indexOf(c) >= 0 ? STOP : 0;
    return kind | (Character.isWhitespace(c) ? SPACE : 0);
  }

  private static boolean isUnspaced(char c) {
    return (c >= 0x3040 && c <= 0x30ff)
        || (c >= 0x3400 && c <= 0x9fff)
        || (c >= 0x0e00 && c <= 0x0eff)
        || (c >= 0x1780 && c <= 0x17ff)
        || (c >= 0x1000 && c <= 0x109f);
  }
}
