package org.skep.extract;

/**
 * What a text looks like, without knowing its language. Words of scripts without spaces count as
 * two characters each.
 *
 * @param capitalised words that begin with an upper-case letter
 * @param shouted words of two or more letters, all upper case
 * @param numbers words that begin with a digit
 * @param last the last character that is neither a closing quote nor a bracket
 */
record TextShape(
    int words,
    int letters,
    int digits,
    int capitalised,
    int shouted,
    int numbers,
    int commas,
    int sentenceEnds,
    int quotes,
    char first,
    char last) {

  static TextShape of(String text) {
    return of(text.toCharArray(), text.length());
  }

  /** Cost: one pass. */
  static TextShape of(char[] text, int length) {
    int words = 0;
    int letters = 0;
    int digits = 0;
    int capitalised = 0;
    int shouted = 0;
    int numbers = 0;
    int commas = 0;
    int ends = 0;
    int quotes = 0;
    int ideographs = 0;
    int wordLength = 0;
    int wordUpper = 0;
    char last = ' ';
    for (int i = 0; i < length; i++) {
      char c = text[i];
      int kind = CharKinds.of(c);
      if ((kind & CharKinds.WORD) != 0) {
        last = c;
        if ((kind & CharKinds.UNSPACED) != 0) {
          ideographs++;
          letters++;
          continue;
        }
        boolean upper = (kind & CharKinds.UPPER) != 0;
        boolean digit = c >= '0' && c <= '9';
        if (wordLength == 0) {
          words++;
          capitalised += upper ? 1 : 0;
          numbers += digit ? 1 : 0;
        }
        wordLength++;
        wordUpper += upper ? 1 : 0;
        digits += digit ? 1 : 0;
        letters += digit ? 0 : 1;
        continue;
      }
      if (c == '\'' || c == '’' || c == '\u00ad') {
        quotes += wordLength == 0 ? 1 : 0;
        continue;
      }
      shouted += wordLength > 1 && wordUpper == wordLength ? 1 : 0;
      wordLength = 0;
      wordUpper = 0;
      switch (c) {
        case ',', '،', '、', '，' -> commas++;
        case '.', '!', '?', '…', '。', '！', '？', '؟', '।' -> {
          boolean atEnd = i + 1 == length || !isLetterOrDigit(text[i + 1]);
          ends += atEnd || c > 0x2fff ? 1 : 0;
        }
        case '"', '“', '”', '„', '«', '»', '‘', '「', '」' -> quotes++;
        default -> {}
      }
      if ((kind & (CharKinds.SPACE | CharKinds.CLOSING)) == 0) {
        last = c;
      }
    }
    shouted += wordLength > 1 && wordUpper == wordLength ? 1 : 0;
    return new TextShape(
        words + (ideographs + 1) / 2,
        letters,
        digits,
        capitalised,
        shouted,
        numbers,
        commas,
        ends,
        quotes,
        text[0],
        last);
  }

  /** {@link CharKinds} counts halves of a pair as letters; here they are none. */
  private static boolean isLetterOrDigit(char c) {
    return (CharKinds.of(c) & CharKinds.WORD) != 0 && !Character.isSurrogate(c);
  }

  /** Ends as a sentence does. */
  boolean endsSentence() {
    return (CharKinds.of(last) & CharKinds.STOP) != 0;
  }
}
