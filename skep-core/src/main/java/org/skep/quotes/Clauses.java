package org.skep.quotes;

import org.skep.language.CueClass;
import org.skep.language.WordClass;

/** Where what is said begins and ends beside its cue: addressees, asides, clauses, objects. */
final class Clauses {
  private static final int TITLE_WORDS_MAX = 4;
  private static final int LISTENER_UNITS_MAX = 6;

  private final Stretch s;
  private final Grammar grammar;
  private final NounPhrases phrases;
  private final Sources sources;

  Clauses(Grammar grammar, NounPhrases phrases, Sources sources) {
    this.grammar = grammar;
    this.phrases = phrases;
    this.sources = sources;
    s = grammar.s;
  }

  /** Whether a quotation ends right before a unit, but for a comma and a dash. */
  boolean speechBefore(int u) {
    int at = u - 1;
    if (s.isDash(at)) {
      at--;
    }
    if (s.isMark(at, ',')) {
      at--;
    }
    return s.isBlock(at);
  }

  /** After ", a doctor," or ", who lives there,": an aside is closed by a comma and has no verb. */
  int afterAside(int u) {
    if (!s.isMark(u, ',') || s.isBlock(u + 1)) {
      return u;
    }
    int at = u + 1;
    while (at < s.size && !s.isMark(at, ',') && !s.isBlock(at)) {
      at++;
    }
    boolean closed = at < s.size && s.isMark(at, ',');
    boolean aside = s.is(u + 1, WordClass.RELATIVE) || !grammar.hasVerb(u + 1, at);
    return (closed && aside) || at == s.size ? at : u;
  }

  /** After "told O", "said to O", "said on Monday in a speech": where what is said may begin. */
  int skipAddressee(CueClass type, int from, int limit) {
    int at = from;
    boolean that =
        s.is(at, WordClass.THAT) && s.is(at, WordClass.DETERMINER); // "warned that costs"
    if ((type == CueClass.TOLD || type == CueClass.TO) && !s.isBlock(at) && !that) {
      Phrase phrase = phrases.after(at);
      if (phrase != null) {
        at = phrase.to();
      }
      if (s.is(at, WordClass.POSSESSIVE) && s.isBlock(at + 1)) {
        at += 2; // told the station's "Morning Show"
      }
    }
    int clause = type == CueClass.CLAUSE ? thatBehind(at, limit) : -1;
    if (clause >= 0) {
      return clause;
    }
    for (int guard = 0; guard < 5 && at < limit; guard++) {
      if (s.is(at, WordClass.DETERMINER) && s.is(at + 1, WordClass.TIME)) {
        at += 2; // "el martes"
        continue;
      }
      if ((s.is(at, WordClass.ADVERB) && !s.is(at, WordClass.SUBORDINATOR))
          || (s.is(at, WordClass.TIME) && !s.isCapital(at + 1))) {
        at++;
        continue;
      }
      boolean preposition =
          s.is(at, WordClass.PREPOSITION) && !(s.is(at, WordClass.INFINITIVE) && !nominalAfter(at));
      if (!preposition || type == CueClass.OBJECT || type == CueClass.TO) {
        break;
      }
      Phrase phrase = phrases.after(at + 1);
      if (phrase == null) {
        break;
      }
      at = phrase.to();
    }
    return at;
  }

  /**
   * "заявил журналистам, что", "insistió ante el juez en que": the comma or conjunction that opens
   * the clause, when nothing but one listener or adverbial stands before it; -1 otherwise.
   */
  private int thatBehind(int from, int limit) {
    for (int u = from; u < Math.min(limit - 1, from + LISTENER_UNITS_MAX) && s.isWord(u); u++) {
      boolean comma = s.isMark(u + 1, ',') && s.is(u + 2, WordClass.THAT);
      if (comma && s.reading.pack.has("no-articles")) {
        return u + 1;
      }
      if (s.is(u, WordClass.PREPOSITION) && isOnlyThat(u + 1)) {
        return u + 1;
      }
      if (s.is(u, WordClass.AUXILIARY) || s.is(u, WordClass.THAT)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isOnlyThat(int u) {
    return s.is(u, WordClass.THAT) && !s.is(u, WordClass.DETERMINER);
  }

  private boolean nominalAfter(int infinitive) {
    int u = infinitive + 1;
    return s.isCapital(u)
        || s.is(u, WordClass.DETERMINER)
        || s.is(u, WordClass.POSSESSIVE)
        || s.is(u, WordClass.OBJECT)
        || sources.isPeople(s.word(u))
        || s.word(u).endsWith("s");
  }

  /** After "el domingo", "on Sunday", "w niedzielę", unless a noun goes on: "the Sunday papers". */
  int afterTime(int u) {
    int at = u;
    while (true) {
      int day = s.is(at, WordClass.PREPOSITION) ? at + 1 : at;
      day = s.is(day, WordClass.DETERMINER) ? day + 1 : day;
      boolean noun =
          grammar.isNominal(day + 1) && !s.isCapital(day + 1) && !s.reading.pack.has("no-articles");
      if (!s.is(day, WordClass.TIME) || noun) {
        return at;
      }
      at = day + 1;
    }
  }

  /** After the phrases with a preposition that stand here: "a report by the auditor of Arlen". */
  int afterPhrases(int u) {
    int at = u;
    while (s.is(at, WordClass.PREPOSITION)) {
      Phrase phrase = phrases.after(at + 1);
      if (phrase == null) {
        return at;
      }
      at = phrase.to();
    }
    return at;
  }

  int blockAt(int u, int limit) {
    int at = u;
    while (at < limit
        && at < u + 2
        && s.isMark(at)
        && (s.isMark(at, ',') || s.isMark(at, ':') || s.isDash(at))) {
      at++;
    }
    return at < limit && s.isBlock(at) ? at : -1;
  }

  /** Whether a quotation is no longer than the name of a programme or a paper. */
  boolean isShort(int block) {
    return s.reading.wordCount(s.begin(block), s.end(block)) <= TITLE_WORDS_MAX;
  }

  /** Whether a quotation stands inside the clause: he said the plan "was never going to work". */
  boolean hasSpeech(int from, int to) {
    int block = firstBlock(from, to);
    return block > from && phrases.after(from) != null;
  }

  /** Where a clause ends that begins at {@code from}: at a mark stronger than a comma. */
  int clauseEnd(int from, int limit) {
    for (int u = from; u < limit; u++) {
      if (s.isMark(u, ';')) {
        return u;
      }
    }
    return limit;
  }

  /**
   * Where the clause of a relative subject between commas closes: "Linden, who said that Q, left".
   */
  int relativeEnd(Phrase subject, int from, int limit) {
    if (s.is(subject.from(), WordClass.RELATIVE) && s.isMark(subject.from() - 1, ',')) {
      for (int u = from; u + 1 < limit; u++) {
        if (s.isMark(u, ',') && (grammar.isVerb(u + 1) || isPast(u + 1))) {
          return u;
        }
      }
    }
    return limit;
  }

  private boolean isPast(int u) {
    return s.isWord(u)
        && s.reading.pack.ends("verb-ending", s.word(u))
        && (s.is(u + 1, WordClass.DETERMINER) || s.is(u + 1, WordClass.POSSESSIVE));
  }

  /**
   * Where speech ends that begins with a quotation: with it, when a comma or question mark inside
   * closes it and no other quotation is linked to it.
   */
  int speechEnd(int block, int limit) {
    if (s.is(block + 1, WordClass.CONJUNCTION) && grammar.isVerb(block + 2)) {
      return block + 1; // "called it “a joke” and walked out"
    }
    if (!s.endsOpen(block) || s.isBlock(block + 1)) {
      return limit;
    }
    boolean linked =
        s.is(block + 1, WordClass.CONJUNCTION) || s.isMark(block + 1, ',') || s.isDash(block + 1);
    return linked && (s.isBlock(block + 2) || s.isBlock(block + 3)) ? limit : block + 1;
  }

  /** "described the raid as “cruel” and sentenced": a verb joined to the cue's ends its object. */
  int objectSpeechEnd(int from, int limit) {
    int block = firstBlock(from, limit);
    return block > from && !grammar.hasVerb(from, block) && speechEnd(block, limit) == block + 1
        ? block + 1
        : limit;
  }

  int objectEnd(int from, int limit) {
    for (int u = from; u < limit; u++) {
      if (s.isMark(u, ',')
          || s.isMark(u, ';')
          || (s.isDash(u) && u > from)
          || (s.is(u, WordClass.SUBORDINATOR)
              && !s.is(u, WordClass.PREPOSITION)
              && !s.is(u, WordClass.THAT)
              && u > from)
          || (u > from
              && s.is(u, WordClass.CONJUNCTION)
              && (grammar.isVerb(u + 1) || s.is(u + 1, WordClass.ADVERB)))) {
        return u;
      }
    }
    return limit;
  }

  int firstBlock(int from, int to) {
    for (int u = from; u < to; u++) {
      if (s.isBlock(u)) {
        return u;
      }
    }
    return -1;
  }
}
