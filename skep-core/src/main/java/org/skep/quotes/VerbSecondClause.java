package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;

/**
 * The clause around a cue in a language whose main clauses have their finite verb second and whose
 * other clauses have it last: what stands before the verb, who is the subject, and where the verb's
 * bracket closes ("teilte ... mit", "hat ... gesagt").
 *
 * @param report the cue with its subject, which is null in a passive without an agent
 * @param fore first unit before the verb; equals {@code verb} where the verb comes first
 * @param verb the finite verb
 * @param close one past the bracket, or past the subject where that stands later
 * @param last whether the verb is the last word of its clause
 */
record VerbSecondClause(Report report, int fore, int verb, int close, boolean last) {
  private static final int AUXILIARY_UNITS_MAX = 40;

  /** So long may what stands before "sagt S" be said, whether its verb is known or not. */
  private static final int CLAUSE_UNITS_MIN = 3;

  private static final int NAMED_BLOCK_WORDS_MAX = 6;

  /**
   * Finds the clause of a cue, or null when the word is no cue here or nobody can be its subject.
   */
  static @Nullable VerbSecondClause of(
      Syntax syntax, Findings findings, Cue cue, int from, int to, int tail) {
    return new Search(syntax, findings, cue, from, to, tail).clause();
  }

  boolean verbFirst() {
    return fore == verb;
  }

  private static final class Search {
    private final Stretch s;
    private final NounPhrases phrases;
    private final Sources sources;
    private final Fields fields;
    private final MainVerb mainVerb;
    private final Findings findings;
    private final Cue cue;
    private final int from;
    private final int to;
    private final int tail;

    Search(Syntax syntax, Findings findings, Cue cue, int from, int to, int tail) {
      s = syntax.s();
      phrases = syntax.phrases();
      sources = syntax.sources();
      fields = new Fields(syntax);
      mainVerb = new MainVerb(s);
      this.findings = findings;
      this.cue = cue;
      this.from = from;
      this.to = to;
      this.tail = tail;
    }

    @Nullable VerbSecondClause clause() {
      if ((s.isCapital(from) && from > 0)
          || s.is(from - 1, WordClass.DETERMINER)
          || s.is(from - 1, WordClass.POSSESSIVE)
          || s.is(from - 1, WordClass.INFINITIVE)) {
        return null;
      }
      int begin = begin();
      int head = s.is(begin, WordClass.CONJUNCTION) ? begin + 1 : begin;
      return switch (cue.form()) {
        case FINITE ->
            isInfinitive(head)
                ? participle(head)
                : isLast(head, verbEnd())
                    ? lastVerb(head, from, verbEnd())
                    : finite(head, from, to, Math.max(to, tail + 1));
        case PARTICIPLE -> participle(head);
        case BASE, GERUND -> null;
      };
    }

    /** "wollte nicht bestätigen": a plural that closes the bracket of another verb is none. */
    private boolean isInfinitive(int head) {
      return s.word(from).endsWith("n")
          && (to >= s.size || s.isMark(to) || s.is(to, WordClass.AUXILIARY))
          && auxiliary(head) >= 0;
    }

    /**
     * "die es kaum erwarten könne": one past the modal verb that closes the clause with the cue.
     */
    private int verbEnd() {
      return s.word(from).endsWith("n") && s.is(to, WordClass.AUXILIARY) ? to + 1 : to;
    }

    private int auxiliary(int head) {
      for (int u = from - 1; u >= head && from - u < AUXILIARY_UNITS_MAX; u--) {
        if (s.is(u, WordClass.AUXILIARY) && !s.is(u, WordClass.DETERMINER)) {
          return u;
        }
      }
      return -1;
    }

    /** After the comma, mark or quotation the clause follows; the title of a paper is no end. */
    private int begin() {
      int u = from;
      while (u > 0 && !(s.isMark(u - 1) && ",;:?!".contains(s.word(u - 1))) && !s.isDash(u - 1)) {
        if (s.isBlock(u - 1) && !isTitle(u - 1)) {
          break;
        }
        u--;
      }
      return u;
    }

    private boolean isTitle(int block) {
      return s.isWord(block - 1)
          && !s.endsOpen(block)
          && s.reading.wordCount(s.begin(block), s.end(block)) <= NAMED_BLOCK_WORDS_MAX;
    }

    /** "wie die Polizei mitteilte", "der sagte": an opening word, and the verb at the end. */
    private boolean isLast(int head, int end) {
      boolean opened =
          s.is(head, WordClass.SUBORDINATOR)
              || s.is(head, WordClass.AS)
              || s.is(head, WordClass.THAT)
              || s.is(head, WordClass.WH)
              || (s.is(head, WordClass.RELATIVE) && !isArticle(head));
      return opened
          && head < from
          && (end >= s.size || s.isMark(end) || s.isBlock(end) || s.is(end, WordClass.CONJUNCTION));
    }

    private @Nullable VerbSecondClause lastVerb(int head, int verb, int end) {
      Phrase subject =
          s.is(head, WordClass.RELATIVE)
              ? new Phrase(head, head + 1, false)
              : clauseSubject(head + 1, verb, s.is(head, WordClass.AS));
      return found(head, verb, end, subject, false, false, true);
    }

    /** "wie S mitteilte", and the paper of "wie aus einem Papier hervorgeht". */
    private @Nullable Phrase clauseSubject(int begin, int verb, boolean as) {
      Phrase subject = fields.inside(begin, verb);
      if (subject != null || !as || !s.is(begin, WordClass.PREPOSITION)) {
        return subject;
      }
      Phrase paper = phrases.after(begin + 1);
      return paper != null && paper.to() == verb && sources.isSomebody(paper) ? paper : null;
    }

    /** "die Union" after a comma, not "die sagte". */
    private boolean isArticle(int u) {
      return s.is(u, WordClass.DETERMINER)
          && (u == 0
              || s.isCapital(u + 1)
              || (s.isCapital(u + 2) && !s.is(u + 1, WordClass.DETERMINER)));
    }

    private @Nullable VerbSecondClause participle(int head) {
      boolean quoting = cue.type() == CueClass.PASSIVE;
      if (s.is(to, WordClass.AUXILIARY) && isLast(head, to + 1)) {
        return passive(to) && !quoting ? null : lastVerb(head, from, to + 1);
      }
      int auxiliary = auxiliary(head);
      if (auxiliary < 0) {
        return null;
      }
      boolean passive = cue.form() == Cue.Form.PARTICIPLE && passive(auxiliary);
      if (passive && !quoting) {
        var report = new Report(cue, from, to, auxiliary, agent(auxiliary), false, false);
        return new VerbSecondClause(report, head, auxiliary, to, false);
      }
      return finite(head, auxiliary, auxiliary + 1, to);
    }

    private boolean passive(int auxiliary) {
      return s.is(auxiliary, WordClass.PASSIVE) || s.is(to, WordClass.PASSIVE);
    }

    /** "von der Polizei" in a passive; null without. */
    private @Nullable Phrase agent(int auxiliary) {
      for (int u = auxiliary + 1; u < from; u++) {
        if (s.is(u, WordClass.AGENT)) {
          return phrases.after(u + 1);
        }
      }
      return null;
    }

    /**
     * @param after one past the finite verb
     * @param close one past the bracket
     */
    private @Nullable VerbSecondClause finite(int head, int verb, int after, int close) {
      if (verb > 0 && s.is(verb - 1, WordClass.CONJUNCTION) && verb - 1 >= head - 1) {
        Phrase main = findings.lastSubject(verb);
        boolean second = mainVerb.at() < verb - 1;
        main = main == null && second ? fields.main() : main;
        main = main == null ? fields.fore(0, verb) : main;
        return main == null ? null : found(verb, verb, close, main, false, true, false);
      }
      if (verb == head && mainVerb.at() == verb && !s.isBlock(0)) {
        Phrase main = phrases.subjectBefore(verb); // "S, der lange schwieg, sagte"
        boolean oblique = s.is(0, WordClass.PREPOSITION) || s.is(0, WordClass.OBLIQUE);
        if (main != null && !oblique && !main.afterPreposition() && sources.canSpeak(main)) {
          return found(0, verb, close, main, false, false, false);
        }
      }
      if (verb == head) {
        Phrase behind = opensAdverbial(verb) ? fields.inside(after, s.size) : null;
        if (behind != null) {
          return found(verb, verb, close, behind, true, false, false);
        }
        boolean spoken = spokenBefore(verb);
        Phrase before = spoken ? null : phrases.subjectBefore(verb);
        boolean inverted = before == null && (spoken || verb > CLAUSE_UNITS_MIN);
        Phrase beside = inverted ? fields.inside(after, s.size) : before;
        return found(verb, verb, close, beside, inverted, false, false);
      }
      Phrase fore = fields.fore(head, verb);
      boolean quoting = cue.type() == CueClass.PASSIVE && verb == from; // "die Zeitung zitiert S"
      boolean decided = !quoting && fore != null && fields.isSomebody(fore);
      Phrase inside = decided ? null : fields.inside(after, s.size);
      inside = inside != null && isAudience(inside, verb) ? null : inside;
      if (inside != null && (fore == null || quoting || fields.isSomebody(inside))) {
        return found(head, verb, close, inside, true, false, false);
      }
      return found(head, verb, close, fore, false, false, false);
    }

    /** "S sagte Reportern": several people who do not agree with the verb. */
    private boolean isAudience(Phrase phrase, int verb) {
      return phrase.to() - phrase.from() == 1
          && !s.word(verb).endsWith("n")
          && s.word(phrase.from()).endsWith("n")
          && sources.isPeople(s.word(phrase.from()));
    }

    /** "In einer Botschaft, die gestern kam, sagte S, Q": the cue is the sentence's main verb. */
    private boolean opensAdverbial(int verb) {
      boolean adverbial = s.is(0, WordClass.PREPOSITION) || s.is(0, WordClass.SUBORDINATOR);
      return adverbial && verb > 0 && !s.isBlock(verb - 2) && mainVerb.at() == verb;
    }

    /** Whether something that can be speech ends right before the verb: a clause or a quotation. */
    private boolean spokenBefore(int verb) {
      for (int u = 0; u < verb; u++) {
        if ((s.isBlock(u) && !isTitle(u)) || (u > 0 && mainVerb.isFinite(u))) {
          return true;
        }
      }
      return false;
    }

    private @Nullable VerbSecondClause found(
        int fore,
        int verb,
        int close,
        @Nullable Phrase subject,
        boolean inverted,
        boolean inherited,
        boolean last) {
      if (subject == null || !sources.canSpeak(subject)) {
        return null;
      }
      Phrase speaker =
          tail > subject.from() && tail < subject.to()
              ? new Phrase(subject.from(), tail, false)
              : subject;
      int end = inverted ? Math.max(close, speaker.to()) : close;
      var report = new Report(cue, from, to, verb, speaker, inverted, inherited);
      return new VerbSecondClause(report, fore, verb, end, last);
    }
  }
}
