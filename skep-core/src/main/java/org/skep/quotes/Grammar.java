package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.Noun;
import org.skep.language.WordClass;

/**
 * Noun phrases and verbs of one stretch, guessed without a part-of-speech tagger: closed-class
 * words, cues and endings bound the phrases; what is left is nouns and adjectives. Right enough to
 * find who stands beside a verb; not a parser.
 */
final class Grammar {
  private static final int PHRASE_UNITS_MAX = 24;
  private static final int ASIDE_UNITS_MAX = 40;

  final Stretch s;

  Grammar(Stretch stretch) {
    s = stretch;
  }

  /** Units {@code [from, to)}. */
  record Phrase(int from, int to, boolean afterPreposition) {}

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

  /** Adverbs, auxiliaries and negations that stand between a subject and its verb. */
  boolean isBetween(int u) {
    if (!s.isWord(u) || s.is(u, WordClass.PRONOUN)) {
      return false;
    }
    return s.is(u, WordClass.AUXILIARY)
        || (s.is(u, WordClass.ADVERB) && !s.isCapital(u))
        || (!s.isCapital(u) && isManner(u));
  }

  private boolean isManner(int u) {
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

  /** The subject that ends before {@code u}, where a verb group begins. */
  @Nullable Phrase subjectBefore(int u) {
    int end = u;
    if (end > 0 && s.isMark(end - 1, ')')) {
      int open = back(end - 2, '(');
      end = open > 0 ? open : end;
    }
    if (end > 1 && (s.isMark(end - 1, ',') || s.isDash(end - 1))) {
      int open = asideStart(end - 1);
      if (open <= 0) {
        return null;
      }
      end = open;
    }
    while (end > 1 && s.is(end - 1, WordClass.TIME) && !s.is(end - 1, WordClass.DETERMINER)) {
      int before = s.is(end - 2, WordClass.PREPOSITION) ? end - 2 : end - 1;
      if (before == 0 || (!isNominal(before - 1) && !isSubjectPronoun(before - 1))) {
        break;
      }
      end = before;
    }
    return phraseBefore(end);
  }

  boolean isSubjectPronoun(int u) {
    return s.is(u, WordClass.PRONOUN);
  }

  private int back(int u, char mark) {
    for (int at = u; at >= 0 && u - at < ASIDE_UNITS_MAX; at--) {
      if (s.isMark(at, mark)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where the aside that ends at this comma or dash begins: ", a doctor," and ", who lives there,".
   */
  private int asideStart(int close) {
    for (int at = close - 1; at > 0 && close - at < ASIDE_UNITS_MAX; at--) {
      if (s.isBlock(at) || s.isMark(at, ';') || s.isMark(at, ':')) {
        return -1;
      }
      boolean opens = s.isMark(at, ',') || (s.isDash(at) && s.isDash(close));
      if (opens
          && (isNominal(at - 1)
              || isSubjectPronoun(at - 1)
              || s.isMark(at - 1, ')')
              || s.isMark(at - 1, '.'))) {
        int inside = at + 1;
        boolean aside =
            s.is(inside, WordClass.DETERMINER)
                || s.is(inside, WordClass.POSSESSIVE)
                || s.is(inside, WordClass.RELATIVE)
                || s.is(inside, WordClass.PREPOSITION)
                || s.word(inside).endsWith("ing")
                || s.word(inside).endsWith("ed")
                || isNominal(inside);
        if (!aside) {
          return -1;
        }
        // "Sen. Corker, R-Tenn., the committee's chairman, said": go on to the first comma
        int further = at;
        for (int k = at - 1; k > 0 && at - k < 8; k--) {
          if (s.isMark(k, ',') && isNominal(k - 1) && s.isCapital(k - 1) && s.isCapital(k + 1)) {
            further = k;
            break;
          }
          if (!isNominal(k) && !s.isMark(k, '.')) {
            break;
          }
        }
        return s.isMark(further - 1, ')') ? Math.max(1, back(further - 2, '(')) : further;
      }
    }
    return -1;
  }

  /** The noun phrase or pronoun that ends at {@code end}. */
  @Nullable Phrase phraseBefore(int end) {
    int last = end - 1;
    if (last >= 0 && s.isMark(last, '.') && s.isWord(last - 1)) {
      last--; // "Jr." "Inc."
    }
    if (last < 0) {
      return null;
    }
    if (isSubjectPronoun(last) || (s.is(last, WordClass.RELATIVE) && !s.is(last, WordClass.THAT))) {
      return new Phrase(last, last + 1, false);
    }
    boolean bare = s.is(last, WordClass.INDEFINITE);
    if (!isNominal(last) && !bare) {
      return null;
    }
    int from = last;
    boolean afterPreposition = false;
    int at = last - 1;
    while (at >= 0 && end - at < PHRASE_UNITS_MAX) {
      if (isNominal(at)
          || (s.is(at, WordClass.ADVERB) && s.word(at).endsWith("ly") && from < last)) {
        from = at--;
      } else if (s.word(at).equals("'s") || s.isMark(at, '’') || s.isMark(at, '\'')) {
        if (!isNominal(at - 1)) {
          break;
        }
        from = at - 1;
        at -= 2;
      } else if (s.isMark(at, '.') && s.isWord(at - 1) && isAbbreviated(at - 1)) {
        from = at - 1;
        at -= 2;
      } else if (s.isMark(at, ')')) {
        int open = back(at - 1, '(');
        if (open <= 0 || !isNominal(open - 1)) {
          break;
        }
        at = open - 1;
      } else if (s.isBlock(at)
          && s.reading.wordCount(s.begin(at), s.end(at)) <= 3
          && from == at + 1
          && s.isWord(at - 1)) {
        from = at--;
      } else if (s.is(at, WordClass.THAT)
          && (s.isCapital(at + 1) || (at > 0 && isFiniteCue(at - 1)))) {
        break;
      } else if (s.is(at, WordClass.DETERMINER) || s.is(at, WordClass.POSSESSIVE)) {
        from = at--;
        if (s.is(at, WordClass.DETERMINER) && !s.is(at, WordClass.THAT)) {
          from = at--;
        }
        if (!s.is(at, WordClass.PREPOSITION)) {
          break;
        }
      } else if ((s.is(at, WordClass.PREPOSITION) && !s.is(at, WordClass.SUBORDINATOR))
          || s.is(at, WordClass.LINK)) {
        if (at == 0
            || !(isNominal(at - 1) || s.is(at - 1, WordClass.INDEFINITE) || isParticiple(at - 1))
            || s.isCapital(at)) {
          afterPreposition = true;
          break;
        }
        if (isParticiple(at - 1)) {
          at--;
        }
        at--;
      } else if (s.is(at, WordClass.INDEFINITE)) {
        from = at--;
      } else if (s.is(at, WordClass.CONJUNCTION)
          && isNominal(at - 1)
          && ((s.isCapital(at - 1) && s.isCapital(at + 1))
              || (!s.isCapital(at - 1) && !s.isCapital(at + 1) && from == at + 1))) {
        from = at - 1;
        at -= 2;
      } else {
        break;
      }
    }
    if (afterPreposition && at <= 0) {
      // "In August several groups said": the adverbial ends where a new phrase opens
      int split = secondPhrase(from, last);
      if (split > 0) {
        from = split;
        afterPreposition = false;
      }
    }
    return new Phrase(from, last + 1, afterPreposition);
  }

  private boolean isAbbreviated(int u) {
    return u >= 0 && s.reading.pack.isAbbreviation(s.reading.tokens, s.token(u));
  }

  private boolean isParticiple(int u) {
    return s.isWord(u) && s.word(u).length() > 4 && s.word(u).endsWith("ed") && isNominal(u - 1);
  }

  private int secondPhrase(int from, int last) {
    for (int u = from + 1; u <= last; u++) {
      if (s.is(u, WordClass.DETERMINER) && !s.is(u - 1, WordClass.PREPOSITION)) {
        return u;
      }
    }
    for (int u = last; u > from; u--) {
      if (s.isCapital(u)
          && !s.isCapital(u - 1)
          && !s.is(u - 1, WordClass.PREPOSITION)
          && s.reading.pack.noun(s.word(u - 1), Noun.Kind.ROLE) == null) {
        return u;
      }
    }
    return s.is(from, WordClass.TIME) && from < last ? from + 1 : -1;
  }

  /** The noun phrase or pronoun that begins at {@code from}. */
  @Nullable Phrase phraseAfter(int from) {
    int at = from;
    if (isSubjectPronoun(at) || s.is(at, WordClass.OBJECT)) {
      return new Phrase(at, at + 1, false);
    }
    while (s.is(at, WordClass.DETERMINER) || s.is(at, WordClass.POSSESSIVE)) {
      at++;
    }
    int head = at;
    while (at < s.size && at - from < PHRASE_UNITS_MAX) {
      if (isNominal(at) && !(at == head && isVerb(at))) {
        at++;
      } else if (s.isMark(at, '.') && at + 1 < s.size && isAbbreviated(at - 1)) {
        at++;
      } else if ((s.word(at).equals("'s") || s.isMark(at, '’') || s.isMark(at, '\''))
          && isNominal(at + 1)) {
        at++;
      } else if (at > head
          && s.is(at, WordClass.LINK)
          && (isNominal(at + 1)
              || s.is(at + 1, WordClass.DETERMINER)
              || s.is(at + 1, WordClass.POSSESSIVE))) {
        at++;
        while (s.is(at, WordClass.DETERMINER) || s.is(at, WordClass.POSSESSIVE)) {
          at++;
        }
      } else if (at > head
          && s.is(at, WordClass.CONJUNCTION)
          && s.isCapital(at - 1)
          && s.isCapital(at + 1)) {
        at++;
      } else {
        break;
      }
    }
    while (at > head && s.is(at - 1, WordClass.LINK)) {
      at--;
    }
    return at > head || (head > from && s.is(from, WordClass.INDEFINITE))
        ? new Phrase(from, at, false)
        : null;
  }

  /** Whether a phrase can be somebody: a pronoun, a name, a determined noun, people. */
  boolean canSpeak(Phrase phrase) {
    int last = phrase.to() - 1;
    if (phrase.to() - phrase.from() == 1
        && (isSubjectPronoun(last)
            || s.is(last, WordClass.RELATIVE)
            || s.is(last, WordClass.INDEFINITE))) {
      return !s.is(last, WordClass.TIME);
    }
    boolean name = false;
    boolean determined = false;
    for (int u = phrase.from(); u < phrase.to(); u++) {
      name |=
          s.isCapital(u)
              && !s.is(u, WordClass.DETERMINER)
              && !s.is(u, WordClass.TIME)
              && !s.is(u, WordClass.NOT_NAME)
              && !s.is(u, WordClass.PREPOSITION);
      determined |=
          s.is(u, WordClass.DETERMINER)
              || s.is(u, WordClass.POSSESSIVE)
              || s.is(u, WordClass.INDEFINITE);
    }
    String head = head(phrase);
    return name
        || determined
        || isPeople(head)
        || (head.endsWith("s") && !head.endsWith("ss") && head.length() > 3)
        || s.reading.pack.noun(head, Noun.Kind.ROLE) != null;
  }

  boolean isPeople(String head) {
    return s.reading.pack.noun(head, Noun.Kind.PEOPLE) != null;
  }

  /** Whether a phrase holds a word that may be a verb: then its beginning is doubtful. */
  boolean verbBetween(Phrase phrase) {
    for (int u = phrase.from() + 1; u < phrase.to() - 1; u++) {
      String word = s.word(u);
      if (!s.isCapital(u)
          && (s.is(u, WordClass.VERB)
              || s.reading.pack.isCueWord(word)
              || s.reading.pack.ends("verb-ending", word))) {
        return true;
      }
    }
    return false;
  }

  /** The head noun of a phrase: the last word before its first preposition. */
  String head(Phrase phrase) {
    int last = phrase.from();
    for (int u = phrase.from(); u < phrase.to(); u++) {
      if (u > phrase.from()
          && s.is(u, WordClass.PREPOSITION)
          && s.isWord(u - 1)
          && !s.is(u - 1, WordClass.DETERMINER)) {
        break;
      }
      if (s.isWord(u)) {
        last = u;
      }
    }
    return s.word(last);
  }
}
