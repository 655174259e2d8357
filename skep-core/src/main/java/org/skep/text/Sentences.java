package org.skep.text;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Where sentences begin. A sentence ends at a paragraph's end and at . ! ? or … before something
 * that can open the next one; never inside parts the caller marks as opaque (a quotation is one
 * block of the sentence it stands in), nor after an abbreviation. A {@link Dateline} stands apart.
 *
 * <p>Linear in the tokens.
 */
public final class Sentences {
  private Sentences() {}

  /**
   * First tokens of the sentences, closed by {@code to}.
   *
   * @param abbreviation whether the full stop after this token may end no sentence
   * @param blockEnd for the first token of an opaque part the token after it, else the token itself
   */
  public static int[] starts(
      Tokens tokens,
      String text,
      int from,
      int to,
      IntPredicate abbreviation,
      IntUnaryOperator blockEnd) {
    var starts = new int[16];
    int size = 0;
    int at = from;
    int report = from == 0 ? tokens.at(Dateline.end(text)) : from;
    boolean open = true;
    while (at < to) {
      open |= at == report;
      if (open) {
        starts = size == starts.length ? Arrays.copyOf(starts, size * 2) : starts;
        starts[size++] = at;
        open = false;
      }
      int after = Math.min(to, blockEnd.applyAsInt(at));
      boolean block = after > at;
      int last = block ? after - 1 : at;
      at = block ? after : at + 1;
      if (at >= to) {
        break;
      }
      if (newParagraph(text, tokens.end(last), tokens.begin(at))) {
        open = true;
      } else if (block) {
        open = endsTerminal(tokens, last) && opens(tokens, at, text);
      } else if (isTerminal(tokens, last)
          && !(tokens.isMark(last, '.')
              && last > from
              && glued(tokens, last)
              && abbreviation.test(last - 1))) {
        while (at < to && isCloser(tokens, at, text) && blockEnd.applyAsInt(at) == at) {
          at++;
        }
        open = at < to && opens(tokens, at, text);
      }
    }
    starts = size == starts.length ? Arrays.copyOf(starts, size + 1) : starts;
    starts[size++] = to;
    return Arrays.copyOf(starts, size);
  }

  private static boolean glued(Tokens tokens, int mark) {
    return tokens.end(mark - 1) == tokens.begin(mark);
  }

  /** Whether a blank line or line end lies between two offsets. */
  static boolean newParagraph(String text, int from, int to) {
    return text.indexOf('\n', from, to) >= 0;
  }

  /** Whether a token is a mark that ends a sentence. */
  public static boolean isTerminal(Tokens tokens, int token) {
    return tokens.isMark(token, '.')
        || tokens.isMark(token, '!')
        || tokens.isMark(token, '?')
        || tokens.isMark(token, '…');
  }

  private static boolean endsTerminal(Tokens tokens, int last) {
    for (int back = last; back >= Math.max(0, last - 2); back--) {
      if (isTerminal(tokens, back)) {
        return true;
      }
      if (tokens.shape(back) != Tokens.Shape.MARK) {
        return false;
      }
    }
    return false;
  }

  private static boolean isCloser(Tokens tokens, int token, String text) {
    return tokens.shape(token) == Tokens.Shape.MARK
        && ")]”’\"'»".indexOf(text.charAt(tokens.begin(token))) >= 0
        && tokens.begin(token) == tokens.end(token - 1);
  }

  private static boolean opens(Tokens tokens, int token, String text) {
    return switch (tokens.shape(token)) {
      case CAPITAL, UPPER, NUMBER -> true;
      case LOWER -> false;
      case MARK -> "“„«»‘‚\"'`([—–―-•*¿¡‹「".indexOf(text.charAt(tokens.begin(token))) >= 0;
    };
  }
}
