package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.Noun;
import org.skep.language.WordClass;

/** Who stands beside a cue verb: before it, after it, inside its bracket, or in the main clause. */
final class Subjects {
  private static final int BRACKET_UNITS_MAX = 12;

  private final Stretch s;
  private final Grammar grammar;
  private final NounPhrases phrases;
  private final Sources sources;
  private final Clauses clauses;
  private final Findings findings;
  private final boolean verbSecond;

  Subjects(Syntax syntax, Findings findings) {
    s = syntax.s();
    grammar = syntax.grammar();
    phrases = syntax.phrases();
    sources = syntax.sources();
    clauses = syntax.clauses();
    this.findings = findings;
    verbSecond = s.reading.pack.has("verb-second");
  }

  /**
   * The cue with its subject, or null when the word is no cue here or nobody can be its subject.
   */
  @Nullable Report of(Cue cue, int from, int to) {
    boolean infinitive = s.is(from - 1, WordClass.INFINITIVE) && cue.form() == Cue.Form.BASE;
    if ((s.isCapital(from) && from > 0 && !s.isBlock(from - 1))
        || s.is(from - 1, WordClass.DETERMINER)
        || s.is(from - 1, WordClass.POSSESSIVE)
        || (infinitive && !announces(cue, to))) {
      return null;
    }
    int group = grammar.verbGroupStart(from);
    boolean helped = group < from;
    if (helped && isPassive(cue, group, from)) {
      Phrase agent = s.is(to, WordClass.AGENT) ? phrases.after(to + 1) : null;
      return agent != null && sources.canSpeak(agent)
          ? new Report(cue, from, to, group, agent, true, false)
          : null;
    }
    if (cue.form() == Cue.Form.PARTICIPLE && !helped) {
      group = auxiliaryBefore(from); // "hat am Montag gesagt"
      if (group < 0) {
        return null;
      }
      Phrase inside =
          verbSecond
              ? phrases.after(group + 1)
              : s.is(from - 1, WordClass.PRONOUN) ? phrases.after(from - 1) : null; // a-t-il dit
      if (inside != null && inside.to() <= from && sources.canSpeak(inside)) {
        // "hat der Minister gesagt", "wird Panke zitiert": the subject stands inside the bracket
        return new Report(cue, from, to, group, inside, false, true);
      }
    }
    Phrase subject = cue.form() == Cue.Form.GERUND && !helped ? null : phrases.subjectBefore(group);
    boolean perfect = cue.form() == Cue.Form.PARTICIPLE && helped; // "«...», ha detto S"
    boolean closes = clauses.speechBefore(group) || s.isMark(group - 1, ',');
    if ((cue.form() == Cue.Form.FINITE || (perfect && closes))
        && (verbSecond || cue.type() == CueClass.CLAUSE || cue.type() == CueClass.ATTITUDE)) {
      boolean quoteBefore = clauses.speechBefore(group);
      boolean opens = group == 0 || endsClause(group - 1) || s.is(group - 1, WordClass.AS);
      if (quoteBefore || verbSecond || opens) {
        Phrase after = invertedSubject(to, quoteBefore);
        boolean aside = subject != null && !subject.afterPreposition() && !quoteBefore;
        if (after != null && (verbSecond || !aside || after.to() >= s.trimmedEnd())) {
          return new Report(cue, from, to, group, after, true, false);
        }
      }
    }
    boolean inherited = false;
    if (infinitive) {
      subject = mainSubject(from);
      inherited = true;
    } else if (cue.form() == Cue.Form.GERUND && !helped) {
      subject = isFree(from) ? mainSubject(from) : ofDocument(from);
      if (subject == null && s.is(from - 1, WordClass.PREPOSITION)) {
        subject = phrases.subjectBefore(grammar.verbGroupStart(from - 2)); // "he began by saying"
      }
      inherited = true;
    } else if (subject == null && isCoordinated(group)) {
      subject = mainSubject(group);
      inherited = true;
    }
    if (subject == null
        || !sources.canSpeak(subject)
        || (s.reading.pack.isNounCue(s.word(from)) && sources.verbBetween(subject))
        || (cue.form() == Cue.Form.BASE && !helped && !infinitive && !sources.isPlural(subject))) {
      return null;
    }
    return new Report(cue, from, to, group, subject, false, inherited);
  }

  /** "was asked", "had been told": the subject is the one spoken to. */
  private boolean isPassive(Cue cue, int group, int from) {
    boolean past = cue.form() == Cue.Form.FINITE || cue.form() == Cue.Form.PARTICIPLE;
    boolean addressed =
        s.reading.pack.cuesFrom(s.word(from)).stream()
            .anyMatch(other -> other.type() == CueClass.TOLD);
    if (verbSecond || !past || !addressed || cue.type() == CueClass.OBJECT) {
      return false;
    }
    for (int u = group; u < from; u++) {
      if (s.is(u, WordClass.PASSIVE)) {
        return true;
      }
    }
    return false;
  }

  /** "went so far as to say: Q" has said it. */
  private boolean announces(Cue cue, int to) {
    return cue.type() == CueClass.CLAUSE && s.isMark(to, ':') && s.isBlock(to + 1);
  }

  private boolean endsClause(int u) {
    return s.isMark(u, ',') || s.isMark(u, '?') || s.isMark(u, '!');
  }

  /** Whether a bare "-ing" form may open a clause: ", saying", "by saying". */
  private boolean isFree(int from) {
    return from == 0
        || s.isMark(from - 1)
        || s.isBlock(from - 1)
        || s.is(from - 1, WordClass.PREPOSITION)
        || s.is(from - 1, WordClass.SUBORDINATOR)
        || s.is(from - 1, WordClass.CONJUNCTION);
  }

  /** "S released a statement on Monday saying": the subject of the clause, else the statement. */
  private @Nullable Phrase ofDocument(int from) {
    Phrase document = phrases.subjectBefore(from);
    if (document == null || !sources.isDocument(sources.head(document))) {
      return null;
    }
    Phrase subject = mainSubject(document.from());
    return subject == null ? document : subject;
  }

  private int auxiliaryBefore(int from) {
    for (int u = from - 1; u > 0 && from - u < BRACKET_UNITS_MAX; u--) {
      if (s.isMark(u) || s.isBlock(u)) {
        return -1;
      }
      if (s.is(u, WordClass.AUXILIARY)) {
        return grammar.verbGroupStart(u);
      }
    }
    return -1;
  }

  private boolean isCoordinated(int group) {
    return group > 0
        && (s.is(group - 1, WordClass.CONJUNCTION)
            || s.isMark(group - 1, ',')
            || s.isDash(group - 1));
  }

  /** The subject of the sentence. */
  @Nullable Phrase main() {
    Phrase subject = mainSubject(s.size);
    return subject != null && sources.canSpeak(subject) ? subject : null;
  }

  private @Nullable Phrase invertedSubject(int to, boolean quoteBefore) {
    int day = verbSecond ? to : clauses.afterTime(to);
    int at = day;
    while (s.is(at, WordClass.ADVERB) && !s.is(at, WordClass.DETERMINER)) {
      at++;
    }
    Phrase phrase = phrases.after(at);
    if (phrase == null
        || (day > to && phrase.to() < s.size && !s.isMark(phrase.to()))
        || (s.is(phrase.from(), WordClass.OBJECT) && !s.is(phrase.from(), WordClass.PRONOUN))
        || s.is(phrase.from(), WordClass.TIME)
        || isDay(phrase)) {
      return null;
    }
    if (!quoteBefore && !verbSecond) {
      // ", said S." closes the sentence or an aside; "..., says he will" does not
      int after = phrase.to();
      if (after < s.size
          && !s.isMark(after)
          && !s.is(after, WordClass.PREPOSITION)
          && !s.is(after, WordClass.TIME)
          && !s.is(after, WordClass.RELATIVE)
          && !s.is(after, WordClass.SUBORDINATOR)
          && !s.is(after, WordClass.CONJUNCTION)
          && !s.is(after, WordClass.ADVERB)) {
        return null;
      }
    }
    return sources.canSpeak(phrase) || (quoteBefore && isBareNoun(phrase)) ? phrase : null;
  }

  /** "«Q», — спросил сержант": where nouns have no articles, one that says how is none. */
  private boolean isBareNoun(Phrase phrase) {
    boolean alone = phrase.to() - phrase.from() == 1;
    return s.reading.pack.has("no-articles")
        && !(alone && s.reading.pack.ends("manner-ending", s.word(phrase.from())));
  }

  /** "«Q», dijo el lunes en la radio": a day is nobody; "the Sunday papers" may be. */
  private boolean isDay(Phrase phrase) {
    int day = phrase.from() + 1;
    return s.is(day - 1, WordClass.DETERMINER)
        && s.is(day, WordClass.TIME)
        && (phrase.to() == day + 1 || s.is(day + 1, WordClass.PREPOSITION));
  }

  /** Whom a relative pronoun stands for: "Linden, who". */
  private @Nullable Phrase ownerOf(Phrase relative) {
    Phrase owner = phrases.before(relative.from() - 1);
    return owner != null && sources.canSpeak(owner) ? owner : null;
  }

  /**
   * The subject of the main clause: the last cue's in this sentence, else the first noun phrase.
   */
  private @Nullable Phrase mainSubject(int before) {
    Phrase last = findings.lastSubject(before);
    if (last != null) {
      Phrase owner = clauses.relativeEnd(last, last.to(), before) < before ? ownerOf(last) : null;
      return owner == null ? last : owner;
    }
    int at = 0;
    if (opensAdverbial(0)) {
      at = afterAdverbial(before);
      if (at >= before) {
        boolean linked = s.is(0, WordClass.CONJUNCTION) || s.is(0, WordClass.ADVERB);
        at = linked ? 1 : grammar.isParticiple(0) ? 0 : before;
      }
    }
    if (at >= before || s.isBlock(at)) {
      return null;
    }
    Phrase phrase = phrases.after(at);
    return phrase != null && phrase.to() <= before && !s.is(at, WordClass.OBJECT) ? phrase : null;
  }

  /**
   * "In August", "Walking home", "Asked why", "Shortly after", "Hours later": a subject comes
   * behind a comma.
   */
  private boolean opensAdverbial(int u) {
    return grammar.isParticiple(u)
        || (grammar.isFiniteCue(u) && !s.reading.pack.isNounCue(s.word(u)))
        || grammar.isManner(u)
        || s.is(u, WordClass.PREPOSITION)
        || s.is(u, WordClass.SUBORDINATOR)
        || s.is(u, WordClass.ADVERB)
        || s.is(u, WordClass.CONJUNCTION)
        || s.reading.pack.noun(s.word(u), Noun.Kind.PERIOD) != null;
  }

  /** Behind the commas of an opening adverbial: "Speaking in Arlen, Northshire, the mayor". */
  private int afterAdverbial(int before) {
    int at = 0;
    while (at < before) {
      while (at < before && !s.isMark(at, ',')) {
        at++;
      }
      at++;
      Phrase phrase = phrases.after(at);
      if (phrase == null
          || !s.isMark(phrase.to(), ',')
          || !s.isCapital(at - 2)
          || !s.isCapital(phrase.from())
          || !(s.isCapital(phrase.to() + 1) || s.is(phrase.to() + 1, WordClass.DETERMINER))) {
        return at; // no place in commas
      }
      at = phrase.to();
    }
    return at;
  }
}
