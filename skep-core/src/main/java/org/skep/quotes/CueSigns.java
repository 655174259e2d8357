package org.skep.quotes;

import org.skep.language.Cue;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/** What stands around a cue and its subject: the signs the scorer weighs. */
final class CueSigns {
  private final Stretch s;
  private final Grammar grammar;
  private final Sources sources;

  CueSigns(Syntax syntax) {
    s = syntax.s();
    grammar = syntax.grammar();
    sources = syntax.sources();
  }

  /** A draft with cue, source and signs, still without content. */
  Draft draft(Pattern pattern, Report report, int number) {
    Cue cue = report.cue();
    Phrase subject = report.subject();
    var draft = new Draft(pattern, cue.type(), s.level);
    draft.lemma = cue.lemma();
    around(draft, report, number);
    draft.cue(s.begin(report.from()), s.end(report.to() - 1));
    if (subject != null) {
      draft.source(s.begin(subject.from()), s.end(subject.to() - 1));
      draft.signs.add(sources.form(subject));
      if (subject.afterPreposition()) {
        draft.signs.add("subject after preposition");
      }
    }
    if (report.inherited()) {
      draft.signs.add("subject inherited");
    }
    if (report.inverted()) {
      draft.signs.add("inverted");
    }
    draft.signs.add("form " + cue.form());
    return draft;
  }

  private void around(Draft draft, Report report, int number) {
    int from = report.from();
    boolean modal = false;
    boolean negated = false;
    for (int u = grammar.verbGroupStart(from); u < from; u++) {
      modal |= s.reading.pack.isModal(s.word(u));
      negated |= s.reading.pack.isNegation(s.word(u));
    }
    if (modal) {
      draft.signs.add("modal");
    }
    if (negated) {
      draft.signs.add("negated");
    }
    if (s.reading.pack.isNounCue(s.word(from))) {
      draft.signs.add("cue is a noun too");
    }
    boolean adverb = s.is(0, WordClass.ADVERB) && s.is(1, WordClass.REPORTED); // "Damit sei"
    if (s.is(0, WordClass.SUBORDINATOR) && !adverb) {
      draft.signs.add("sentence opens with a subordinator");
    }
    draft.signs.add("cue number " + Math.min(3, number));
    if (s.size > 0 && s.isMark(s.size - 1, '?')) {
      draft.signs.add("question");
    }
    draft.signs.add("after cue " + grammar.kindOf(report.to()));
    Phrase subject = report.subject();
    if (subject != null) {
      draft.signs.add("before subject " + grammar.kindOf(subject.from() - 1));
      if (sources.verbBetween(subject)) {
        draft.signs.add("verb in subject");
      }
    }
  }
}
