package org.skep.quotes;

import java.util.Arrays;
import org.skep.language.WordClass;
import org.skep.text.Quotations.Segment;
import org.skep.text.Tokens;

/**
 * A sentence at one level of quotation, as units: a unit is a token, or a whole quotation as one
 * block. Grammar is read over units, so what somebody else says never disturbs the sentence around
 * it.
 */
final class Stretch {
  final Reading reading;
  final int level;
  final int size;
  private final int[] token;
  private final int[] block;

  Stretch(Reading reading, int from, int to, int level) {
    this.reading = reading;
    this.level = level;
    var tokens = new int[Math.max(1, to - from)];
    var blocks = new int[tokens.length];
    int n = 0;
    for (int t = from; t < to; ) {
      int segment = reading.segmentAt(t, level);
      tokens[n] = t;
      blocks[n++] = segment;
      t =
          segment < 0
              ? t + 1
              : Math.max(t + 1, reading.tokens.at(reading.segments.get(segment).close()));
    }
    size = n;
    token = Arrays.copyOf(tokens, n);
    block = Arrays.copyOf(blocks, n);
  }

  boolean isBlock(int unit) {
    return unit >= 0 && unit < size && block[unit] >= 0;
  }

  int segment(int unit) {
    return block[unit];
  }

  int token(int unit) {
    return token[unit];
  }

  int begin(int unit) {
    return block[unit] < 0
        ? reading.tokens.begin(token[unit])
        : reading.segments.get(block[unit]).open();
  }

  int end(int unit) {
    return block[unit] < 0
        ? reading.tokens.end(token[unit])
        : reading.segments.get(block[unit]).close();
  }

  /** A word in lower case; empty outside the stretch and for a block. */
  String word(int unit) {
    return isWordUnit(unit) ? reading.tokens.word(token[unit]) : "";
  }

  private boolean isWordUnit(int unit) {
    return unit >= 0 && unit < size && block[unit] < 0;
  }

  boolean is(int unit, WordClass wanted) {
    return isWordUnit(unit) && reading.is(token[unit], wanted);
  }

  boolean isMark(int unit, char mark) {
    return isWordUnit(unit) && reading.tokens.isMark(token[unit], mark);
  }

  boolean isMark(int unit) {
    return isWordUnit(unit) && reading.tokens.shape(token[unit]) == Tokens.Shape.MARK;
  }

  /** A word or number, no mark and no block. */
  boolean isWord(int unit) {
    return isWordUnit(unit) && reading.tokens.shape(token[unit]) != Tokens.Shape.MARK;
  }

  boolean isCapital(int unit) {
    return isWordUnit(unit) && reading.tokens.isCapital(token[unit]);
  }

  /** Whether all units before one are capitalised words, as in a name. */
  boolean isCapitals(int to) {
    for (int u = 0; u < to; u++) {
      if (!isCapital(u) && !isMark(u, '.')) {
        return false;
      }
    }
    return true;
  }

  boolean isDash(int unit) {
    return isMark(unit, '—') || isMark(unit, '–') || isMark(unit, '―') || isMark(unit, '-');
  }

  /** The last unit that is no closing punctuation, plus one. */
  int trimmedEnd() {
    int end = size;
    while (end > 0 && isMark(end - 1) && !isMark(end - 1, '%') && !isMark(end - 1, ')')) {
      end--;
    }
    return end;
  }

  /** Whether the segment of a block ends in a comma, as speech does before its cue. */
  boolean endsOpen(int unit) {
    Segment segment = reading.segments.get(block[unit]);
    int last = segment.end() - 1;
    while (last > segment.begin() && Character.isWhitespace(reading.text.charAt(last))) {
      last--;
    }
    return last >= segment.begin() && ",!?…—-".indexOf(reading.text.charAt(last)) >= 0;
  }
}
