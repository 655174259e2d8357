package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * Cues that are nouns with somebody they belong to: "S's claim that Q", "his promise to Q", "a
 * warning by S that Q", "her answer was that Q".
 */
final class NounFrames {
  private static final int ADJECTIVES_MAX = 2;

  private final Stretch s;
  private final Grammar grammar;
  private final NounPhrases phrases;
  private final Sources sources;
  private final Clauses clauses;
  private final CueSigns signs;
  private final Findings findings;

  NounFrames(Syntax syntax, Findings findings) {
    s = syntax.s();
    grammar = syntax.grammar();
    phrases = syntax.phrases();
    sources = syntax.sources();
    clauses = syntax.clauses();
    signs = new CueSigns(syntax);
    this.findings = findings;
  }

  /** Whether the noun has an owner and something said, which then is among the findings. */
  boolean tried(Cue cue, int from, int to) {
    int limit = s.trimmedEnd();
    Phrase owner = ownerBefore(from);
    int at = to;
    if (owner == null) {
      owner = ownerAfter(to);
      at = owner == null ? to : owner.to();
    }
    if (owner == null || at >= limit || !sources.canSpeak(owner)) {
      return false;
    }
    while (grammar.isBetween(at) && grammar.opensClause(at + 1)) {
      at++; // "her answer was that"
    }
    Pattern pattern = pattern(at, limit);
    if (pattern == null) {
      return false;
    }
    int end = clauses.objectEnd(at, limit);
    if (pattern == Pattern.NOUN_THAT && owner.from() == 0) {
      end = subjectEnd(at, end);
    }
    if (end <= at + 1) {
      return false;
    }
    Report report = Report.of(cue, from, to, owner);
    Draft draft = signs.draft(pattern, report, findings.size());
    draft.addContent(s.begin(at), s.end(end - 1));
    return findings.add(draft, at, end, report);
  }

  /** "S's claim that Q was false": Q ends before the second verb, whose subject the claim is. */
  private int subjectEnd(int from, int end) {
    boolean own = false;
    for (int u = from + 1; u < end; u++) {
      boolean verb = s.is(u, WordClass.AUXILIARY);
      int group = grammar.verbGroupStart(u);
      boolean opens = verb && (group == u || !s.is(group, WordClass.AUXILIARY));
      if (opens && own && !s.is(u - 1, WordClass.CONJUNCTION) && !grammar.isSubjectPronoun(u - 1)) {
        return u;
      }
      own |= verb || grammar.isVerb(u);
    }
    return end;
  }

  /** "X's" or "his", with up to two adjectives between it and the noun. */
  private @Nullable Phrase ownerBefore(int from) {
    int at = from - 1;
    while (at > 0 && from - at <= ADJECTIVES_MAX && grammar.isNominal(at)) {
      at--;
    }
    if (!s.is(at, WordClass.POSSESSIVE)) {
      return null;
    }
    if (grammar.isSuffix(at) || s.isMark(at)) {
      return phrases.before(at);
    }
    return new Phrase(at, at + 1, false);
  }

  /** "a claim by X", "an admission from X". */
  private @Nullable Phrase ownerAfter(int to) {
    return s.is(to, WordClass.PREPOSITION) && s.isCapital(to + 1) ? phrases.after(to + 1) : null;
  }

  private @Nullable Pattern pattern(int at, int limit) {
    if (grammar.opensClause(at)) {
      return Pattern.NOUN_THAT;
    }
    if (s.is(at, WordClass.INFINITIVE) && !s.isCapital(at + 1)) {
      return Pattern.NOUN_TO;
    }
    return s.is(at, WordClass.PREPOSITION) && at + 1 < limit ? Pattern.NOUN_OF : null;
  }
}
