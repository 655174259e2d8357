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

  private final Stretch s;
  private final Findings findings;
  private final VerbFrames verbs;
  private final NounFrames nouns;
  private final SourceFrames others;

  private Frames(Stretch stretch) {
    s = stretch;
    var syntax = Syntax.of(stretch);
    findings = new Findings(stretch);
    verbs = new VerbFrames(syntax, findings);
    nouns = new NounFrames(syntax, findings);
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
      if (matches(cue, u) && tried(cue, u, u + length)) {
        return u + length;
      }
    }
    return u + 1;
  }

  private boolean matches(Cue cue, int u) {
    for (int k = 1; k < cue.words().size(); k++) {
      if (!s.word(u + k).equals(cue.words().get(k))) {
        return false;
      }
    }
    return cue.tail().isEmpty() || tailOf(cue, u + cue.words().size()) > 0;
  }

  /** The unit of the word that closes a separable verb, in the same clause; -1 without. */
  private int tailOf(Cue cue, int from) {
    for (int u = from; u < s.size && u - from < TAIL_UNITS_MAX; u++) {
      if (s.isMark(u, ':') || s.isMark(u, ';') || s.is(u, WordClass.THAT)) {
        return -1;
      }
      if (s.word(u).equals(cue.tail())) {
        return u;
      }
    }
    return -1;
  }

  private boolean tried(Cue cue, int from, int to) {
    return switch (cue.type()) {
      case CLAUSE, TOLD, OBJECT, TO, ATTITUDE, EVIDENCE -> verbs.tried(cue, from, to);
      case SOURCE -> others.sourceFirst(cue, from, to);
      case SOURCE_AFTER -> others.sourceAfter(cue, from, to);
      case IMPERSONAL -> others.impersonal(cue, from, to);
      case NOUN -> nouns.tried(cue, from, to);
      case PASSIVE, ADVERB -> false;
    };
  }
}
