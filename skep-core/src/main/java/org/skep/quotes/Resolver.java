package org.skep.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.LanguagePack;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.model.SpeakerKind;
import org.skep.text.Tokens;

/**
 * Who a mention means at its place in the text: a name, an office, a pronoun, a relative. Not
 * thread-safe; lives for one article.
 */
final class Resolver {
  private static final int APPOSED_TOKENS_MAX = 9;

  private final Reading reading;
  private final Tokens tokens;
  private final LanguagePack pack;
  private final Cast cast;

  Resolver(Reading reading, Cast cast) {
    this.reading = reading;
    this.cast = cast;
    tokens = reading.tokens;
    pack = reading.pack;
  }

  /**
   * Who a mention means.
   *
   * @param speakers members that spoke before, latest last
   * @return {@code null} when nobody can be named
   */
  @Nullable Member resolve(
      int begin, int end, int level, List<Member> speakers, @Nullable Member enclosing) {
    int from = tokens.at(begin);
    int to = tokens.at(end);
    if (from >= to) {
      return null;
    }
    if (to - from == 1
        && (reading.is(from, WordClass.PRONOUN)
            || reading.is(from, WordClass.RELATIVE)
            || reading.is(from, WordClass.POSSESSIVE))) {
      return pronoun(from, level, speakers, enclosing);
    }
    int head = headEnd(from, to);
    Member named = cast.at(head - 1);
    if (named != null) {
      return family(named, from, head - 1);
    }
    Member beside = apposed(from, to);
    if (beside != null) {
      return beside;
    }
    Noun role = pack.noun(tokens.word(head - 1), Noun.Kind.ROLE);
    if (role != null && tokens.isCapital(from) && to - from == 1) {
      role = null;
    }
    if (role != null) {
      return cast.salience.office(from, to, head - 1, role);
    }
    for (int t = head - 2; t >= from; t--) {
      Member member = cast.at(t);
      if (member != null && !tokens.word(t + 1).equals("'s")) {
        return member;
      }
    }
    if (pack.noun(tokens.word(head - 1), Noun.Kind.DOCUMENT) != null) {
      for (int t = to - 1; t >= head; t--) {
        Member member = cast.at(t);
        if (member != null) {
          return member;
        }
      }
      return null;
    }
    boolean definite =
        reading.is(from, WordClass.DETERMINER) && !reading.is(from, WordClass.INDEFINITE);
    if (pack.noun(tokens.word(head - 1), Noun.Kind.ORGANIZATION) != null
        && (definite || tokens.isCapital(head - 1))) {
      int begins = from;
      while (begins < head - 1 && reading.is(begins, WordClass.DETERMINER)) {
        begins++;
      }
      return cast.named(
          reading.text.substring(tokens.begin(begins), tokens.end(to - 1)),
          SpeakerKind.ORGANIZATION);
    }
    return unknown(from, to);
  }

  /**
   * "its secretary, Dev Patel", "la directrice de l'Institut, Clara Neri": the full name between
   * marks behind whoever is described.
   */
  private @Nullable Member apposed(int from, int to) {
    boolean described =
        reading.is(from, WordClass.DETERMINER) || reading.is(from, WordClass.POSSESSIVE);
    int comma = to;
    while (comma < Math.min(tokens.size(), to + APPOSED_TOKENS_MAX) && goesOn(comma)) {
      comma++;
    }
    if (comma + 1 >= tokens.size()
        || !tokens.isMark(comma, ',')
        || !(described || comma == to)
        || reading.apart(comma, comma + 1)) {
      return null;
    }
    int end = Math.min(tokens.size(), comma + APPOSED_TOKENS_MAX);
    for (int t = comma + 1; t < end && (tokens.isCapital(t) || goesOn(t)); t++) {
      Member member = cast.at(t);
      if (member != null) {
        boolean closed = t + 1 >= tokens.size() || tokens.shape(t + 1) == Tokens.Shape.MARK;
        boolean person = member.kind != SpeakerKind.ORGANIZATION && tokens.isCapital(t - 1);
        return person && (closed || comma == to) ? member : null;
      }
    }
    return null;
  }

  /** A word of a description: neither a verb nor a mark. */
  private boolean goesOn(int token) {
    return tokens.shape(token) != Tokens.Shape.MARK
        && !reading.is(token, WordClass.AUXILIARY)
        && !reading.is(token, WordClass.VERB)
        && !reading.is(token, WordClass.RELATIVE)
        && !pack.isCueWord(tokens.word(token));
  }

  /** A capitalised word nobody introduced: "Duval" under a headline. */
  private @Nullable Member unknown(int from, int to) {
    if (pack.has("noun-capitals")
        || to - from > 3
        || !tokens.isCapital(from)
        || !tokens.isCapital(to - 1)
        || reading.classes[from] != 0) {
      return null;
    }
    String name = reading.text.substring(tokens.begin(from), tokens.end(to - 1));
    Member same = cast.ofSurname(tokens.word(to - 1));
    return same != null ? same : cast.named(name, SpeakerKind.UNKNOWN);
  }

  /** "her brother Oscar": a lone first name after a relation takes the family name. */
  private Member family(Member member, int from, int at) {
    if (member.name.indexOf(' ') < 0
        && at - from >= 2
        && reading.is(from, WordClass.POSSESSIVE)
        && pack.noun(tokens.word(at - 1), Noun.Kind.RELATION) != null) {
      Member kin = cast.salience.latestPerson(from, -1, null);
      if (kin != null && kin.name.indexOf(' ') > 0) {
        String short_ = member.name;
        member.name = short_ + kin.name.substring(kin.name.lastIndexOf(' '));
        member.alias(short_);
        member.kind = SpeakerKind.PERSON;
      }
    }
    return member;
  }

  /** One past the head of a phrase: where its first preposition after a noun begins. */
  private int headEnd(int from, int to) {
    for (int t = from + 1; t < to; t++) {
      boolean link = reading.is(t, WordClass.PREPOSITION) && !tokens.isCapital(t);
      if (link && cast.at(t - 1) == null && !insideName(t)) {
        return t;
      }
      boolean genitive =
          pack.has("noun-capitals")
              && reading.is(t, WordClass.DETERMINER)
              && tokens.isCapital(t - 1)
              && !reading.is(t - 1, WordClass.DETERMINER);
      if (genitive || tokens.isMark(t, '(')) {
        return t; // "der Sprecher der Polizei", "Jan Roth (SPD)"
      }
      if (tokens.isMark(t, ',') && t > from) {
        return atComma(from, t, to);
      }
      if (link && cast.at(t - 1) != null) {
        return t;
      }
    }
    return to;
  }

  private int atComma(int from, int comma, int to) {
    for (int t = from; t < comma; t++) {
      if (cast.at(t) != null) {
        return comma;
      }
    }
    for (int t = comma + 1; t < to; t++) {
      if (cast.at(t) != null) {
        return t + 1; // "its secretary, Dev Patel"
      }
    }
    return comma;
  }

  private boolean insideName(int token) {
    for (int t = token + 1; t < Math.min(tokens.size(), token + 4); t++) {
      Member member = cast.at(t);
      if (member != null) {
        String word = tokens.word(token);
        return member.name.contains(" " + word + " ");
      }
    }
    return false;
  }

  private @Nullable Member pronoun(
      int token, int level, List<Member> speakers, @Nullable Member enclosing) {
    if (reading.is(token, WordClass.RELATIVE)
        && !reading.is(token, WordClass.HE)
        && !reading.is(token, WordClass.SHE)) {
      return antecedent(token);
    }
    if (reading.is(token, WordClass.I) || reading.is(token, WordClass.WE)) {
      return level >= 0 ? enclosing : null;
    }
    boolean he = reading.is(token, WordClass.HE);
    boolean she = reading.is(token, WordClass.SHE);
    if (!he && !she) {
      Member last = speakers.isEmpty() ? null : speakers.getLast();
      return (reading.is(token, WordClass.IT) || reading.is(token, WordClass.THEY))
              && last != null
              && last.kind == SpeakerKind.ORGANIZATION
          ? last
          : null;
    }
    WordClass gender = he ? WordClass.HE : WordClass.SHE;
    Member member = cast.salience.latestPerson(token, level, gender, speakers, enclosing);
    if (member != null && member.gender == null && !(he && she)) {
      member.gender = gender;
    }
    return member;
  }

  /** "X, the head of the League, who said": the nearest person before, else the nearest name. */
  private @Nullable Member antecedent(int relative) {
    Member nearest = null;
    for (int t = relative - 1; t >= Math.max(0, relative - 14); t--) {
      if (tokens.isMark(t, '.') || reading.apart(t, t + 1)) {
        break;
      }
      Member member = cast.at(t);
      if (member != null && (member.kind == SpeakerKind.PERSON || t >= relative - 2)) {
        if (member.kind == SpeakerKind.PERSON || nearest == null) {
          nearest = member;
        }
        if (member.kind == SpeakerKind.PERSON) {
          break;
        }
      }
    }
    return nearest;
  }

  SpeakerKind kindOf(int begin, int end, @Nullable Member member) {
    int from = tokens.at(begin);
    int to = Math.max(from + 1, tokens.at(end));
    String head = from < tokens.size() ? tokens.word(Math.max(from, headEnd(from, to) - 1)) : "";
    if (pack.noun(head, Noun.Kind.DOCUMENT) != null
        && (member == null || member.kind != SpeakerKind.PERSON || headEnd(from, to) < to)) {
      return SpeakerKind.DOCUMENT;
    }
    if (member != null) {
      return member.kind;
    }
    if (pack.noun(head, Noun.Kind.PEOPLE) != null || pack.noun(head, Noun.Kind.ROLE) != null) {
      return SpeakerKind.PERSON;
    }
    return pack.noun(head, Noun.Kind.ORGANIZATION) != null
        ? SpeakerKind.ORGANIZATION
        : SpeakerKind.UNKNOWN;
  }
}
