package org.skep.quotes;

import org.skep.language.WordClass;
import org.skep.text.Tokens;

/**
 * The finite verb of a sentence's first main clause in a language that tells main clauses from
 * others by their opening words. Clauses opened by "dass", "wie", "der" are passed.
 */
final class MainVerb {
  private final Stretch s;

  MainVerb(Stretch stretch) {
    s = stretch;
  }

  /** Its unit, -1 when none is sure. */
  int at() {
    boolean passed = opensOther(0);
    for (int u = 0; u < s.size; u++) {
      if (s.isMark(u, ',') || s.isMark(u, ':') || s.isMark(u, ';')) {
        passed = opensOther(u + 1);
      } else if (!passed && (isReported(u) || isPlain(u))) {
        return u;
      }
    }
    return -1;
  }

  /** Whether a word may be a finite verb in any clause. */
  boolean isFinite(int u) {
    return (s.is(u, WordClass.AUXILIARY) && !s.is(u, WordClass.DETERMINER))
        || s.is(u, WordClass.VERB)
        || isReported(u)
        || (!s.isCapital(u) && s.isWord(u) && s.reading.pack.ends("verb-ending", s.word(u)));
  }

  /** Whether a word opens a clause that is none of the main ones. */
  boolean opensOther(int u) {
    return s.is(u, WordClass.THAT)
        || s.is(u, WordClass.SUBORDINATOR)
        || s.is(u, WordClass.WH)
        || s.is(u, WordClass.AS)
        || (u > 0 && s.is(u, WordClass.RELATIVE) && !isArticle(u))
        || (u > 0
            && s.is(u, WordClass.PREPOSITION)
            && s.is(u + 1, WordClass.RELATIVE)
            && !isArticle(u + 1));
  }

  /** Where the relative clause begins that holds the unit before {@code u}; -1 without one. */
  int relative(int u) {
    int at = u;
    while (at > 0 && !s.isMark(at - 1, ',') && !s.isMark(at - 1, ':')) {
      at--;
    }
    int pronoun = s.is(at, WordClass.PREPOSITION) ? at + 1 : at; // "auf dem sich laut S"
    return at > 0 && s.is(pronoun, WordClass.RELATIVE) && !isArticle(pronoun) ? at : -1;
  }

  private boolean isArticle(int u) {
    return s.is(u, WordClass.DETERMINER)
        && (s.isCapital(u + 1) || (s.isCapital(u + 2) && !s.is(u + 1, WordClass.PREPOSITION)));
  }

  /** A verb in the mood of reported speech, "sei", or in one that says "would" too, "wäre". */
  boolean isReported(int u) {
    return isMood(u) || isReportedEnding(u);
  }

  /** "spiele" is such a form, "Spiele" a noun. */
  boolean isMood(int u) {
    return s.is(u, WordClass.REPORTED) && !s.isCapital(u);
  }

  /** Whether a form is nothing but reported speech. */
  boolean isOnlyReported(int u) {
    return isMood(u) ? !s.is(u, WordClass.MODAL) : isReportedEnding(u);
  }

  private boolean isReportedEnding(int u) {
    var pack = s.reading.pack;
    String word = s.word(u);
    if (!s.isWord(u)
        || s.reading.tokens.shape(s.token(u)) != Tokens.Shape.LOWER
        || s.reading.classes[s.token(u)] != 0
        || !pack.ends("reported-ending", word)
        || isPast(word)) {
      return false;
    }
    boolean last = u + 1 >= s.size || s.isMark(u + 1);
    boolean second =
        (s.isCapital(u - 1) || s.is(u - 1, WordClass.PRONOUN))
            && !s.isCapital(u + 1)
            && !s.is(u + 1, WordClass.CONJUNCTION);
    return last || second;
  }

  /** "übte" is short and still no form of reported speech. */
  private boolean isPast(String word) {
    return s.reading.pack.ends("verb-ending", word) || (word.length() <= 4 && word.endsWith("te"));
  }

  /** A verb in the plain mood: "hat", "begann", "warnte", not the adjective of "geplante Bau". */
  private boolean isPlain(int u) {
    if (u == 0 || s.isCapital(u) || !s.isWord(u)) {
      return false;
    }
    return s.is(u, WordClass.AUXILIARY)
        || s.is(u, WordClass.VERB)
        || (!(s.isCapital(u + 1) && isDetermined(u))
            && !s.is(u - 1, WordClass.DETERMINER)
            && (s.reading.pack.ends("verb-ending", s.word(u)) || new Grammar(s).isFiniteCue(u)));
  }

  /** "der im Mai geplante Bau": a word that opens a noun phrase stands shortly before. */
  private boolean isDetermined(int u) {
    for (int k = u - 1; k >= Math.max(0, u - 3); k--) {
      if (s.is(k, WordClass.DETERMINER) || s.is(k, WordClass.PREPOSITION)) {
        return true;
      }
    }
    return !s.isWord(u - 1);
  }
}
