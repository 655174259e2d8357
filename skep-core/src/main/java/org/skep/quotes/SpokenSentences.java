package org.skep.quotes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skep.language.WordClass;
import org.skep.text.Sentences;
import org.skep.text.Tokens;

/**
 * Sentences of a paragraph or a quotation. One that was cut after a quotation's ? or ! is joined
 * again when a cue follows: "Why?" Ann asked.
 */
final class SpokenSentences {
  private final Reading reading;
  private final Tokens tokens;

  SpokenSentences(Reading reading) {
    this.reading = reading;
    tokens = reading.tokens;
  }

  /** The sentences between two tokens at one level of quotation. */
  List<Stretch> between(int from, int to, int level) {
    int[] starts = joined(reading.sentences(from, to, level), level);
    var sentences = new ArrayList<Stretch>(starts.length - 1);
    for (int i = 0; i + 1 < starts.length; i++) {
      sentences.add(new Stretch(reading, starts[i], starts[i + 1], level));
    }
    return sentences;
  }

  private int[] joined(int[] starts, int level) {
    int kept = 1;
    for (int i = 1; i + 1 < starts.length; i++) {
      if (!continues(starts[i], starts[i + 1], level)) {
        starts[kept++] = starts[i];
      }
    }
    starts[kept++] = starts[starts.length - 1];
    return Arrays.copyOf(starts, kept);
  }

  private boolean continues(int from, int to, int level) {
    if (from == 0 || reading.segmentAt(from - 1, level) < 0) {
      return false;
    }
    boolean dialogue = reading.pack.has("dialogue-dash");
    if (isDash(from)
        && dialogue
        && new Grammar(new Stretch(reading, from, to, level)).isFiniteCue(1)) {
      return true; // «Зачем?» — спросила X
    }
    if (isDash(from)) {
      return to - from < 9 && from + 1 < to && tokens.isCapital(from + 1); // a signature
    }
    int last = from - 1;
    while (last > 0
        && tokens.shape(last) == Tokens.Shape.MARK
        && !Sentences.isTerminal(tokens, last)) {
      last--;
    }
    boolean question =
        tokens.isMark(last, '?') || tokens.isMark(last, '!') || tokens.isMark(last, '…');
    var stretch = new Stretch(reading, from, to, level);
    for (int u = 0; u < Math.min(stretch.size, 9); u++) {
      if (stretch.isBlock(u) || (stretch.isMark(u, ',') && !question)) {
        return false;
      }
      if (u > 0 && new Grammar(stretch).isFiniteCue(u)) {
        boolean short_ =
            u + 1 >= stretch.size
                || stretch.isMark(u + 1, '.')
                || (stretch.isMark(u + 1, ',') && !stretch.isBlock(u + 2));
        boolean that =
            stretch.is(u + 1, WordClass.THAT)
                || stretch.isMark(u + 1, ':')
                || stretch.isBlock(u + 1)
                || stretch.isBlock(u + 2);
        return question
            ? !that && (isEnd(stretch, u + 1) || Frames.of(stretch).isEmpty())
            : short_ && Frames.of(stretch).isEmpty();
      }
    }
    return false;
  }

  private boolean isDash(int token) {
    return tokens.isMark(token, '―') || tokens.isMark(token, '—') || tokens.isMark(token, '–');
  }

  /** Whether nothing said can begin here: a mark, a time, a place. */
  private static boolean isEnd(Stretch s, int u) {
    return u >= s.size
        || s.isMark(u)
        || s.is(u, WordClass.TIME)
        || (s.is(u, WordClass.PREPOSITION) && !s.is(u, WordClass.INFINITIVE));
  }
}
