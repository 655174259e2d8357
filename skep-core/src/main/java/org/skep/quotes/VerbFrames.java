package org.skep.quotes;

import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/** What a cue verb's subject says: the content beside the verb, by the frame that fits first. */
final class VerbFrames {
  private final Stretch s;
  private final Grammar grammar;
  private final NounPhrases phrases;
  private final Sources sources;
  private final Clauses clauses;
  private final Subjects subjects;
  private final CueSigns signs;
  private final Findings findings;

  VerbFrames(Syntax syntax, Findings findings) {
    s = syntax.s();
    grammar = syntax.grammar();
    phrases = syntax.phrases();
    sources = syntax.sources();
    clauses = syntax.clauses();
    subjects = new Subjects(syntax, findings);
    signs = new CueSigns(syntax);
    this.findings = findings;
  }

  /** Whether the cue has a subject and something said, which then is among the findings. */
  boolean tried(Cue cue, int from, int to) {
    Report report = subjects.of(cue, from, to);
    Phrase subject = report == null ? null : report.subject();
    return report != null && subject != null && framed(report, subject);
  }

  private boolean framed(Report report, Phrase subject) {
    if (report.is(CueClass.CLAUSE) && !report.inverted() && extracted(report, subject)) {
      return true;
    }
    int as = (report.inverted() ? report.group() : subject.from()) - 1;
    if (report.is(CueClass.CLAUSE) && s.is(as, WordClass.AS)) {
      return asSaid(report, as, report.inverted() ? subject.to() : report.to());
    }
    int limit = s.trimmedEnd();
    int left = report.inverted() || report.inherited() ? report.group() : subject.from();
    int right = report.inverted() ? clauses.afterAside(subject.to()) : report.to();
    int next = clauses.skipAddressee(report.cue().type(), right, limit);
    int blockAt = clauses.blockAt(next, limit);
    boolean quoteLeft = clauses.speechBefore(left);
    if (quoteLeft && blockAt < 0 && s.is(next + 1, WordClass.CONJUNCTION) && s.isBlock(next + 2)) {
      blockAt = s.isMark(next, ',') ? next + 1 : -1; // “Q,” he said, but “Q”
    }
    if (quoteLeft && ownsSpeech(report) && !(s.is(right, WordClass.THAT) && !report.inverted())) {
      boolean title = next > right && blockAt == next && clauses.isShort(next);
      return (title || blockAt < 0)
          ? leftward(Pattern.QUOTE_LEFT, report, left, -1)
          : leftward(Pattern.QUOTE_SPLIT, report, left, blockAt);
    }
    boolean addressed = next > right || report.inverted();
    boolean clausal =
        switch (report.cue().type()) {
          case CLAUSE, ATTITUDE, EVIDENCE -> true;
          case TOLD -> addressed || (quoteLeft && s.is(report.to(), WordClass.OBJECT));
          default -> false;
        };
    if (clausal) {
      int begin = clauseStart(report, next, blockAt, limit);
      if (begin >= 0) {
        return rightward(clausePattern(begin, next), report, begin, limit);
      }
    }
    boolean romance = s.reading.pack.has("infinitive-ending");
    boolean infinitive =
        s.is(next, WordClass.INFINITIVE)
            ? isInfinitive(next + 1) || (romance && s.isBlock(next + 1)) // "affirme « vouloir »"
            : isBareInfinitive(next);
    if (report.is(CueClass.CLAUSE) && !report.inverted() && infinitive) {
      return rightward(Pattern.TO, report, next, limit); // "nie avoir vu", "nega di sapere"
    }
    if (report.is(CueClass.TO) && s.is(next, WordClass.INFINITIVE)) {
      return rightward(Pattern.TO, report, next, limit);
    }
    if (interrupts(report, left, next, limit)) {
      return leftward(Pattern.SPLIT, report, left, next + 1);
    }
    if (clausal
        && !report.inverted()
        && (grammar.hasVerb(next, limit) || clauses.hasSpeech(next, limit))) {
      return rightward(Pattern.CLAUSE, report, next, limit);
    }
    if (closesClause(report, left, next)) {
      return leftward(Pattern.LEFT, report, left, -1);
    }
    if (report.inverted()) {
      return false;
    }
    return switch (report.cue().type()) {
      case OBJECT -> object(report, limit);
      case TOLD -> topic(report, limit);
      default -> false;
    };
  }

  private boolean isBareInfinitive(int u) {
    return isInfinitive(u) && !s.is(u, WordClass.INFINITIVE);
  }

  /** Told by its ending, or by that behind an object ("di non sapere", "n'avoir rien vu"). */
  private boolean isInfinitive(int from) {
    int u = from;
    while (s.is(u, WordClass.NEGATION) || s.is(u, WordClass.OBJECT) || s.is(u, WordClass.ADVERB)) {
      u++;
    }
    return s.isWord(u)
        && !s.isCapital(u)
        && !s.is(u, WordClass.PREPOSITION)
        && s.reading.pack.ends("infinitive-ending", s.word(u));
  }

  /** "a claim he later admitted was exaggerated": what is said stands on both sides. */
  private boolean extracted(Report report, Phrase subject) {
    int to = report.to();
    if (!(s.is(to, WordClass.AUXILIARY) || s.is(to, WordClass.VERB)) || subject.from() == 0) {
      return false;
    }
    Phrase head = phrases.before(subject.from());
    if (head == null
        || !sources.canSpeak(head)
        || !s.reading.pack.isSpeechNoun(sources.head(head))) {
      return false;
    }
    int end = clauses.clauseEnd(to, s.trimmedEnd());
    Draft draft = signs.draft(Pattern.EXTRACTED, report, findings.size());
    draft.addContent(s.begin(head.from()), s.end(head.to() - 1));
    draft.addContent(s.begin(to), s.end(end - 1));
    return findings.add(draft, head.from(), to, end, report);
  }

  /**
   * "As S said, Q" and "Q, as S said".
   *
   * @param close one past the speaker and the verb
   */
  private boolean asSaid(Report report, int as, int close) {
    int limit = s.trimmedEnd();
    if (as > 0) {
      boolean goesOn = s.isMark(as - 1, ',') && s.isMark(close, ',') && close + 1 < limit;
      boolean split = goesOn && grammar.opensPredicate(close + 1);
      return leftward(Pattern.SOURCE_LAST, report, as, split ? close + 1 : -1);
    }
    int begin = close + 1;
    return s.isMark(close, ',')
        && begin < limit
        && rightward(Pattern.SOURCE_FIRST, report, begin, limit);
  }

  private boolean ownsSpeech(Report report) {
    return switch (report.cue().type()) {
      case CLAUSE, TOLD, ATTITUDE -> true;
      case TO -> s.word(report.from()).startsWith("ask");
      default -> false;
    };
  }

  /** Where speech, text after a colon or a that-clause begins behind a clause verb; -1 without. */
  private int clauseStart(Report report, int next, int blockAt, int limit) {
    if (blockAt >= 0 && (!report.is(CueClass.ATTITUDE) || blockAt == next)) {
      return blockAt;
    }
    int block = clauses.firstBlock(next, limit);
    if (block > next && s.isMark(block - 1, ':') && !grammar.hasVerb(next, block - 1)) {
      return block; // "wrote in his letter: Q"
    }
    boolean comma = s.isMark(next, ',');
    int begin = comma || s.isMark(next, ':') ? next + 1 : next;
    if (begin >= limit) {
      return -1;
    }
    boolean bare =
        comma
            && s.reading.pack.has("comma-clause")
            && !s.is(begin, WordClass.RELATIVE)
            && grammar.hasVerb(begin, limit);
    return s.isMark(next, ':') || grammar.opensClause(begin) || bare ? begin : -1;
  }

  private Pattern clausePattern(int begin, int next) {
    return s.isBlock(begin)
        ? Pattern.QUOTE_RIGHT
        : s.isMark(next, ':')
            ? Pattern.COLON
            : grammar.opensClause(begin) ? Pattern.THAT : Pattern.CLAUSE;
  }

  /** "Q, S said." without quotation marks. */
  private boolean closesClause(Report report, int left, int next) {
    boolean told = report.is(CueClass.TOLD) && next > report.to() && next >= s.trimmedEnd();
    return (report.is(CueClass.CLAUSE) || told)
        && !report.inherited()
        && report.cue().form() != Cue.Form.GERUND
        && left > 2
        && (s.isMark(left - 1, ',')
            || s.isDash(left - 1)
            || s.isMark(left - 1, '?')
            || s.isMark(left - 1, '!'))
        && !s.is(0, WordClass.SUBORDINATOR)
        && (grammar.mayHaveVerb(0, left)
            || clauses.firstBlock(0, left) >= 0
            || (report.inverted() && grammar.mayBeClause(0, left)));
  }

  /** "The plan, S said in a statement, will cost more." */
  private boolean interrupts(Report report, int left, int close, int limit) {
    int next = close + 1;
    return report.is(CueClass.CLAUSE)
        && !report.inherited()
        && !report.inverted()
        && report.cue().form() != Cue.Form.GERUND
        && left > 1
        && s.isMark(left - 1, ',')
        && s.isMark(close, ',')
        && next < limit
        && !s.isBlock(next)
        && grammar.mayBeClause(next - 1, limit);
  }

  /** "S called X Q", "S rejected Q": the object is what is said. */
  private boolean object(Report report, int limit) {
    int to = report.to();
    int end = to < limit ? clauses.objectEnd(to, limit) : to;
    int block = clauses.firstBlock(to, end);
    if (block >= 0) {
      // "described the talks as “short”": what is said is the name alone
      boolean named = block + 1 == end && s.is(block - 1, WordClass.AS);
      return rightward(Pattern.OBJECT_QUOTE, report, named ? block : to, end);
    }
    return end > to
        && (s.is(to, WordClass.OBJECT)
            || s.is(to, WordClass.PREPOSITION)
            || phrases.after(to) != null)
        && rightward(Pattern.OBJECT, report, to, end);
  }

  /** "informed his counterpart on the progress": the preposition opens what is said. */
  private boolean topic(Report report, int limit) {
    Phrase addressee = phrases.after(report.to());
    if (addressee == null) {
      return false;
    }
    int begin = addressee.to();
    if (!s.is(begin, WordClass.PREPOSITION) || s.is(begin, WordClass.INFINITIVE)) {
      return false;
    }
    int end = clauses.objectEnd(begin + 1, limit);
    return end > begin + 1 && rightward(Pattern.OBJECT, report, begin, end);
  }

  private boolean rightward(Pattern pattern, Report report, int begin, int limit) {
    boolean object = pattern == Pattern.OBJECT || pattern == Pattern.OBJECT_QUOTE;
    int end = object ? limit : clauses.clauseEnd(begin, limit);
    if (pattern == Pattern.CLAUSE) {
      end = clauses.objectSpeechEnd(begin, end);
    }
    if (pattern == Pattern.QUOTE_RIGHT) {
      end = Math.min(end, clauses.speechEnd(begin, limit));
    }
    Phrase subject = report.subject();
    if (subject != null && !object) {
      end = Math.min(end, clauses.relativeEnd(subject, begin, limit));
    }
    if (end <= begin) {
      return false;
    }
    Draft draft = signs.draft(pattern, report, findings.size());
    draft.addContent(s.begin(begin), s.end(end - 1));
    return findings.add(draft, begin, end, report);
  }

  /**
   * @param blockAt the quotation after the speaker that goes on, -1 without
   */
  private boolean leftward(Pattern pattern, Report report, int left, int blockAt) {
    int end = left;
    while (end > 0 && s.isMark(end - 1) && !s.isMark(end - 1, ')')) {
      end--;
    }
    int begin = findings.leftStart(end);
    if (end <= begin) {
      return false;
    }
    Draft draft = signs.draft(pattern, report, findings.size());
    draft.addContent(s.begin(begin), s.end(end - 1));
    int last = end;
    if (blockAt >= 0) {
      last = s.trimmedEnd();
      last = s.isBlock(blockAt) ? Math.min(last, clauses.speechEnd(blockAt, last)) : last;
      draft.addContent(s.begin(blockAt), s.end(last - 1));
    }
    return findings.add(draft, begin, last, report);
  }
}
