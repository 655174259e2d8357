package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.skep.language.LanguagePack;
import org.skep.language.WordClass;
import org.skep.mention.NamedText;
import org.skep.mention.Names.Name;
import org.skep.text.Quotations;
import org.skep.text.Quotations.Segment;
import org.skep.text.Sentences;
import org.skep.text.Tokens;

/**
 * One article's text, scanned once: tokens with their word classes, quoted segments, sentences. A
 * quotation is one block of the sentence around it. Not thread-safe; lives for one article.
 */
final class Reading {
  private static final int SENTENCE_UNITS_MAX = 300;

  final String text;
  final LanguagePack pack;
  final Tokens tokens;
  final List<Name> names;
  final List<Segment> segments;

  /** Word classes per token, as bits. */
  final long[] classes;

  /** Innermost segment per token, -1 outside; a segment's own marks belong to it. */
  final int[] inner;

  Reading(NamedText named) {
    text = named.text();
    pack = named.pack();
    tokens = named.tokens();
    names = named.names();
    segments = Quotations.of(text, pack.has("dialogue-dash"));
    classes = new long[tokens.size()];
    inner = new int[tokens.size()];
    for (int t = 0; t < classes.length; t++) {
      classes[t] = classesOf(t);
      inner[t] = -1;
    }
    for (int s = 0; s < segments.size(); s++) { // a parent comes before its children
      Segment segment = segments.get(s);
      int end = tokens.at(segment.close());
      for (int t = tokens.at(segment.open()); t < end; t++) {
        inner[t] = s;
      }
    }
  }

  /** "US" is no pronoun. */
  private long classesOf(int token) {
    long found = pack.classes(tokens.word(token));
    boolean acronym =
        found != 0
            && tokens.shape(token) == Tokens.Shape.UPPER
            && tokens.word(token).length() <= 3
            && (LanguagePack.is(found, WordClass.OBJECT) || LanguagePack.is(found, WordClass.IT));
    return acronym || isFirstName(token) ? 0 : found;
  }

  /** "Julio Prieto", "Maja Wrona": months that languages print without a capital are names here. */
  private boolean isFirstName(int token) {
    return token + 1 < tokens.size()
        && tokens.shape(token) == Tokens.Shape.CAPITAL
        && tokens.shape(token + 1) == Tokens.Shape.CAPITAL
        && pack.month(tokens.word(token)) > 0
        && !pack.has("month-capitals")
        && !pack.has("noun-capitals");
  }

  boolean is(int token, WordClass wanted) {
    return LanguagePack.is(classes[token], wanted);
  }

  /**
   * The segment that holds a token and lies directly inside {@code level}; -1 when there is none.
   */
  int segmentAt(int token, int level) {
    int segment = inner[token];
    while (segment >= 0 && segment != level && segments.get(segment).parent() != level) {
      segment = segments.get(segment).parent();
    }
    return segment == level ? -1 : segment;
  }

  /** The token after the block that begins at a token, or the token itself. */
  int blockEnd(int token, int level) {
    int segment = segmentAt(token, level);
    return segment < 0 ? token : Math.max(token + 1, tokens.at(segments.get(segment).close()));
  }

  /** First tokens of the sentences between two tokens at one level of quotation. */
  int[] sentences(int from, int to, int level) {
    int[] starts =
        Sentences.starts(
            tokens, text, from, to, t -> pack.isAbbreviation(tokens, t), t -> blockEnd(t, level));
    return shortened(starts, level);
  }

  /** Cuts what is too long to be a sentence, so that grammar stays linear in the text. */
  private int[] shortened(int[] starts, int level) {
    var pieces = new ArrayList<Integer>(starts.length);
    for (int i = 0; i + 1 < starts.length; i++) {
      pieces.add(starts[i]);
      int units = 0;
      for (int t = starts[i]; t < starts[i + 1]; t = Math.max(t + 1, blockEnd(t, level))) {
        if (++units > SENTENCE_UNITS_MAX) {
          pieces.add(t);
          units = 1;
        }
      }
    }
    pieces.add(starts[starts.length - 1]);
    return pieces.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a line end lies between two tokens. */
  boolean apart(int before, int after) {
    return text.indexOf('\n', tokens.end(before), tokens.begin(after)) >= 0;
  }

  /** Words of three letters or digits or more count as words; so do short ones. */
  int wordCount(int begin, int end) {
    int words = 0;
    for (int t = tokens.at(begin); t < tokens.size() && tokens.begin(t) < end; t++) {
      words += tokens.shape(t) == Tokens.Shape.MARK ? 0 : 1;
    }
    return words;
  }
}
