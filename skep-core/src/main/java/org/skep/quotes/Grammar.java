package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;

/**
 * What a word may be in its place, guessed without a part-of-speech tagger: closed-class words,
 * cues and endings tell verbs; what is left is nouns and adjectives. Right enough to find who
 * stands beside a verb; not a parser.
 */
final class Grammar {
  private static final int CLAUSE_UNITS_MIN = 4;

  final Stretch s;

  Grammar(Stretch stretch) {
    s = stretch;
  }

  /** Whether a word may be part of a noun phrase: a noun, name, adjective or number. */
  boolean isNominal(int u) {
    if (!s.isWord(u)
        || (s.is(u, WordClass.AUXILIARY) && !s.isCapital(u))
        || s.is(u, WordClass.CONJUNCTION)
        || s.is(u, WordClass.THAT)
        || s.is(u, WordClass.PRONOUN)
        || s.is(u, WordClass.OBJECT)
        || s.is(u, WordClass.RELATIVE)
        || s.is(u, WordClass.PREPOSITION)
        || s.is(u, WordClass.DETERMINER)
        || s.is(u, WordClass.POSSESSIVE)
        || s.is(u, WordClass.SUBORDINATOR)
        || s.is(u, WordClass.WH)) {
      return s.is(u, WordClass.TITLE) || (s.is(u, WordClass.PARTICLE) && s.isWord(u));
    }
    if (s.is(u, WordClass.ADVERB)) {
      return false;
    }
    return !isVerb(u);
  }

  /** Whether a word is likely a finite verb here. */
  boolean isVerb(int u) {
    if (!s.isWord(u) || (s.isCapital(u) && u > 0)) {
      return false;
    }
    if (s.is(u, WordClass.AUXILIARY)) {
      return true;
    }
    boolean nounBefore = !opensNominal(u - 1);
    if (s.is(u, WordClass.VERB)) {
      return nounBefore;
    }
    if (isFiniteCue(u)) {
      return nounBefore;
    }
    return nounBefore
        && s.isWord(u - 1)
        && !s.is(u + 1, WordClass.PREPOSITION)
        && s.reading.pack.ends("verb-ending", s.word(u));
  }

  private boolean opensNominal(int u) {
    return u < 0
        || s.is(u, WordClass.DETERMINER)
        || (s.is(u, WordClass.POSSESSIVE) && !s.isMark(u))
        || s.is(u, WordClass.PREPOSITION);
  }

  /**
   * The cue of a class whose words begin at a unit; null without one. Of a separable verb the word
   * that closes it follows somewhere: "teilte S mit".
   */
  @Nullable Cue cueAt(int u, CueClass type) {
    for (Cue cue : s.reading.pack.cuesFrom(s.word(u))) {
      if (cue.type() == type
          && matches(cue, u)
          && (cue.tail().isEmpty() || hasWord(u, cue.tail()))) {
        return cue;
      }
    }
    return null;
  }

  private boolean hasWord(int from, String word) {
    for (int u = from; u < s.size; u++) {
      if (s.word(u).equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words of a cue begin at a unit. */
  boolean matches(Cue cue, int u) {
    for (int k = 0; k < cue.words().size(); k++) {
      if (!s.word(u + k).equals(cue.words().get(k))) {
        return false;
      }
    }
    return true;
  }

  boolean isFiniteCue(int u) {
    for (Cue cue : s.reading.pack.cuesFrom(s.word(u))) {
      if (cue.form() == Cue.Form.FINITE
          && cue.words().size() == 1
          && switch (cue.type()) {
            case CLAUSE, TOLD, OBJECT, TO, ATTITUDE, EVIDENCE -> true;
            default -> false;
          }) {
        return true;
      }
    }
    return false;
  }

  /** An auxiliary, or the "'s" of "he's said". */
  private boolean isAuxiliary(int u) {
    return s.is(u, WordClass.AUXILIARY)
        || (s.is(u - 1, WordClass.PRONOUN) && s.is(u, WordClass.POSSESSIVE) && isSuffix(u));
  }

  /** Whether a word is written without a space after the one before it: 's. */
  boolean isSuffix(int u) {
    return s.isWord(u) && s.isWord(u - 1) && s.begin(u) == s.end(u - 1);
  }

  /** Whether a word has the ending of a participle: "walking", "asked". */
  boolean isParticiple(int u) {
    return s.isWord(u) && s.reading.pack.ends("participle-ending", s.word(u));
  }

  /** Adverbs, auxiliaries and negations that stand between a subject and its verb. */
  boolean isBetween(int u) {
    if (!s.isWord(u) || s.is(u, WordClass.PRONOUN)) {
      return false;
    }
    return isAuxiliary(u)
        || (s.is(u, WordClass.ADVERB) && !s.isCapital(u))
        || (!s.isCapital(u) && isManner(u));
  }

  boolean isManner(int u) {
    return s.reading.pack.ends("adverb-ending", s.word(u));
  }

  /** The unit after everything that stands between a subject and the verb at {@code u}. */
  int verbGroupStart(int u) {
    int at = u;
    while (at > 0 && isBetween(at - 1)) {
      at--;
    }
    return at;
  }

  /**
   * Whether words may be a clause: with a verb, or, where verbs cannot be told by their endings, of
   * some length.
   */
  boolean mayBeClause(int from, int to) {
    boolean told = s.reading.pack.has("verb-ending");
    return mayHaveVerb(from, to) || (!told && to - from >= CLAUSE_UNITS_MIN);
  }

  /**
   * Whether a subject that stands further left may go on with its verb here: no word that opens
   * another clause or an adverbial.
   */
  boolean opensPredicate(int u) {
    boolean link =
        s.is(u, WordClass.CONJUNCTION)
            || s.is(u, WordClass.SUBORDINATOR)
            || s.is(u, WordClass.RELATIVE)
            || s.is(u, WordClass.THAT)
            || s.is(u, WordClass.WH)
            || s.is(u, WordClass.PREPOSITION);
    return isVerb(u) || (!link && !isParticiple(u));
  }

  /** Whether some word may be a verb, if only by its ending. */
  boolean mayHaveVerb(int from, int to) {
    for (int u = from + 1; u < to; u++) {
      if (isAuxiliary(u) || isVerb(u) || (!s.isCapital(u) && isNominal(u) && isParticiple(u))) {
        return true;
      }
    }
    return false;
  }

  boolean isSubjectPronoun(int u) {
    return s.is(u, WordClass.PRONOUN);
  }

  boolean opensClause(int u) {
    return s.is(u, WordClass.THAT) || s.is(u, WordClass.WH);
  }

  boolean hasVerb(int from, int to) {
    if (to - from < 2) {
      return false;
    }
    for (int u = from; u < to; u++) {
      if (s.isMark(u, ';')) {
        return false;
      }
      if (isAuxiliary(u) || (isVerb(u) && u > from)) {
        return true;
      }
    }
    return false;
  }

  String kindOf(int u) {
    if (u < 0 || u >= s.size) {
      return "edge";
    }
    if (s.isBlock(u)) {
      return "quote";
    }
    if (s.isMark(u)) {
      return s.word(u);
    }
    for (WordClass wanted :
        new WordClass[] {
          WordClass.THAT, WordClass.INFINITIVE, WordClass.WH, WordClass.CONJUNCTION,
              WordClass.SUBORDINATOR,
          WordClass.PREPOSITION, WordClass.PRONOUN, WordClass.OBJECT, WordClass.AUXILIARY,
              WordClass.POSSESSIVE,
          WordClass.DETERMINER, WordClass.ADVERB
        }) {
      if (s.is(u, wanted)) {
        return wanted.name();
      }
    }
    return s.isCapital(u) ? "capital" : isVerb(u) ? "verb" : "word";
  }
}
