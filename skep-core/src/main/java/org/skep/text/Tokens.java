package org.skep.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The words, numbers and marks of a text with their offsets, in one pass. A word keeps its inner
 * hyphens, apostrophes and full stops ("mid-term", "didn't", "U.S."); the possessive ('s), Romance
 * elisions (l', dell') and French inverted pronouns (dit-il) are tokens of their own, because they
 * carry grammar.
 *
 * <p>Immutable; linear in the text; two int arrays and one lower-cased string per token.
 */
public final class Tokens {
  /** What a token looks like. */
  public enum Shape {
    LOWER,
    CAPITAL,
    UPPER,
    NUMBER,
    MARK
  }

  private static final Set<String> ELISIONS =
      Set.of(
          "l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quelqu",
          "dell", "all", "nell", "sull", "dall", "quell", "un", "com", "dov");
  private static final Set<String> INVERTED =
      Set.of("il", "elle", "on", "ils", "elles", "je", "nous", "vous", "t");

  private final String text;
  private int[] begins = new int[64];
  private int[] ends = new int[64];
  private String[] words = new String[64];
  private Shape[] shapes = new Shape[64];
  private int size;

  private Tokens(String text) {
    this.text = text;
  }

  /** The tokens of the text, in order. */
  public static Tokens of(String text) {
    var tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Letters.isInWord(c)) {
        int end = wordEnd(text, at);
        tokens.addWord(at, end);
        at = end;
      } else {
        if (!isBlank(c)) {
          tokens.add(at, at + 1, Shape.MARK);
        }
        at++;
      }
    }
    return tokens;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Offset of the first character of a token. */
  public int begin(int token) {
    return begins[token];
  }

  /** Offset after the last character of a token. */
  public int end(int token) {
    return ends[token];
  }

  /** A token in lower case. */
  public String word(int token) {
    return words[token];
  }

  /** A token as printed. */
  public String printed(int token) {
    return text.substring(begins[token], ends[token]);
  }

  /** What a token looks like. */
  public Shape shape(int token) {
    return shapes[token];
  }

  /** Whether a token is this one mark. */
  public boolean isMark(int token, char mark) {
    return shapes[token] == Shape.MARK && text.charAt(begins[token]) == mark;
  }

  /** Whether a token begins with a capital letter. */
  public boolean isCapital(int token) {
    return shapes[token] == Shape.CAPITAL || shapes[token] == Shape.UPPER;
  }

  /** The first token that begins at or after an offset; {@link #size()} when there is none. */
  public int at(int offset) {
    int found = Arrays.binarySearch(begins, 0, size, offset);
    return found >= 0 ? found : -found - 1;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  private static int wordEnd(String text, int from) {
    int at = from + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Letters.isInWord(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || c == '\u00ad') {
        at++;
      } else if (joins(text, at)) {
        at += 2;
      } else {
        break;
      }
    }
    boolean initials =
        at < text.length()
            && text.charAt(at) == '.'
            && at - from >= 3
            && isInitials(text, from, at);
    return initials ? at + 1 : at;
  }

  private static boolean joins(String text, int at) {
    if (at + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    return switch (text.charAt(at)) {
      case '\'', '’' -> Character.isLetter(before) && Character.isLetter(after);
      case '-', '\u2010', '\u2011' ->
          Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
      case '.' ->
          (Character.isDigit(before) && Character.isDigit(after))
              || (Character.isLetter(before)
                  && Character.isLetter(after)
                  && (at < 2 || !Character.isLetter(text.charAt(at - 2)))
                  && (at + 2 >= text.length() || !Character.isLetter(text.charAt(at + 2))));
      case ',', ':' -> Character.isDigit(before) && Character.isDigit(after);
      default -> false;
    };
  }

  private static boolean isInitials(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((i - from) % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return (to - from) % 2 == 1;
  }

  private void addWord(int begin, int end) {
    for (int i = begin + 1; i < end - 1; i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '’') {
        if (i == end - 2 && (text.charAt(end - 1) == 's' || text.charAt(end - 1) == 'S')) {
          addWord(begin, i);
          add(i, end, Shape.LOWER);
          return;
        }
        boolean name =
            Character.isUpperCase(text.charAt(i - 1))
                && i - begin == 1
                && Character.isUpperCase(text.charAt(i + 1))
                && text.charAt(begin) != 'L';
        if (!name
            && ELISIONS.contains(text.substring(begin, i).toLowerCase(Locale.ROOT))
            && !isContraction(i, end)) {
          add(begin, i + 1, shapeOf(begin, i + 1));
          addWord(i + 1, end);
          return;
        }
      } else if (c == '-'
          && INVERTED.contains(lastPart(i + 1, end))
          && Character.isLowerCase(text.charAt(i + 1))) {
        addWord(begin, i);
        add(i + 1, end, Shape.LOWER);
        return;
      }
    }
    add(begin, end, shapeOf(begin, end));
  }

  private boolean isContraction(int apostrophe, int end) {
    return end - apostrophe == 2 && "tmdTMD".indexOf(text.charAt(apostrophe + 1)) >= 0;
  }

  private String lastPart(int from, int end) {
    String part = text.substring(from, end);
    return part.startsWith("t-") ? part.substring(2) : part;
  }

  private Shape shapeOf(int begin, int end) {
    char first = text.charAt(begin);
    if (Character.isDigit(first)) {
      return Shape.NUMBER;
    }
    if (!Character.isUpperCase(first)) {
      return Shape.LOWER;
    }
    int upper = 0;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return Shape.CAPITAL;
      }
      upper += Character.isUpperCase(c) ? 1 : 0;
    }
    return upper > 1 ? Shape.UPPER : Shape.CAPITAL;
  }

  private void add(int begin, int end, Shape shape) {
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      words = Arrays.copyOf(words, size * 2);
      shapes = Arrays.copyOf(shapes, size * 2);
    }
    begins[size] = begin;
    ends[size] = end;
    words[size] = text.substring(begin, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    shapes[size++] = shape;
  }
}
