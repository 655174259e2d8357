package org.skep.quotes;

import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * What a cue verb's subject says in languages whose finite verb stands second: "S sagte am Montag,
 * Q", "Q, sagte S", "Am Montag teilte S mit, dass Q", "wie S mitteilte, Q", "S wies Q zurück".
 */
final class VerbSecondFrames {
  private final Syntax syntax;
  private final Stretch s;
  private final Clauses clauses;
  private final CueSigns signs;
  private final Findings findings;

  VerbSecondFrames(Syntax syntax, Findings findings) {
    this.syntax = syntax;
    s = syntax.s();
    clauses = syntax.clauses();
    signs = new CueSigns(syntax);
    this.findings = findings;
  }

  /**
   * Whether the cue has a clause and something said, which then is among the findings.
   *
   * @param tail the unit that closes a separable verb, -1 without
   */
  boolean tried(Cue cue, int from, int to, int tail) {
    VerbSecondClause clause = VerbSecondClause.of(syntax, findings, cue, from, to, tail);
    if (clause == null) {
      return false;
    }
    int limit = s.trimmedEnd();
    if (clause.last() && s.is(clause.fore(), WordClass.AS)) {
      return asSaid(clause, limit);
    }
    boolean clausal = !clause.report().is(CueClass.OBJECT);
    if (clausal && clause.verbFirst() && clause.report().inverted()) {
      return afterSpeech(clause, limit);
    }
    int mark = opening(clause.close(), limit);
    boolean passive = clause.report().subject() == null;
    if (clausal || passive) {
      return mark >= 0 && opens(clause, mark, limit);
    }
    return object(clause, limit);
  }

  /** "Wie S mitteilte, Q" and "Q, wie S mitteilte". */
  private boolean asSaid(VerbSecondClause clause, int limit) {
    int fore = clause.fore();
    if (fore <= 1) {
      int begin = clause.close() + 1;
      return s.isMark(clause.close(), ',')
          && begin < limit
          && right(Pattern.SOURCE_FIRST, clause.report(), begin, limit);
    }
    return left(Pattern.SOURCE_LAST, clause.report(), fore, -1, limit);
  }

  /** "Q, sagte S", with or without quotation marks; Q may go on after the speaker. */
  private boolean afterSpeech(VerbSecondClause clause, int limit) {
    int verb = clause.verb();
    boolean speech = clauses.speechBefore(verb);
    int after = clauses.afterAside(clause.close());
    int further = further(after, limit, speech);
    Pattern pattern =
        !speech ? Pattern.LEFT : further >= 0 ? Pattern.QUOTE_SPLIT : Pattern.QUOTE_LEFT;
    return left(pattern, clause.report(), verb, further, limit);
  }

  /** Where speech goes on after its speaker, -1 when it does not. */
  private int further(int after, int limit, boolean speech) {
    int block = clauses.blockAt(after, limit);
    if (speech || block >= 0) {
      return block;
    }
    int next = after + 1;
    boolean goesOn =
        s.isMark(after, ',')
            && clauses.afterTime(next) < limit
            && !s.is(next, WordClass.SUBORDINATOR)
            && !s.is(next, WordClass.AS);
    return goesOn ? next : -1;
  }

  /** The comma, colon or quotation after which what is said may begin; -1 without. */
  private int opening(int close, int limit) {
    for (int u = close; u < limit; u++) {
      if (s.isBlock(u) || s.isMark(u, ':')) {
        return u;
      }
      if (s.isMark(u, ',')) {
        int after = s.is(u + 1, WordClass.THAT) ? u : clauses.afterAside(u);
        return after > u && after < limit ? after : u;
      }
      if (s.is(u, WordClass.THAT)) {
        return u;
      }
      if (s.isMark(u, ';')) {
        return -1;
      }
    }
    return -1;
  }

  private boolean opens(VerbSecondClause clause, int mark, int limit) {
    Report report = clause.report();
    int block = clauses.blockAt(mark, limit);
    if (block >= 0) {
      boolean beside = block == clause.close() || block > mark;
      return right(Pattern.QUOTE_RIGHT, report, beside ? block : clause.close(), limit);
    }
    int begin = s.isMark(mark) ? mark + 1 : mark;
    if (begin >= limit
        || s.is(begin, WordClass.AS)
        || s.is(begin, WordClass.CONJUNCTION)
        || (s.isMark(mark, ',') && isCue(begin)) // "habe nie geantwortet, klagt S"
        || isRelativeClause(begin)) {
      return false;
    }
    Pattern pattern =
        s.isMark(mark, ':')
            ? Pattern.COLON
            : syntax.grammar().opensClause(begin) ? Pattern.THAT : Pattern.CLAUSE;
    return right(pattern, report, begin, limit);
  }

  private boolean isCue(int u) {
    return syntax.grammar().isFiniteCue(u) || syntax.grammar().cueAt(u, CueClass.SOURCE) != null;
  }

  /** ", der gestern ankam": an article has its noun beside it, or one adjective away. */
  private boolean isRelativeClause(int u) {
    return s.is(u, WordClass.RELATIVE)
        && !s.is(u, WordClass.THAT)
        && !(s.is(u, WordClass.DETERMINER)
            && (s.isCapital(u + 1) || (s.isCapital(u + 2) && !s.is(u + 1, WordClass.PREPOSITION))));
  }

  /** "S wies Q zurück", "Q wies S zurück": the rest of the clause is what is said. */
  private boolean object(VerbSecondClause clause, int limit) {
    Report report = clause.report();
    Phrase subject = report.subject();
    int begin = clause.verb() + 1;
    if (report.inverted() && subject != null) {
      begin = subject.to();
    }
    if (limit - begin < 2 && report.inverted() && clause.verb() - clause.fore() >= 2) {
      return right(Pattern.OBJECT, report, clause.fore(), clause.verb());
    }
    int end = objectEnd(report.cue(), begin, limit);
    int least = end < limit ? 1 : 2;
    limit = end;
    int block = clauses.firstBlock(begin, limit);
    if (block > begin && s.isMark(block - 1, ':') && !hasCue(begin, block)) {
      return right(Pattern.QUOTE_RIGHT, report, block, limit); // "begründete X mit den Worten: Q"
    }
    if (block > begin && s.is(block - 1, WordClass.SUBORDINATOR)) {
      return right(Pattern.OBJECT_QUOTE, report, block, block + 1); // "bezeichnete X als Q"
    }
    return limit - begin >= least
        && right(block >= 0 ? Pattern.OBJECT_QUOTE : Pattern.OBJECT, report, begin, limit);
  }

  /** Before what closes the verb ("wies Q zurück") and before a verb joined to it. */
  private int objectEnd(Cue cue, int begin, int limit) {
    for (int u = begin; u + 1 < limit; u++) {
      if (s.is(u, WordClass.CONJUNCTION) && hasCue(u + 1, u + 2)) {
        return u;
      }
    }
    boolean closed = !cue.tail().isEmpty() && !cue.opens() && s.word(limit - 1).equals(cue.tail());
    return closed ? limit - 1 : limit;
  }

  private boolean hasCue(int from, int to) {
    for (int u = from; u < to; u++) {
      if (!s.isCapital(u) && syntax.grammar().isFiniteCue(u)) {
        return true;
      }
    }
    return false;
  }

  private boolean right(Pattern pattern, Report report, int begin, int limit) {
    int end = clauses.clauseEnd(begin, limit);
    if (end <= begin) {
      return false;
    }
    Draft draft = draft(pattern, report, begin, end);
    return findings.add(draft, begin, end, report);
  }

  private boolean left(Pattern pattern, Report report, int left, int further, int limit) {
    int end = left;
    while (end > 0 && s.isMark(end - 1) && !s.isMark(end - 1, ')')) {
      end--;
    }
    int begin = findings.leftStart(end);
    if (end <= begin) {
      return false;
    }
    Draft draft = draft(pattern, report, begin, end);
    if (further >= 0) {
      draft.addContent(s.begin(further), s.end(limit - 1));
    }
    return findings.add(draft, begin, further >= 0 ? limit : end, report);
  }

  /** A draft with its content; the mood of reports in it says that it is one. */
  private Draft draft(Pattern pattern, Report report, int begin, int end) {
    Draft draft = signs.draft(pattern, report, findings.size());
    draft.addContent(s.begin(begin), s.end(end - 1));
    var verb = new MainVerb(s);
    for (int u = begin; u < end; u++) {
      if (verb.isOnlyReported(u)) {
        draft.signs.add("mood of reports");
        break;
      }
    }
    return draft;
  }
}
