package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Noun;
import org.skep.language.WordClass;

/**
 * The noun phrases of a stretch: the one that ends before a unit, the one that begins at a unit,
 * the subject before a verb across its adverbs and asides.
 */
final class NounPhrases {
  private static final int PHRASE_UNITS_MAX = 24;
  private static final int ASIDE_UNITS_MAX = 40;
  private static final int TITLE_WORDS_MAX = 4;

  private final Stretch s;
  private final Grammar grammar;

  NounPhrases(Grammar grammar) {
    this.grammar = grammar;
    s = grammar.s;
  }

  /**
   * The subject that ends before {@code u}, where a verb group begins: back over a time, an aside
   * in commas, dashes or brackets, and again a time.
   */
  @Nullable Phrase subjectBefore(int u) {
    int end = beforeTime(u);
    if (end > 0 && s.isMark(end - 1, ')')) {
      int open = back(end - 2, '(');
      end = open > 0 ? open : end;
    }
    if (end > 1 && (s.isMark(end - 1, ',') || s.isDash(end - 1))) {
      int open = asideStart(end - 1);
      if (open <= 0) {
        return null;
      }
      Phrase described = before(beforeTime(open));
      return described != null && isName(open, end - 1)
          ? new Phrase(described.from(), end - 1, described.afterPreposition())
          : described;
    }
    return before(end);
  }

  /** "the engineer, Anna Linden,": an aside that names whoever is described before it. */
  private boolean isName(int open, int close) {
    if (!s.isMark(open, ',') || s.isCapital(open - 1) || close - open < 3) {
      return false;
    }
    for (int u = open + 1; u < close; u++) {
      if (!s.isCapital(u) && !s.isMark(u, '.')) {
        return false;
      }
    }
    return true;
  }

  /** Back over "on Monday", "last year" and "this week" when a subject stands before them. */
  private int beforeTime(int u) {
    int end = u;
    while (end > 1 && s.is(end - 1, WordClass.TIME)) {
      int before = end - 1;
      while (before > 1
          && (s.is(before - 1, WordClass.ADVERB)
              || s.is(before - 1, WordClass.DETERMINER)
              || s.is(before - 1, WordClass.TIME))) {
        before--;
      }
      before = s.is(before - 1, WordClass.PREPOSITION) ? before - 1 : before;
      if (before == 0
          || !(grammar.isNominal(before - 1)
              || grammar.isSubjectPronoun(before - 1)
              || s.isMark(before - 1, ',')
              || s.isMark(before - 1, ')'))) {
        break;
      }
      end = before;
    }
    return end;
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
      if ((s.isBlock(at) && s.reading.wordCount(s.begin(at), s.end(at)) > TITLE_WORDS_MAX)
          || s.isMark(at, ';')
          || s.isMark(at, ':')) {
        return -1;
      }
      boolean opens = s.isMark(at, ',') || (s.isDash(at) && s.isDash(close));
      if (opens
          && (grammar.isNominal(at - 1)
              || grammar.isSubjectPronoun(at - 1)
              || s.isMark(at - 1, ')')
              || s.isMark(at - 1, '.'))) {
        int inside = at + 1;
        boolean aside =
            s.is(inside, WordClass.DETERMINER)
                || s.is(inside, WordClass.POSSESSIVE)
                || s.is(inside, WordClass.RELATIVE)
                || s.is(inside, WordClass.PREPOSITION)
                || grammar.isParticiple(inside)
                || grammar.isNominal(inside);
        if (!aside) {
          return -1;
        }
        // "Sen. Corker, R-Tenn., the committee's chairman, said": go on to the first comma
        int further = at;
        for (int k = at - 1; k > 0 && at - k < 8; k--) {
          if (s.isMark(k, ',')
              && grammar.isNominal(k - 1)
              && s.isCapital(k - 1)
              && (s.isCapital(k + 1) || k + 2 == at)) {
            further = k;
            break;
          }
          if (!grammar.isNominal(k) && !s.isMark(k, '.')) {
            break;
          }
        }
        return s.isMark(further - 1, ')') ? Math.max(1, back(further - 2, '(')) : further;
      }
    }
    return -1;
  }

  /** The noun phrase or pronoun that ends at {@code end}. */
  @Nullable Phrase before(int end) {
    int last = end - 1;
    if (last >= 0 && s.isMark(last, '.') && s.isWord(last - 1)) {
      last--; // "Jr." "Inc."
    }
    if (last < 0) {
      return null;
    }
    if (grammar.isSubjectPronoun(last)
        || (s.is(last, WordClass.RELATIVE)
            && !s.is(last, WordClass.THAT)
            && !s.is(last, WordClass.POSSESSIVE))) {
      return new Phrase(last, last + 1, false);
    }
    boolean bare = s.is(last, WordClass.INDEFINITE);
    if (!grammar.isNominal(last) && !bare) {
      return null;
    }
    int from = last;
    boolean afterPreposition = false;
    int at = last - 1;
    while (at >= 0 && end - at < PHRASE_UNITS_MAX) {
      if (grammar.isNominal(at)
          || (s.is(at, WordClass.ADVERB) && s.word(at).endsWith("ly") && from < last)) {
        from = at--;
      } else if (s.word(at).equals("'s") || s.isMark(at, '’') || s.isMark(at, '\'')) {
        if (!grammar.isNominal(at - 1)) {
          break;
        }
        from = at - 1;
        at -= 2;
      } else if (s.isMark(at, '.') && s.isWord(at - 1) && isAbbreviated(at - 1)) {
        from = at - 1;
        at -= 2;
      } else if (s.isMark(at, ')')) {
        int open = back(at - 1, '(');
        if (open <= 0 || !grammar.isNominal(open - 1)) {
          break;
        }
        at = open - 1;
      } else if (s.isBlock(at)
          && s.reading.wordCount(s.begin(at), s.end(at)) <= 3
          && from == at + 1
          && s.isWord(at - 1)) {
        from = at--;
      } else if (s.is(at, WordClass.THAT)
          && (s.isCapital(at + 1) || (at > 0 && grammar.isFiniteCue(at - 1)))) {
        break;
      } else if (s.is(at, WordClass.DETERMINER) || s.is(at, WordClass.POSSESSIVE)) {
        from = at--;
        if (s.is(at, WordClass.DETERMINER) && !s.is(at, WordClass.THAT)) {
          from = at--;
        }
        if (!s.is(at, WordClass.PREPOSITION) && !isOwned(at)) {
          break;
        }
      } else if ((s.is(at, WordClass.PREPOSITION) && !s.is(at, WordClass.SUBORDINATOR))
          || s.is(at, WordClass.LINK)) {
        if (at == 0
            || !(grammar.isNominal(at - 1)
                || s.is(at - 1, WordClass.INDEFINITE)
                || isParticiple(at - 1))
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
          && grammar.isNominal(at - 1)
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

  /** Whether a noun stands here that a genitive follows: "der Präsident des Verbands". */
  private boolean isOwned(int noun) {
    return s.reading.pack.has("noun-capitals")
        && s.isCapital(noun)
        && grammar.isNominal(noun)
        && !s.is(noun, WordClass.TIME);
  }

  /** "retired" in "retired general Anna Linden": a participle before the noun it belongs to. */
  private boolean modifies(int u) {
    return s.reading.pack.ends("verb-ending", s.word(u))
        && !s.is(u, WordClass.VERB)
        && !grammar.isFiniteCue(u)
        && s.reading.pack.noun(s.word(u + 1), Noun.Kind.ROLE) != null;
  }

  private boolean isAbbreviated(int u) {
    return u >= 0 && s.reading.pack.isAbbreviation(s.reading.tokens, s.token(u));
  }

  private boolean isParticiple(int u) {
    return s.isWord(u)
        && s.word(u).length() > 4
        && s.word(u).endsWith("ed")
        && grammar.isNominal(u - 1);
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
  @Nullable Phrase after(int from) {
    int at = from;
    boolean article = s.is(at, WordClass.IT) && s.is(at, WordClass.DETERMINER); // Dutch "het"
    boolean opens = article && grammar.isNominal(at + 1);
    if ((grammar.isSubjectPronoun(at) && !opens) || s.is(at, WordClass.OBJECT)) {
      return new Phrase(at, at + 1, false);
    }
    while (s.is(at, WordClass.DETERMINER) || s.is(at, WordClass.POSSESSIVE)) {
      at++;
    }
    int head = at;
    while (at < s.size && at - from < PHRASE_UNITS_MAX) {
      if ((grammar.isNominal(at) && !(at == head && grammar.isVerb(at)))
          || (at == head && modifies(at))) {
        at++;
      } else if (s.isMark(at, '.') && at + 1 < s.size && isAbbreviated(at - 1)) {
        at++;
      } else if ((s.word(at).equals("'s") || s.isMark(at, '’') || s.isMark(at, '\''))
          && grammar.isNominal(at + 1)) {
        at++;
      } else if (at > head
          && s.is(at, WordClass.LINK)
          && !s.is(at + 1, WordClass.TIME)
          && (grammar.isNominal(at + 1)
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
    at = s.reading.pack.has("noun-capitals") ? nounEnd(head, at) : at;
    return at > head || (head > from && s.is(from, WordClass.INDEFINITE))
        ? new Phrase(from, at, false)
        : null;
  }

  /** Where nouns have capitals a phrase ends with one: "der Universität Kiel schläft". */
  private int nounEnd(int head, int end) {
    int at = end;
    while (at > head && s.isWord(at - 1) && !s.isCapital(at - 1)) {
      at--;
    }
    return at == head ? end : at;
  }
}
