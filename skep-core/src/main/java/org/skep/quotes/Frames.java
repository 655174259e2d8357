package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;
import org.skep.quotes.Grammar.Phrase;

/**
 * Finds the cues of one sentence, who stands beside each, and where what is said begins and ends:
 * the frames "S said Q", "Q, said S", "S told O that Q", "S called X Q", "S vowed to Q", "according
 * to S, Q" and their kin. The frames are the same in every language; the pack says which words fill
 * them.
 */
final class Frames {
  private final Stretch s;
  private final Grammar grammar;
  private final boolean verbSecond;
  private final List<Draft> found = new ArrayList<>(2);
  private final List<int[]> units =
      new ArrayList<>(2); // per draft: subject or cue start, content start, content end

  private Frames(Stretch stretch) {
    s = stretch;
    grammar = new Grammar(stretch);
    verbSecond = stretch.reading.pack.has("verb-second");
  }

  /** The attributions of a sentence, in order of their cues. */
  static List<Draft> of(Stretch stretch) {
    var frames = new Frames(stretch);
    for (int u = 0; u < stretch.size; ) {
      u = frames.at(u);
    }
    frames.trim();
    return frames.found;
  }

  /** Reads the cue at a unit, if there is one, and gives the next unit to look at. */
  private int at(int u) {
    if (!s.isWord(u)) {
      return u + 1;
    }
    int next = u + 1;
    for (Cue cue : s.reading.pack.cuesFrom(s.word(u))) {
      int length = cue.words().size();
      if (length > 1 && !matches(cue, u)) {
        continue;
      }
      if (tried(cue, u, u + length)) {
        return u + length;
      }
    }
    return next;
  }

  private boolean matches(Cue cue, int u) {
    for (int k = 1; k < cue.words().size(); k++) {
      if (!s.word(u + k).equals(cue.words().get(k))) {
        return false;
      }
    }
    return true;
  }

  private boolean tried(Cue cue, int from, int to) {
    return switch (cue.type()) {
      case CLAUSE, TOLD, OBJECT, TO, ATTITUDE, EVIDENCE -> verb(cue, from, to);
      case SOURCE -> sourceFirst(cue, from, to);
      case SOURCE_AFTER -> sourceAfter(cue, from, to);
      case IMPERSONAL -> impersonal(cue, from, to);
      case NOUN, PASSIVE, ADVERB -> false;
    };
  }

  // ---------------------------------------------------------------- verbs

  private boolean verb(Cue cue, int from, int to) {
    if (s.isCapital(from) && from > 0 && !s.isBlock(from - 1)) {
      return false;
    }
    int group = grammar.verbGroupStart(from);
    boolean helped = group < from;
    if (s.is(from - 1, WordClass.DETERMINER)
        || s.is(from - 1, WordClass.POSSESSIVE)
        || (s.is(from - 1, WordClass.INFINITIVE) && cue.form() == Cue.Form.BASE)) {
      return false;
    }
    if (cue.form() == Cue.Form.PARTICIPLE && !helped) {
      group = auxiliaryBefore(from); // "hat am Montag gesagt"
      if (group < 0) {
        return false;
      }
    }
    Phrase subject = null;
    boolean inverted = false;
    boolean inherited = false;
    if (verbSecond && cue.form() == Cue.Form.PARTICIPLE && !helped) {
      // "hat der Minister gesagt", "wird Panke zitiert": the subject stands inside the bracket
      Phrase inside = grammar.phraseAfter(group + 1);
      if (inside != null && inside.to() <= from && grammar.canSpeak(inside)) {
        return contents(cue, from, to, group, inside, false, true);
      }
    }
    boolean quoteBefore = speechBefore(group);
    if (quoteBefore
        || (group > 0
            && (s.isMark(group - 1, ',') || s.isMark(group - 1, '?') || s.isMark(group - 1, '!')))
        || group == 0
        || verbSecond) {
      if (cue.form() == Cue.Form.FINITE) {
        subject = invertedSubject(to, quoteBefore);
        inverted = subject != null;
      }
    }
    if (subject == null) {
      if (cue.form() == Cue.Form.GERUND) {
        boolean free =
            from == 0
                || s.isMark(from - 1)
                || s.isBlock(from - 1)
                || s.is(from - 1, WordClass.PREPOSITION)
                || s.is(from - 1, WordClass.SUBORDINATOR)
                || s.is(from - 1, WordClass.CONJUNCTION);
        subject =
            helped && isBe(from, group)
                ? grammar.subjectBefore(group)
                : free ? mainSubject(from) : null;
        inherited = !helped;
      } else {
        subject = grammar.subjectBefore(group);
        if (subject == null && isCoordinated(group)) {
          subject = mainSubject(group);
          inherited = true;
        }
      }
    }
    if (subject == null || !grammar.canSpeak(subject)) {
      return false;
    }
    if (cue.form() == Cue.Form.BASE && !helped && !pluralSubject(subject)) {
      return false;
    }
    return contents(cue, from, to, group, subject, inverted, inherited);
  }

  private boolean isBe(int from, int group) {
    return from > group;
  }

  /** Whether a quotation ends right before a unit, but for a comma and a dash. */
  private boolean speechBefore(int u) {
    int at = u - 1;
    if (s.isDash(at)) {
      at--;
    }
    if (s.isMark(at, ',')) {
      at--;
    }
    return s.isBlock(at);
  }

  private int auxiliaryBefore(int from) {
    for (int u = from - 1; u > 0 && from - u < 12; u--) {
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

  private boolean pluralSubject(Phrase subject) {
    String head = grammar.head(subject);
    return s.is(subject.from(), WordClass.I)
        || s.is(subject.from(), WordClass.WE)
        || s.is(subject.from(), WordClass.THEY)
        || s.is(subject.from(), WordClass.YOU)
        || s.is(subject.to() - 1, WordClass.RELATIVE)
        || s.is(subject.to() - 1, WordClass.INDEFINITE)
        || head.endsWith("s")
        || grammar.isPeople(head)
        || hasConjunction(subject);
  }

  private boolean hasConjunction(Phrase phrase) {
    for (int u = phrase.from(); u < phrase.to(); u++) {
      if (s.is(u, WordClass.CONJUNCTION)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Phrase invertedSubject(int to, boolean quoteBefore) {
    int at = to;
    while (s.is(at, WordClass.ADVERB) && !s.is(at, WordClass.DETERMINER)) {
      at++;
    }
    Phrase phrase = grammar.phraseAfter(at);
    if (phrase == null
        || (s.is(phrase.from(), WordClass.OBJECT) && !s.is(phrase.from(), WordClass.PRONOUN))
        || s.is(phrase.from(), WordClass.TIME)) {
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
    return grammar.canSpeak(phrase) ? phrase : null;
  }

  /**
   * The subject of the main clause: the last cue's in this sentence, else the first noun phrase.
   */
  private @Nullable Phrase mainSubject(int before) {
    for (int i = units.size() - 1; i >= 0; i--) {
      int[] unit = units.get(i);
      if (unit[3] >= 0 && unit[3] < before) {
        return new Phrase(unit[3], unit[4], false);
      }
    }
    int at = 0;
    if (s.is(0, WordClass.PREPOSITION)
        || s.is(0, WordClass.SUBORDINATOR)
        || s.is(0, WordClass.ADVERB)
        || s.is(0, WordClass.CONJUNCTION)) {
      while (at < before && !s.isMark(at, ',')) {
        at++;
      }
      at++;
      if (at >= before) {
        at = s.is(0, WordClass.CONJUNCTION) || s.is(0, WordClass.ADVERB) ? 1 : before;
      }
    }
    if (at >= before || s.isBlock(at)) {
      return null;
    }
    Phrase phrase = grammar.phraseAfter(at);
    return phrase != null && phrase.to() <= before && !s.is(at, WordClass.OBJECT) ? phrase : null;
  }

  // ---------------------------------------------------------------- what is said

  private boolean contents(
      Cue cue, int from, int to, int group, Phrase subject, boolean inverted, boolean inherited) {
    int left = inverted || inherited ? group : subject.from();
    if (inverted) {
      left = group;
    }
    int right = inverted ? afterAside(subject.to()) : to;
    boolean quoteLeft = speechBefore(left);
    boolean commaLeft =
        left > 0
            && (s.isMark(left - 1, ',')
                || s.isDash(left - 1)
                || s.isMark(left - 1, '?')
                || s.isMark(left - 1, '!'));
    CueClass type = cue.type();
    int limit = s.trimmedEnd();
    int next = skipAddressee(type, right, limit);
    Pattern pattern = null;
    int begin = next;
    int blockAt = blockAt(next, limit);
    boolean clausal =
        type == CueClass.CLAUSE
            || type == CueClass.TOLD
            || type == CueClass.ATTITUDE
            || type == CueClass.EVIDENCE;
    if (type == CueClass.TOLD && next == right && !inverted) {
      clausal = quoteLeft && s.is(to, WordClass.OBJECT);
    }
    if (type == CueClass.CLAUSE
        && (s.is(to, WordClass.AUXILIARY) || s.is(to, WordClass.VERB))
        && !inverted) {
      // "a claim he later admitted was exaggerated"
      Phrase head = subject.from() > 0 ? grammar.phraseBefore(subject.from()) : null;
      if (head != null
          && grammar.canSpeak(head)
          && s.reading.pack.isSpeechNoun(grammar.head(head))) {
        Draft draft = draft(Pattern.EXTRACTED, cue, from, to, subject, inherited, inverted);
        draft.addContent(s.begin(head.from()), s.end(head.to() - 1));
        draft.addContent(s.begin(to), s.end(clauseEnd(to, limit) - 1));
        return add(draft, to, clauseEnd(to, limit), subject, inherited, inverted);
      }
    }
    if (type == CueClass.CLAUSE && !inverted && s.is(subject.from() - 1, WordClass.AS)) {
      // "As S said, Q" and "Q, as S said"
      if (subject.from() == 1) {
        return s.isMark(to, ',')
            && to + 1 < limit
            && emitRight(Pattern.SOURCE_FIRST, cue, from, to, subject, false, false, to + 1, limit);
      }
      return emit(
          Pattern.SOURCE_LAST, cue, from, to, subject, false, false, subject.from() - 1, -1);
    }
    if (quoteLeft
        && (type == CueClass.CLAUSE
            || type == CueClass.TOLD
            || type == CueClass.ATTITUDE
            || (type == CueClass.TO && s.word(from).startsWith("ask")))
        && !(s.is(next, WordClass.THAT) && !inverted)) {
      pattern = blockAt >= 0 ? Pattern.QUOTE_SPLIT : Pattern.QUOTE_LEFT;
      return emit(pattern, cue, from, to, subject, inverted, inherited, left, blockAt);
    }
    if (clausal && blockAt >= 0 && (type != CueClass.ATTITUDE || blockAt == next)) {
      return emitRight(
          Pattern.QUOTE_RIGHT, cue, from, to, subject, inverted, inherited, blockAt, limit);
    }
    if (clausal && s.isMark(next, ':') && next + 1 < limit) {
      return emitRight(Pattern.COLON, cue, from, to, subject, inverted, inherited, next + 1, limit);
    }
    if (clausal && (opensClause(next) || (s.isMark(next, ',') && opensClause(next + 1)))) {
      begin = s.isMark(next, ',') ? next + 1 : next;
      return begin < limit
          && emitRight(Pattern.THAT, cue, from, to, subject, inverted, inherited, begin, limit);
    }
    if (clausal
        && s.isMark(next, ',')
        && s.reading.pack.has("comma-clause")
        && !s.is(next + 1, WordClass.RELATIVE)
        && hasVerb(next + 1, limit)) {
      return emitRight(
          Pattern.CLAUSE, cue, from, to, subject, inverted, inherited, next + 1, limit);
    }
    if (s.is(next, WordClass.INFINITIVE) && (type == CueClass.TO)) {
      return emitRight(Pattern.TO, cue, from, to, subject, inverted, inherited, next, limit);
    }
    if (clausal && !inverted && (hasVerb(next, limit) || hasSpeech(next, limit))) {
      return emitRight(Pattern.CLAUSE, cue, from, to, subject, inverted, inherited, next, limit);
    }
    if (type == CueClass.CLAUSE
        && !inherited
        && commaLeft
        && left > 2
        && cue.form() != Cue.Form.GERUND
        && !s.is(0, WordClass.SUBORDINATOR)
        && hasVerb(0, left)) {
      return emit(Pattern.LEFT, cue, from, to, subject, inverted, inherited, left, -1);
    }
    if (type == CueClass.OBJECT && !inverted && to < limit) {
      int end = objectEnd(to, limit);
      int block = firstBlock(to, end);
      if (block >= 0) {
        return emitRight(
            Pattern.OBJECT_QUOTE, cue, from, to, subject, inverted, inherited, block, block + 1);
      }
      if (end > to
          && (s.is(to, WordClass.OBJECT)
              || grammar.phraseAfter(to) != null
              || s.is(to, WordClass.PREPOSITION))) {
        return emitRight(Pattern.OBJECT, cue, from, to, subject, inverted, inherited, to, end);
      }
    }
    if (type == CueClass.TOLD && !inverted) {
      Phrase addressee = grammar.phraseAfter(to); // "informed his counterpart on the progress"
      if (addressee != null
          && s.is(addressee.to(), WordClass.PREPOSITION)
          && !s.is(addressee.to(), WordClass.INFINITIVE)) {
        int end = objectEnd(addressee.to() + 1, limit);
        return end > addressee.to() + 1
            && emitRight(
                Pattern.OBJECT, cue, from, to, subject, inverted, inherited, addressee.to(), end);
      }
    }
    return false;
  }

  private boolean opensClause(int u) {
    return s.is(u, WordClass.THAT) || s.is(u, WordClass.WH);
  }

  /** After ", a doctor," or ", who lives there,": an aside is closed by a comma and has no verb. */
  private int afterAside(int u) {
    if (!s.isMark(u, ',') || s.isBlock(u + 1)) {
      return u;
    }
    int at = u + 1;
    while (at < s.size && !s.isMark(at, ',') && !s.isBlock(at)) {
      at++;
    }
    boolean closed = at < s.size && s.isMark(at, ',');
    boolean aside = s.is(u + 1, WordClass.RELATIVE) || !hasVerb(u + 1, at);
    return (closed && aside) || at == s.size ? at : u;
  }

  /** After "told O", "said to O", "said on Monday in a speech": where what is said may begin. */
  private int skipAddressee(CueClass type, int from, int limit) {
    int at = from;
    if ((type == CueClass.TOLD || type == CueClass.TO) && !s.isBlock(at)) {
      Phrase phrase = grammar.phraseAfter(at);
      if (phrase != null) {
        at = phrase.to();
      }
    }
    for (int guard = 0; guard < 5 && at < limit; guard++) {
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
      Phrase phrase = grammar.phraseAfter(at + 1);
      if (phrase == null) {
        break;
      }
      at = phrase.to();
    }
    return at;
  }

  private boolean nominalAfter(int infinitive) {
    int u = infinitive + 1;
    return s.isCapital(u)
        || s.is(u, WordClass.DETERMINER)
        || s.is(u, WordClass.POSSESSIVE)
        || s.is(u, WordClass.OBJECT)
        || grammar.isPeople(s.word(u))
        || s.word(u).endsWith("s");
  }

  private int blockAt(int u, int limit) {
    int at = u;
    while (at < limit
        && at < u + 2
        && s.isMark(at)
        && (s.isMark(at, ',') || s.isMark(at, ':') || s.isDash(at))) {
      at++;
    }
    return at < limit && s.isBlock(at) ? at : -1;
  }

  /** Whether a quotation stands inside the clause: he said the plan "was never going to work". */
  private boolean hasSpeech(int from, int to) {
    int block = firstBlock(from, to);
    return block > from && grammar.phraseAfter(from) != null;
  }

  private boolean hasVerb(int from, int to) {
    if (to - from < 2) {
      return false;
    }
    for (int u = from; u < to; u++) {
      if (s.isMark(u, ';')) {
        return false;
      }
      if (s.is(u, WordClass.AUXILIARY) || (grammar.isVerb(u) && u > from)) {
        return true;
      }
    }
    return false;
  }

  /** Where a clause ends that begins at {@code from}: at a mark stronger than a comma. */
  private int clauseEnd(int from, int limit) {
    for (int u = from; u < limit; u++) {
      if (s.isMark(u, ';')) {
        return u;
      }
    }
    return limit;
  }

  private int objectEnd(int from, int limit) {
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

  private int firstBlock(int from, int to) {
    for (int u = from; u < to; u++) {
      if (s.isBlock(u)) {
        return u;
      }
    }
    return -1;
  }

  private Draft draft(
      Pattern pattern,
      Cue cue,
      int from,
      int to,
      @Nullable Phrase subject,
      boolean inherited,
      boolean inverted) {
    var draft = new Draft(pattern, cue.type(), s.level);
    draft.lemma = cue.lemma();
    around(draft, from, to, subject);
    draft.cue(s.begin(from), s.end(to - 1));
    if (subject != null) {
      draft.source(s.begin(subject.from()), s.end(subject.to() - 1));
      draft.signs.add(form(subject));
      if (subject.afterPreposition()) {
        draft.signs.add("subject after preposition");
      }
    }
    if (inherited) {
      draft.signs.add("subject inherited");
    }
    if (inverted) {
      draft.signs.add("inverted");
    }
    draft.signs.add("form " + cue.form());
    return draft;
  }

  /** What stands around cue and subject: signs for the scorer. */
  private void around(Draft draft, int from, int to, @Nullable Phrase subject) {
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
    if (s.is(0, WordClass.SUBORDINATOR)) {
      draft.signs.add("sentence opens with a subordinator");
    }
    draft.signs.add("cue number " + Math.min(3, found.size()));
    if (s.size > 0 && s.isMark(s.size - 1, '?')) {
      draft.signs.add("question");
    }
    draft.signs.add("after cue " + kindOf(to));
    if (subject != null) {
      draft.signs.add("before subject " + kindOf(subject.from() - 1));
      if (grammar.verbBetween(subject)) {
        draft.signs.add("verb in subject");
      }
    }
  }

  private String kindOf(int u) {
    if (u < 0 || u >= s.size) {
      return "edge";
    }
    if (s.isBlock(u)) {
      return "quote";
    }
    if (s.isMark(u)) {
      return s.word(u);
    }
    for (WordClass wanted :
        new WordClass[] {
          WordClass.THAT, WordClass.INFINITIVE, WordClass.WH, WordClass.CONJUNCTION,
              WordClass.SUBORDINATOR,
          WordClass.PREPOSITION, WordClass.PRONOUN, WordClass.OBJECT, WordClass.AUXILIARY,
              WordClass.POSSESSIVE,
          WordClass.DETERMINER, WordClass.ADVERB
        }) {
      if (s.is(u, wanted)) {
        return wanted.name();
      }
    }
    return s.isCapital(u) ? "capital" : grammar.isVerb(u) ? "verb" : "word";
  }

  private String form(Phrase subject) {
    if (s.is(subject.from(), WordClass.I)
        || s.is(subject.from(), WordClass.WE)
        || s.is(subject.from(), WordClass.YOU)) {
      return "source first person";
    }
    if (s.is(subject.from(), WordClass.IT) || s.is(subject.from(), WordClass.NOBODY)) {
      return "source it";
    }
    if (subject.to() - subject.from() == 1 && s.is(subject.from(), WordClass.PRONOUN)) {
      return "source pronoun";
    }
    if (subject.to() - subject.from() == 1 && s.is(subject.from(), WordClass.RELATIVE)) {
      return "source relative";
    }
    boolean capital = false;
    for (int u = subject.from(); u < subject.to(); u++) {
      capital |= s.isCapital(u) && u > 0;
    }
    if (capital) {
      return "source name";
    }
    String head = grammar.head(subject);
    var pack = s.reading.pack;
    if (pack.noun(head, Noun.Kind.DOCUMENT) != null) {
      return "source document";
    }
    if (grammar.isPeople(head)
        || pack.noun(head, Noun.Kind.ROLE) != null
        || pack.noun(head, Noun.Kind.RELATION) != null) {
      return "source people";
    }
    if (pack.noun(head, Noun.Kind.ORGANIZATION) != null) {
      return "source organization";
    }
    return s.isCapital(subject.from()) ? "source first word" : "source phrase";
  }

  private boolean emitRight(
      Pattern pattern,
      Cue cue,
      int from,
      int to,
      Phrase subject,
      boolean inverted,
      boolean inherited,
      int begin,
      int limit) {
    int end =
        pattern == Pattern.OBJECT || pattern == Pattern.OBJECT_QUOTE
            ? limit
            : clauseEnd(begin, limit);
    if (end <= begin) {
      return false;
    }
    Draft draft = draft(pattern, cue, from, to, subject, inherited, inverted);
    draft.addContent(s.begin(begin), s.end(end - 1));
    return add(draft, begin, end, subject, inherited, inverted);
  }

  private boolean emit(
      Pattern pattern,
      Cue cue,
      int from,
      int to,
      Phrase subject,
      boolean inverted,
      boolean inherited,
      int left,
      int blockAt) {
    int end = left;
    while (end > 0 && s.isMark(end - 1) && !s.isMark(end - 1, ')')) {
      end--;
    }
    int begin = leftStart(end);
    if (end <= begin) {
      return false;
    }
    Draft draft = draft(pattern, cue, from, to, subject, inherited, inverted);
    draft.addContent(s.begin(begin), s.end(end - 1));
    int last = end;
    if (blockAt >= 0) {
      int stop = s.trimmedEnd();
      draft.addContent(s.begin(blockAt), s.end(stop - 1));
      last = stop;
    }
    return add(draft, begin, last, subject, inherited, inverted);
  }

  private int leftStart(int end) {
    int start = 0;
    for (int i = 0; i < units.size(); i++) {
      int[] unit = units.get(i);
      if (unit[2] > 0 && found.get(i).quoted()) {
        start = Math.max(start, Math.min(unit[2], end));
      }
    }
    for (int u = end - 1; u > start; u--) {
      if (s.isMark(u, ';') || (s.isMark(u, ':') && s.isBlock(u + 1))) {
        return u + 1;
      }
    }
    if (s.isBlock(end - 1) && start < end - 1) {
      // a cue before the quotation owns what stands between
      for (int i = 0; i < units.size(); i++) {
        if (units.get(i)[5] > start && units.get(i)[5] < end - 1) {
          return end - 1;
        }
      }
    }
    while (start < end - 1
        && ((s.isMark(start) && !s.isMark(start, '(') && !s.isMark(start, '$'))
            || s.is(start, WordClass.CONJUNCTION))) {
      start++;
    }
    return start;
  }

  private boolean add(
      Draft draft,
      int begin,
      int end,
      @Nullable Phrase subject,
      boolean inherited,
      boolean inverted) {
    found.add(draft);
    int cue = unitAt(draft.cueBegin);
    units.add(
        new int[] {
          subject == null || inherited || inverted ? cue : Math.min(subject.from(), cue),
          begin,
          end,
          subject == null ? -1 : subject.from(),
          subject == null ? -1 : subject.to(),
          cue
        });
    return true;
  }

  private int unitAt(int offset) {
    for (int u = 0; u < s.size; u++) {
      if (s.begin(u) >= offset) {
        return u;
      }
    }
    return s.size;
  }

  // ---------------------------------------------------------------- according to

  /** One-word cues are common prepositions too: they need a clause's edge or a name. */
  private boolean standsApart(int from, int to) {
    return from == 0
        || s.isMark(from - 1)
        || s.isBlock(from - 1)
        || (s.isCapital(to) && !s.reading.pack.has("noun-capitals"));
  }

  private boolean sourceFirst(Cue cue, int from, int to) {
    Phrase source = grammar.phraseAfter(to);
    if (source == null
        || !grammar.canSpeak(source)
        || (cue.words().size() == 1 && !standsApart(from, to))) {
      return false;
    }
    int limit = s.trimmedEnd();
    int after = afterAside(source.to());
    boolean first =
        from == 0 || (from == 1 && (s.is(0, WordClass.CONJUNCTION) || s.is(0, WordClass.ADVERB)));
    Pattern pattern = first ? Pattern.SOURCE_FIRST : Pattern.SOURCE_LAST;
    Draft draft = draft(pattern, cue, from, to, source, false, false);
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
      return add(draft, begin, limit, source, false, false);
    }
    int end = from;
    while (end > 0 && s.isMark(end - 1)) {
      end--;
    }
    int begin = leftStart(end);
    if (end <= begin) {
      return false;
    }
    draft.addContent(s.begin(begin), s.end(end - 1));
    return add(draft, begin, end, source, false, false);
  }

  private boolean sourceAfter(Cue cue, int from, int to) {
    Phrase source = grammar.phraseBefore(from);
    if (source == null || !grammar.canSpeak(source)) {
      return false;
    }
    int limit = s.trimmedEnd();
    Draft draft =
        draft(
            source.from() == 0 ? Pattern.SOURCE_FIRST : Pattern.SOURCE_LAST,
            cue,
            from,
            to,
            source,
            false,
            false);
    if (source.from() > 0) {
      draft.addContent(s.begin(0), s.end(source.from() - 1));
    }
    if (to < limit) {
      draft.addContent(s.begin(to), s.end(limit - 1));
    }
    return !draft.content.isEmpty() && add(draft, 0, limit, source, false, false);
  }

  private boolean impersonal(Cue cue, int from, int to) {
    int limit = s.trimmedEnd();
    if (!opensClause(to) || to >= limit) {
      return false;
    }
    Draft draft = draft(Pattern.THAT, cue, from, to, null, false, false);
    draft.signs.add("source none");
    draft.addContent(s.begin(to), s.end(limit - 1));
    return add(draft, to, limit, null, false, false);
  }

  // ---------------------------------------------------------------- ends

  /** An earlier content ends where a later cue's own clause begins. */
  private void trim() {
    for (int i = 0; i < found.size(); i++) {
      Draft draft = found.get(i);
      int[] own = units.get(i);
      int[] piece = draft.content.getLast();
      if (draft.pattern == Pattern.SOURCE_FIRST || piece[0] < draft.cueBegin) {
        continue;
      }
      for (int j = i + 1; j < found.size(); j++) {
        Draft later = found.get(j);
        int start = units.get(j)[0];
        if (s.begin(Math.min(start, s.size - 1)) >= piece[1] || start <= own[1]) {
          continue;
        }
        int cut = cutBefore(start, later);
        if (cut > own[1] && s.end(cut - 1) < piece[1] && s.end(cut - 1) > piece[0]) {
          piece[1] = s.end(cut - 1);
        }
      }
    }
  }

  private int cutBefore(int start, Draft later) {
    int cut = start;
    boolean conjunction = false;
    while (cut > 0
        && (s.isMark(cut - 1, ',')
            || s.isDash(cut - 1)
            || s.is(cut - 1, WordClass.CONJUNCTION)
            || (s.is(cut - 1, WordClass.SUBORDINATOR)
                && !s.is(cut - 1, WordClass.THAT)
                && conjunctionOnly(cut - 1))
            || s.is(cut - 1, WordClass.ADVERB))) {
      cut--;
      conjunction = true;
    }
    boolean inherited = later.signs.contains("subject inherited");
    if (!conjunction && inherited && cut > 0 && s.is(cut - 1, WordClass.PREPOSITION)) {
      return cut - 1; // "for a settlement after vowing to end the war"
    }
    boolean source = later.pattern == Pattern.SOURCE_LAST;
    if (!conjunction && !source) {
      return -1;
    }
    boolean comma =
        s.isMark(cut, ',')
            || s.isDash(cut)
            || (cut > 0 && s.isBlock(cut - 1) && s.endsOpen(cut - 1));
    return inherited || comma || source ? cut : -1;
  }

  private boolean conjunctionOnly(int u) {
    String word = s.word(u);
    return word.equals("while")
        || word.equals("although")
        || word.equals("though")
        || word.equals("whereas");
  }
}
