package org.skep.quotes;

import java.util.List;
import org.skep.language.Cue;
import org.skep.language.WordClass;

/**
 * Finds the cues of one sentence, who stands beside each, and where what is said begins and ends:
 * the frames "S said Q", "Q, said S", "S told O that Q", "S called X Q", "S vowed to Q", "according
 * to S, Q" and their kin. The frames are the same in every language; the pack says which words fill
 * them.
 */
final class Frames {
  private static final int TAIL_UNITS_MAX = 30;
  private static final int NONE = -2;

  private final Stretch s;
  private final Grammar grammar;
  private final Findings findings;
  private final VerbFrames verbs;
  private final NounFrames nouns;
  private final VerbSecondFrames bracketed;
  private final boolean verbSecond;
  private final SourceFrames others;

  private Frames(Stretch stretch) {
    s = stretch;
    var syntax = Syntax.of(stretch);
    grammar = syntax.grammar();
    findings = new Findings(stretch);
    verbs = new VerbFrames(syntax, findings);
    nouns = new NounFrames(syntax, findings);
    bracketed = new VerbSecondFrames(syntax, findings);
    verbSecond = stretch.reading.pack.has("verb-second");
    others = new SourceFrames(syntax, findings);
  }

  /** The attributions of a sentence, in order of their cues. */
  static List<Draft> of(Stretch stretch) {
    var frames = new Frames(stretch);
    for (int u = 0; u < stretch.size; ) {
      u = frames.at(u);
    }
    frames.findings.trim();
    return frames.findings.drafts();
  }

  /** Reads the cue at a unit, if there is one, and gives the next unit to look at. */
  private int at(int u) {
    if (!s.isWord(u)) {
      return u + 1;
    }
    for (Cue cue : s.reading.pack.cuesFrom(s.word(u))) {
      int length = cue.words().size();
      int tail =
          grammar.matches(cue, u) && !endsBeforeTime(cue, u) ? tailOf(cue, u + length) : NONE;
      if (tail != NONE && tried(cue, u, u + length, tail)) {
        return u + length;
      }
    }
    return u + 1;
  }

  /** "insisted on Friday that Q" says nothing about Friday. */
  private boolean endsBeforeTime(Cue cue, int u) {
    int after = u + cue.words().size();
    return cue.words().size() > 1
        && s.is(after, WordClass.TIME)
        && s.is(after - 1, WordClass.PREPOSITION);
  }

  /** The unit of the word that closes a separable verb; -1 for a cue without, NONE if missing. */
  private int tailOf(Cue cue, int from) {
    if (cue.tail().isEmpty()) {
      return -1;
    }
    for (int u = from; u < s.size && u - from < TAIL_UNITS_MAX; u++) {
      if (s.isMark(u, ':') || s.isMark(u, ';') || s.is(u, WordClass.THAT)) {
        return NONE;
      }
      if (s.word(u).equals(cue.tail()) && (cue.opens() || closes(u))) {
        return u;
      }
    }
    return NONE;
  }

  private boolean closes(int u) {
    return u + 1 >= s.size
        || s.isMark(u + 1)
        || s.is(u + 1, WordClass.CONJUNCTION)
        || s.is(u + 1, WordClass.THAT)
        || s.is(u + 1, WordClass.AS);
  }

  private boolean tried(Cue cue, int from, int to, int tail) {
    return switch (cue.type()) {
      case CLAUSE, TOLD, OBJECT, TO, ATTITUDE, EVIDENCE ->
          verbSecond ? bracketed.tried(cue, from, to, tail) : verbs.tried(cue, from, to);
      case SOURCE -> others.sourceFirst(cue, from, to);
      case SOURCE_NOUN -> others.sourceNoun(cue, from, to);
      case SOURCE_AFTER -> others.sourceAfter(cue, from, to);
      case IMPERSONAL -> others.impersonal(cue, from, to);
      case NOUN -> nouns.tried(cue, from, to);
      case PASSIVE -> verbSecond && bracketed.tried(cue, from, to, tail);
      case ADVERB, VIEW, BACK -> false; // other places read them
    };
  }
}
