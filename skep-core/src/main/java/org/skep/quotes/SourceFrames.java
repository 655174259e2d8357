package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/** Cues that are no verbs: "according to S, Q", "S zufolge Q", "it was reported that Q". */
final class SourceFrames {
  private static final int PAPER_UNITS_MAX = 8;

  private final Stretch s;
  private final Grammar grammar;
  private final NounPhrases phrases;
  private final Sources sources;
  private final Clauses clauses;
  private final CueSigns signs;
  private final Findings findings;
  private final boolean verbSecond;

  SourceFrames(Syntax syntax, Findings findings) {
    s = syntax.s();
    grammar = syntax.grammar();
    phrases = syntax.phrases();
    sources = syntax.sources();
    clauses = syntax.clauses();
    signs = new CueSigns(syntax);
    this.findings = findings;
    verbSecond = s.reading.pack.has("verb-second");
  }

  /** One-word cues are common prepositions too: they need a clause's edge or a name. */
  private boolean standsApart(int from, int to) {
    return from == 0
        || s.isMark(from - 1)
        || s.isBlock(from - 1)
        || (s.isCapital(to) && !s.reading.pack.has("noun-capitals"))
        || (verbSecond && s.is(from, WordClass.PREPOSITION));
  }

  /**
   * "Nach Ansicht von S", "seiner Meinung nach": what stands beside the cue names something said.
   */
  boolean sourceNoun(Cue cue, int from, int to) {
    Phrase after = phrases.after(to);
    if (after != null && namesSaying(after)) {
      return sourceFirst(cue, from, to, after);
    }
    Phrase before = phrases.before(from);
    return before != null
        && (after == null || s.is(before.from(), WordClass.POSSESSIVE))
        && namesSaying(before)
        && sourceAfter(cue, from, to);
  }

  private boolean namesSaying(Phrase phrase) {
    for (int u = phrase.from(); u < phrase.to(); u++) {
      String word = s.word(u);
      if (s.reading.pack.isSpeechNoun(word)
          || s.reading.pack.noun(word, Noun.Kind.DOCUMENT) != null) {
        return true;
      }
      if (u > phrase.from() && s.isCapital(u)) {
        return false;
      }
    }
    return false;
  }

  boolean sourceFirst(Cue cue, int from, int to) {
    Phrase source = genitive(phrases.after(to));
    boolean anybody = cue.words().size() > 1 || (source != null && sources.canSpeak(source));
    return source != null
        && anybody
        && (cue.words().size() > 1 || standsApart(from, to))
        && (from > 0 || !verbSecond || isPreposition(cue, from) || s.isMark(source.to()))
        && sourceFirst(cue, from, to, source);
  }

  /**
   * "Zdaniem opozycji plan upadł": where no article and no comma parts the source from the clause,
   * it ends before the first small word without the ending of a genitive, or behind a name.
   */
  private @Nullable Phrase genitive(@Nullable Phrase source) {
    if (source == null || !s.reading.pack.has("genitive-ending")) {
      return source;
    }
    int end = source.from() + 1;
    while (end < source.to()
        && (s.isCapital(end)
            || (!s.isCapital(end - 1) && s.reading.pack.ends("genitive-ending", s.word(end))))) {
      end++;
    }
    return new Phrase(source.from(), end, source.afterPreposition());
  }

  /** "So gewonnene Daten" and "So sagte S" open with an adverb; "So die Polizei:" does not. */
  private boolean isPreposition(Cue cue, int from) {
    return cue.words().size() > 1 || s.is(from, WordClass.PREPOSITION);
  }

  private boolean sourceFirst(Cue cue, int from, int to, Phrase source) {
    int limit = s.trimmedEnd();
    int after = clauses.afterAside(source.to());
    boolean first =
        from == 0 || (from == 1 && (s.is(0, WordClass.CONJUNCTION) || s.is(0, WordClass.ADVERB)));
    Pattern pattern = first ? Pattern.SOURCE_FIRST : Pattern.SOURCE_LAST;
    Report report = Report.of(cue, from, to, source);
    Draft draft = signs.draft(pattern, report, findings.size());
    if (first) {
      int begin = after;
      while (begin < limit && s.isMark(begin, ',')) {
        begin++;
      }
      if (begin >= limit) {
        begin = source.to();
        while (begin < limit && s.isMark(begin, ',')) {
          begin++;
        }
      }
      if (begin >= limit) {
        return false;
      }
      draft.addContent(s.begin(begin), s.end(limit - 1));
      return findings.add(draft, begin, limit, report);
    }
    int end = from;
    while (end > 0 && s.isMark(end - 1)) {
      end--;
    }
    int begin = findings.leftStart(end);
    int relative = verbSecond ? new MainVerb(s).relative(end) : -1;
    if (relative >= begin) {
      begin = relative; // "Der Bau, der laut S teuer wird, ruht": only the clause is said
      limit = clauses.objectEnd(after, limit);
    } else if (verbSecond) {
      begin = ownClause(begin, end);
      limit = clauses.clauseEnd(from, limit);
    }
    if (end <= begin) {
      return false;
    }
    draft.addContent(s.begin(begin), s.end(end - 1));
    draft.speech = end - begin == 1 && s.isBlock(begin);
    int next = after < limit ? after : source.to();
    next = verbSecond ? next : clauses.afterPhrases(next);
    next = s.isMark(next) ? next + 1 : next;
    boolean goesOn =
        verbSecond
            ? after < limit || grammar.hasVerb(source.to() + 1, limit)
            : interrupts(begin, from, next);
    if (goesOn && next < limit) {
      draft.addContent(s.begin(next), s.end(limit - 1));
      end = limit;
    }
    return findings.add(draft, begin, end, report);
  }

  /**
   * Where the clause around a cue begins: "Die Mutter sah zu, die Taten seien laut S verjährt" has
   * two subjects, "Der Fahrer, der floh, sei laut S betrunken" has one.
   */
  private int ownClause(int begin, int end) {
    var verb = new MainVerb(s);
    boolean finite = false;
    for (int u = end - 1; u > begin; u--) {
      if (s.isMark(u, ',') || s.isMark(u, ':')) {
        return finite && !verb.isFinite(u + 1) && !verb.opensOther(u + 1) ? u + 1 : begin;
      }
      finite |= verb.isFinite(u);
    }
    return begin;
  }

  /**
   * "The plant, according to S, has leaked": the cue parts a subject from its verb. Few verbs are
   * known in most languages, so what is no new clause or adverbial is taken for one.
   */
  private boolean interrupts(int begin, int cue, int next) {
    Phrase left = phrases.after(begin);
    boolean subject = left != null && left.to() == cue - 1;
    return s.isMark(cue - 1, ',')
        && s.isMark(next - 1, ',')
        && (grammar.isVerb(next) || (subject && grammar.opensPredicate(next)));
  }

  boolean sourceAfter(Cue cue, int from, int to) {
    Phrase source = phrases.before(from);
    if (source == null || !sources.canSpeak(source)) {
      return false;
    }
    int limit = s.trimmedEnd();
    Report report = Report.of(cue, from, to, source);
    Pattern pattern = source.from() == 0 ? Pattern.SOURCE_FIRST : Pattern.SOURCE_LAST;
    Draft draft = signs.draft(pattern, report, findings.size());
    if (source.from() > 0) {
      draft.addContent(s.begin(0), s.end(source.from() - 1));
    }
    if (to < limit) {
      draft.addContent(s.begin(to), s.end(limit - 1));
    }
    return !draft.content.isEmpty() && findings.add(draft, 0, limit, report);
  }

  /** "It was reported that Q", "In dem Schreiben heißt es: Q", "Q, heißt es in dem Schreiben". */
  boolean impersonal(Cue cue, int from, int to) {
    int limit = s.trimmedEnd();
    Phrase source = clauses.speechBefore(from) ? null : placeBefore(from);
    source = source == null ? placeAfter(to, limit) : source;
    Report report = Report.of(cue, from, to, source);
    int next = source != null && source.from() >= to ? source.to() : to;
    int block = clauses.firstBlock(next, limit);
    int begin = s.isMark(next, ':') || s.isMark(next, ',') ? next + 1 : next;
    if (block > next && s.isMark(block - 1, ':')) {
      begin = block; // "heißt es in dem Schreiben der Stadt wörtlich: Q"
    }
    boolean opens =
        grammar.opensClause(begin)
            || s.isBlock(begin)
            || s.isMark(next, ':')
            || (s.isMark(to, ',') && !clauses.speechBefore(from));
    if (begin < limit && opens) {
      boolean spoken = s.isBlock(begin);
      Draft draft = sourced(spoken ? Pattern.QUOTE_RIGHT : Pattern.THAT, report);
      draft.addContent(s.begin(begin), s.end(limit - 1));
      return findings.add(draft, begin, limit, report);
    }
    int end = from;
    while (end > 0 && s.isMark(end - 1)) {
      end--;
    }
    int left = findings.leftStart(end);
    if ((end == from && !s.isBlock(from - 1)) || end <= left) {
      return false;
    }
    Draft draft = sourced(s.isBlock(end - 1) ? Pattern.QUOTE_LEFT : Pattern.LEFT, report);
    draft.addContent(s.begin(left), s.end(end - 1));
    return findings.add(draft, left, end, report);
  }

  private Draft sourced(Pattern pattern, Report report) {
    Draft draft = signs.draft(pattern, report, findings.size());
    if (report.subject() == null) {
      draft.signs.add("source none");
    }
    return draft;
  }

  /** "In dem Schreiben", with what follows it before the cue: "der Stadt", ", das vorliegt,". */
  private @Nullable Phrase placeBefore(int cue) {
    for (int u = 0; u < cue; u++) {
      Phrase paper = s.is(u, WordClass.PREPOSITION) ? paper(u + 1, cue) : null;
      if (paper != null) {
        return paper;
      }
    }
    return null;
  }

  /** "dazu in dem Schreiben", "weiter auf der Seite". */
  private @Nullable Phrase placeAfter(int to, int limit) {
    for (int u = to; u < limit && !s.isBlock(u) && !s.isMark(u); u++) {
      Phrase paper = s.is(u, WordClass.PREPOSITION) ? paper(u + 1, limit) : null;
      if (paper != null) {
        return paper;
      }
    }
    return null;
  }

  /** The words from a unit to the first that names a paper or who publishes: none far away. */
  private @Nullable Phrase paper(int from, int limit) {
    for (int u = from; u < Math.min(limit, from + PAPER_UNITS_MAX) && isInPhrase(u); u++) {
      var phrase = new Phrase(u, u + 1, false);
      boolean noun = s.isCapital(u) || !s.reading.pack.has("noun-capitals");
      if (s.is(from - 1, WordClass.AGENT) && s.isCapital(u)) {
        return new Phrase(from, u + 1, false); // "hieß es aus Brüssel"
      }
      if (noun && (sources.isSomebody(phrase) || sources.isDocument(s.word(u)))) {
        return new Phrase(from, u + 1, false);
      }
    }
    return null;
  }

  private boolean isInPhrase(int u) {
    return s.isWord(u)
        && !s.is(u, WordClass.CONJUNCTION)
        && (s.isCapital(u) || !s.is(u, WordClass.AUXILIARY) || s.is(u, WordClass.DETERMINER));
  }
}
