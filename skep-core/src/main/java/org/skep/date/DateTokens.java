package org.skep.date;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text cut into numbers, words and single signs, with their places. Digits of every script count;
 * the ideographs and syllables that stand for year, month, day, hour, minute and second are tokens
 * of their own. Linear; a token costs three ints.
 */
final class DateTokens {
  private static final String UNITS = "年月日号號时時点點分秒년월일시분초";

  /** Longer digit runs are no part of any date. */
  private static final int DIGITS_MAX = 15;

  private final String text;
  private int[] begins = new int[32];
  private int[] ends = new int[32];
  private byte[] kinds = new byte[32];
  private int size;

  private static final byte NUMBER = 1;
  private static final byte WORD = 2;
  private static final byte SIGN = 3;

  DateTokens(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || isFormat(c)) {
        i++;
      } else if (Character.isDigit(c)) {
        i = add(NUMBER, i, endOfDigits(i));
      } else if (UNITS.indexOf(c) >= 0 || !isWordPart(c)) {
        i = add(SIGN, i, i + 1);
      } else {
        i = add(WORD, i, endOfWord(i));
      }
    }
  }

  int size() {
    return size;
  }

  int begin(int token) {
    return begins[token];
  }

  int end(int token) {
    return ends[token];
  }

  boolean isNumber(int token) {
    return in(token) && kinds[token] == NUMBER;
  }

  boolean isWord(int token) {
    return in(token) && kinds[token] == WORD;
  }

  boolean is(int token, char sign) {
    return in(token) && kinds[token] == SIGN && text.charAt(begins[token]) == sign;
  }

  boolean isAny(int token, String signs) {
    return in(token) && kinds[token] == SIGN && signs.indexOf(text.charAt(begins[token])) >= 0;
  }

  /** Whether no blank stands before it. */
  boolean glued(int token) {
    return in(token) && token > 0 && begins[token] == ends[token - 1];
  }

  int digits(int token) {
    return ends[token] - begins[token];
  }

  /** The value of a number; -1 for what is none or too long. */
  long value(int token) {
    if (!isNumber(token) || digits(token) > DIGITS_MAX) {
      return -1;
    }
    long value = 0;
    for (int i = begins[token]; i < ends[token]; i++) {
      value = value * 10 + Character.digit(text.charAt(i), 10);
    }
    return value;
  }

  /** The word in lower case, composed; empty for what is none. */
  String word(int token) {
    return isWord(token) ? fold(text.substring(begins[token], ends[token])) : "";
  }

  /** The token as it stands. */
  String raw(int token) {
    return in(token) ? text.substring(begins[token], ends[token]) : "";
  }

  private static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace("\u0307", "").replace('’', '\'');
    return Normalizer.isNormalized(lower, Normalizer.Form.NFC)
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  private boolean in(int token) {
    return token >= 0 && token < size;
  }

  private int endOfDigits(int from) {
    int i = from;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** A word may hold points between single letters (a.m, ม.ค) and hyphens (segunda-feira). */
  private int endOfWord(int from) {
    int i = from;
    while (i < text.length() && isWordPart(text.charAt(i)) && UNITS.indexOf(text.charAt(i)) < 0) {
      i++;
      boolean inner = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      if (inner && text.charAt(i) == '.' && i - from <= 3) {
        i++;
      } else if (inner && text.startsWith("-feira", i)) {
        i++;
      }
    }
    return i;
  }

  private static boolean isWordPart(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || Character.isSurrogate(c)
        || c == '\''
        || c == '’'
        || c == '\u200c'
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isFormat(char c) {
    return c == '\u200e' || c == '\u200f' || c == '\ufeff' || c == '\u200b';
  }

  private int add(byte kind, int begin, int end) {
    if (size == kinds.length) {
      begins = Arrays.copyOf(begins, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      kinds = Arrays.copyOf(kinds, size * 2);
    }
    begins[size] = begin;
    ends[size] = end;
    kinds[size++] = kind;
    return end;
  }
}
