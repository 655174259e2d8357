package org.skep.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in quotation marks, or is spoken after a dialogue dash. Outermost segments in order
 * of position, each followed by the ones inside it.
 *
 * <p>Marks “ ” „ ‘ ’ ‚ « » ‹ › 「 」 " ' and typewriter '' are paired within a paragraph; whether a
 * single mark is an apostrophe is decided by its neighbours. A double mark left open runs to the
 * end of its paragraph, where the next paragraph may repeat it and go on. French inserted speakers
 * (« Yes, says X. Then ») stay inside the segment: only grammar can cut them out.
 *
 * <p>Linear in the text: a search for a closing single mark gives up after {@value
 * #SINGLE_CHARS_MAX} characters, every other failed search ends its paragraph.
 */
public final class Quotations {
  /** The longest text in single marks. */
  public static final int SINGLE_CHARS_MAX = 1500;

  private static final int DEPTH_MAX = 3;
  private static final String DASHES = "—–―";

  /**
   * One segment.
   *
   * @param open where its opening mark begins
   * @param begin its first character
   * @param end one past its last character
   * @param close one past its closing mark
   * @param parent index of the enclosing segment, -1 for an outermost one
   * @param closed whether a closing mark was found
   */
  public record Segment(
      Kind kind, int open, int begin, int end, int close, int parent, boolean closed) {}

  /** How it is marked. */
  public enum Kind {
    DOUBLE,
    SINGLE,
    TYPEWRITER,
    DASH
  }

  private final String text;
  private final List<Segment> found = new ArrayList<>();
  private long steps;

  private Quotations(String text) {
    this.text = text;
  }

  /**
   * The segments of a text.
   *
   * @param dialogueDash whether a dash that opens a paragraph opens speech, as in French, Spanish
   *     or Russian, unlike English and German
   */
  public static List<Segment> of(String text, boolean dialogueDash) {
    return List.copyOf(scan(text, dialogueDash).found);
  }

  /** Characters looked at; for the test that guards linearity. */
  static long steps(String text, boolean dialogueDash) {
    return scan(text, dialogueDash).steps;
  }

  private static Quotations scan(String text, boolean dialogueDash) {
    var scan = new Quotations(text);
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      if (!dialogueDash || !scan.dialogue(at, end)) {
        scan.marks(at, end, -1, 0);
      }
      at = end + 1;
    }
    return scan;
  }

  private void marks(int from, int to, int parent, int depth) {
    int at = from;
    String hopeless = ""; // marks whose search has failed: a later one fails too
    while (at < to) {
      steps++;
      if (isTypewriter(at, to)) {
        int end = text.indexOf("''", at + 2);
        boolean closed = end >= 0 && end < to;
        end = closed ? end : to;
        at = add(Kind.TYPEWRITER, at, at + 2, end, closed ? end + 2 : to, parent, depth, closed);
        continue;
      }
      String closers = closers(at, from, to);
      boolean single = closers.isEmpty() && isSingleOpen(at, from, to);
      if (closers.isEmpty() && !single) {
        at++;
        continue;
      }
      boolean known = hopeless.indexOf(text.charAt(at)) >= 0;
      int end = known ? -1 : single ? singleClose(at, to) : doubleClose(at, to, closers);
      if (end < 0 && (single || parent >= 0)) {
        hopeless += single || known ? "" : text.charAt(at);
        at++;
        continue;
      }
      boolean closed = end >= 0;
      end = closed ? end : to;
      Kind kind = single ? Kind.SINGLE : Kind.DOUBLE;
      at = add(kind, at, at + 1, end, closed ? end + 1 : to, parent, depth, closed);
    }
  }

  private int add(
      Kind kind, int open, int begin, int end, int close, int parent, int depth, boolean closed) {
    int index = found.size();
    found.add(new Segment(kind, open, begin, end, close, parent, closed));
    if (depth < DEPTH_MAX) {
      marks(begin, end, index, depth + 1);
    }
    return close;
  }

  private boolean isTypewriter(int at, int to) {
    return at + 1 < to
        && ((text.charAt(at) == '\'' && text.charAt(at + 1) == '\'')
            || (text.charAt(at) == '`' && text.charAt(at + 1) == '`'));
  }

  private String closers(int at, int from, int to) {
    char before = at > from ? text.charAt(at - 1) : ' ';
    char after = at + 1 < to ? text.charAt(at + 1) : ' ';
    return switch (text.charAt(at)) {
      case '“' -> "”\"";
      case '„' -> "“”\"";
      case '«' -> "»";
      case '‹' -> "›";
      case '「' -> "」";
      case '『' -> "』";
      case '"' -> "\"”";
      case '»' ->
          !Character.isLetterOrDigit(before)
                  && (Character.isLetterOrDigit(after) || "„“‚‘¿¡".indexOf(after) >= 0)
              ? "«»"
              : "";
      default -> "";
    };
  }

  private int doubleClose(int open, int to, String closers) {
    int depth = 0;
    char mark = text.charAt(open);
    for (int at = open + 1; at < to; at++) {
      steps++;
      char c = text.charAt(at);
      if (closers.indexOf(c) >= 0) {
        if (depth == 0) {
          return at;
        }
        depth--;
      } else if (c == mark && "«‹「『".indexOf(c) >= 0) {
        depth++;
      }
    }
    return -1;
  }

  private boolean isSingleOpen(int at, int from, int to) {
    char c = text.charAt(at);
    if (c != '‘' && c != '‚' && c != '\'') {
      return false;
    }
    char before = at > from ? text.charAt(at - 1) : ' ';
    char after = at + 1 < to ? text.charAt(at + 1) : ' ';
    return !Character.isLetterOrDigit(before)
        && (Character.isLetterOrDigit(after) || "¿¡“\"".indexOf(after) >= 0);
  }

  private int singleClose(int open, int to) {
    String closers =
        switch (text.charAt(open)) {
          case '‘' -> "’";
          case '‚' -> "‘’";
          default -> "'’";
        };
    int maybe = -1;
    int limit = Math.min(to, open + SINGLE_CHARS_MAX);
    for (int at = open + 1; at < limit; at++) {
      steps++;
      if (closers.indexOf(text.charAt(at)) < 0) {
        continue;
      }
      char before = text.charAt(at - 1);
      char after = at + 1 < to ? text.charAt(at + 1) : ' ';
      if (Character.isLetterOrDigit(after) || Character.isWhitespace(before)) {
        continue;
      }
      boolean possessive =
          before == 's'
              && after == ' '
              && at + 2 < to
              && Character.isLowerCase(text.charAt(at + 2));
      if (!possessive) {
        return at;
      }
      maybe = maybe < 0 ? at : maybe;
    }
    return maybe;
  }

  /** Odd parts are speech, even ones the narrator: — Text, — said X. — Text. */
  private boolean dialogue(int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at >= to) {
      return false;
    }
    char c = text.charAt(at);
    boolean hyphen = c == '-' && at + 1 < to && Character.isWhitespace(text.charAt(at + 1));
    if (DASHES.indexOf(c) < 0 && !hyphen) {
      return false;
    }
    int open = at++;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean speech = true;
    int begin = at;
    while (at < to) {
      steps++;
      int next = separatorEnd(begin, at, to);
      if (next < 0) {
        at++;
        continue;
      }
      if (speech) {
        add(Kind.DASH, open, begin, at, at, -1, 0, true);
      }
      speech = !speech;
      open = at;
      begin = next;
      at = next;
    }
    if (speech && begin < to) {
      add(Kind.DASH, open, begin, to, to, -1, 0, true);
    }
    return true;
  }

  /** Where the dash that parts speech and narrator at this offset ends, or -1. */
  private int separatorEnd(int begin, int at, int to) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) && at + 2 < to) {
      char dash = text.charAt(at + 1);
      boolean blank = Character.isWhitespace(text.charAt(at + 2));
      if (DASHES.indexOf(dash) >= 0 && (blank || Character.isLetterOrDigit(text.charAt(at + 2)))) {
        return blank ? at + 3 : at + 2;
      }
      return dash == '-' && blank ? at + 3 : -1;
    }
    if (DASHES.indexOf(c) >= 0 && at > begin && at + 1 < to) {
      char before = text.charAt(at - 1);
      char after = text.charAt(at + 1);
      if ((Character.isLetterOrDigit(before) || ",.!?…".indexOf(before) >= 0)
          && (Character.isWhitespace(after) || ".,;:!?".indexOf(after) >= 0)) {
        int end = at + 1;
        while (end < to && ".,;:!?".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        return end < to && Character.isWhitespace(text.charAt(end)) ? end + 1 : end;
      }
    }
    return -1;
  }
}
