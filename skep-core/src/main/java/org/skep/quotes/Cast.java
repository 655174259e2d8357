package org.skep.quotes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.language.LanguagePack;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.mention.Names;
import org.skep.mention.Names.Name;
import org.skep.model.Mention;
import org.skep.model.SpeakerKind;
import org.skep.text.Tokens;

/**
 * Everybody an article names: full names with their short forms, offices learnt from what stands
 * beside a name, and who a pronoun or an office means at a place in the text. Not thread-safe;
 * lives for one article.
 */
final class Cast {
  /** One person, organisation or document of the article. */
  static final class Member {
    String name;
    SpeakerKind kind;
    @Nullable WordClass gender;
    final List<String> aliases = new ArrayList<>(2);
    final List<Office> offices = new ArrayList<>(1);
    final List<int[]> evidence = new ArrayList<>(2);
    boolean speaks;

    Member(String name, SpeakerKind kind) {
      this.name = name;
      this.kind = kind;
    }

    void alias(String alias) {
      if (!alias.equals(name) && !aliases.contains(alias)) {
        aliases.add(alias);
      }
    }
  }

  /** A role as printed, its head noun, and the words that narrow it. */
  record Office(String printed, String head, String group, List<String> modifiers) {}

  /** A mention of a member at a token. */
  private record Sighting(Member member, int token, boolean subject, int level) {}

  private final Reading reading;
  private final Tokens tokens;
  private final LanguagePack pack;
  private final List<Name> names;
  private final Map<String, Member> byName = new HashMap<>();
  private final Map<String, List<Member>> bySurname = new HashMap<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<Integer, Member> atToken = new HashMap<>();
  final List<Member> members = new ArrayList<>();

  Cast(Reading reading) {
    this.reading = reading;
    tokens = reading.tokens;
    pack = reading.pack;
    names = Names.of(tokens, reading.text, pack);
    for (Name name : names) {
      if (name.words() >= 2) {
        introduce(name);
      }
    }
    for (Name name : names) {
      sight(name);
    }
  }

  private void introduce(Name name) {
    String key = key(name.text());
    Member member = byName.get(key);
    if (member == null && name.kind() == Mention.Kind.PERSON) {
      member = sameSurname(name);
    }
    if (member == null) {
      member = new Member(name.text(), kind(name.kind()));
      members.add(member);
      if (member.kind == SpeakerKind.PERSON) {
        bySurname.computeIfAbsent(name.surname(), k -> new ArrayList<>(1)).add(member);
      }
    } else if (name.text().length() > member.name.length() && name.words() <= 4) {
      String shorter = member.name;
      member.name = name.text();
      member.alias(shorter);
    }
    if (name.prefix() < name.from() && name.kind() == Mention.Kind.PERSON) {
      member.kind = SpeakerKind.PERSON;
    }
    byName.put(key, member);
  }

  /** "Earl Tomblin" is "Earl Ray Tomblin": same surname, same first name or initial. */
  private @Nullable Member sameSurname(Name name) {
    for (Member member : bySurname.getOrDefault(name.surname(), List.of())) {
      String first = firstWord(member.name);
      String other = firstWord(name.text());
      if (first.equals(other)
          || ((first.length() <= 2 || other.length() <= 2) && first.charAt(0) == other.charAt(0))) {
        return member;
      }
    }
    return null;
  }

  private static String firstWord(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static SpeakerKind kind(Mention.Kind kind) {
    return switch (kind) {
      case PERSON -> SpeakerKind.PERSON;
      case ORGANIZATION -> SpeakerKind.ORGANIZATION;
      default -> SpeakerKind.UNKNOWN;
    };
  }

  private void sight(Name name) {
    Member member = memberOf(name);
    atToken.put(name.to() - 1, member);
    if (member.evidence.size() < 2) {
      member.evidence.add(new int[] {tokens.begin(name.prefix()), tokens.end(name.to() - 1)});
    }
    member.alias(name.text());
    learnGender(member, name);
    learnOffices(member, name);
    sightings.add(new Sighting(member, name.to() - 1, isSubject(name), reading.inner[name.from()]));
  }

  private Member memberOf(Name name) {
    String key = key(name.text());
    Member full = byName.get(key);
    if (full != null) {
      return full;
    }
    List<Member> same = bySurname.getOrDefault(name.surname(), List.of());
    if (!same.isEmpty()) {
      return same.size() == 1 ? same.getFirst() : latest(same, genderBefore(name));
    }
    for (Member member : members) {
      if (member.kind == SpeakerKind.PERSON
          && firstWord(member.name).equalsIgnoreCase(name.text())) {
        return member;
      }
    }
    var member =
        new Member(
            name.text(), name.prefix() < name.from() ? SpeakerKind.PERSON : kind(name.kind()));
    members.add(member);
    byName.put(key, member);
    return member;
  }

  private Member latest(List<Member> same, @Nullable WordClass gender) {
    for (int i = sightings.size() - 1; i >= 0; i--) {
      Member member = sightings.get(i).member();
      if (same.contains(member)
          && (gender == null || member.gender == null || member.gender == gender)) {
        return member;
      }
    }
    return same.getFirst();
  }

  private @Nullable WordClass genderBefore(Name name) {
    for (int t = name.prefix(); t < name.from(); t++) {
      if (pack.is(tokens.word(t), WordClass.HE)) {
        return WordClass.HE;
      }
      if (pack.is(tokens.word(t), WordClass.SHE)) {
        return WordClass.SHE;
      }
    }
    if (name.prefix() > 0) {
      Noun relation = pack.noun(tokens.word(name.prefix() - 1), Noun.Kind.RELATION);
      if (relation != null && !relation.group().isEmpty()) {
        return relation.group().equals("he") ? WordClass.HE : WordClass.SHE;
      }
    }
    return null;
  }

  private void learnGender(Member member, Name name) {
    WordClass gender = genderBefore(name);
    if (gender != null && member.gender == null) {
      member.gender = gender;
      member.kind = SpeakerKind.PERSON;
    }
  }

  /** Offices before ("Russian presidential aide X") and after ("X, the city's engineer,"). */
  private void learnOffices(Member member, Name name) {
    if (member.offices.size() > 4
        || (member.kind == SpeakerKind.ORGANIZATION && name.prefix() == name.from())) {
      return;
    }
    int end = name.from();
    if (end > 0 && tokens.isMark(end - 1, '.')) {
      end--;
    }
    if (end > 0 && isOffice(end - 1) && !reading.apart(end - 1, name.from())) {
      int from = end - 1;
      while (from > 0 && end - from < 7 && isModifier(from - 1) && !reading.apart(from - 1, from)) {
        from--;
      }
      office(member, from, end, end - 1);
    }
    int at = name.to();
    if (at + 1 < tokens.size() && (tokens.isMark(at, ',') || tokens.isMark(at, '('))) {
      for (int t = at + 1; t < Math.min(tokens.size(), at + 9); t++) {
        if (tokens.shape(t) == Tokens.Shape.MARK
            || reading.apart(t - 1, t)
            || reading.is(t, WordClass.AUXILIARY)
            || reading.is(t, WordClass.RELATIVE)) {
          break;
        }
        if (isOffice(t) && (t + 1 >= tokens.size() || !isOffice(t + 1))) {
          int to = t + 1;
          if (to < tokens.size() && reading.is(to, WordClass.LINK)) {
            while (to < tokens.size() && to < t + 7 && tokens.shape(to) != Tokens.Shape.MARK) {
              to++;
            }
          }
          office(member, at + 1, to, t);
          break;
        }
        if (reading.is(t, WordClass.PREPOSITION)) {
          break;
        }
      }
    }
  }

  private boolean isOffice(int token) {
    return pack.noun(tokens.word(token), Noun.Kind.ROLE) != null;
  }

  private boolean isModifier(int token) {
    return tokens.shape(token) != Tokens.Shape.MARK
        && !reading.is(token, WordClass.PREPOSITION)
        && !reading.is(token, WordClass.CONJUNCTION)
        && !reading.is(token, WordClass.AUXILIARY)
        && !reading.is(token, WordClass.SUBORDINATOR)
        && !reading.is(token, WordClass.DETERMINER)
        && !reading.is(token, WordClass.VERB)
        && !reading.is(token, WordClass.ADVERB)
        && !pack.isCueWord(tokens.word(token));
  }

  private void office(Member member, int from, int to, int head) {
    int begin = from;
    while (begin < head
        && (reading.is(begin, WordClass.DETERMINER) || reading.is(begin, WordClass.POSSESSIVE))) {
      begin++;
    }
    Noun noun = pack.noun(tokens.word(head), Noun.Kind.ROLE);
    if (noun == null) {
      return;
    }
    String printed = reading.text.substring(tokens.begin(begin), tokens.end(to - 1));
    if (printed.length() > 80 || printed.indexOf('\n') >= 0) {
      return;
    }
    if (member.kind == SpeakerKind.UNKNOWN) {
      member.kind = SpeakerKind.PERSON;
    }
    for (Office known : member.offices) {
      if (known.printed().equals(printed)) {
        return;
      }
    }
    var modifiers = new ArrayList<String>(3);
    for (int t = begin; t < to; t++) {
      if (t != head
          && tokens.shape(t) != Tokens.Shape.MARK
          && !reading.is(t, WordClass.PREPOSITION)
          && !reading.is(t, WordClass.DETERMINER)
          && !reading.is(t, WordClass.POSSESSIVE)) {
        modifiers.add(tokens.word(t));
      }
    }
    member.offices.add(new Office(printed, tokens.word(head), noun.group(), modifiers));
  }

  private boolean isSubject(Name name) {
    int before = name.prefix() - 1;
    while (before >= 0
        && !reading.apart(before, before + 1)
        && (reading.is(before, WordClass.DETERMINER)
            || reading.is(before, WordClass.POSSESSIVE)
            || (isModifier(before)
                && tokens.shape(before) == Tokens.Shape.LOWER
                && isOffice(before)))) {
      before--;
    }
    return before < 0
        || tokens.shape(before) == Tokens.Shape.MARK
        || reading.apart(before, before + 1)
        || reading.is(before, WordClass.CONJUNCTION)
        || reading.is(before, WordClass.SUBORDINATOR);
  }

  // ---------------------------------------------------------------- who is meant

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
        && (reading.is(from, WordClass.PRONOUN) || reading.is(from, WordClass.RELATIVE))) {
      return pronoun(from, level, speakers, enclosing);
    }
    int head = headEnd(from, to);
    Member named = atToken.get(head - 1);
    if (named != null) {
      return family(named, from, head - 1);
    }
    Noun role = pack.noun(tokens.word(head - 1), Noun.Kind.ROLE);
    if (role != null && tokens.isCapital(from) && to - from == 1) {
      role = null;
    }
    if (role != null) {
      Member beside = apposed(to);
      return beside != null ? beside : office(from, to, head - 1, role);
    }
    for (int t = head - 2; t >= from; t--) {
      Member member = atToken.get(t);
      if (member != null && !tokens.word(t + 1).equals("'s")) {
        return member;
      }
    }
    if (pack.noun(tokens.word(head - 1), Noun.Kind.DOCUMENT) != null) {
      for (int t = to - 1; t >= head; t--) {
        Member member = atToken.get(t);
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
      return organization(reading.text.substring(tokens.begin(begins), tokens.end(to - 1)));
    }
    return unknown(from, to);
  }

  private Member organization(String name) {
    return byName.computeIfAbsent(
        key(name),
        k -> {
          var member = new Member(name, SpeakerKind.ORGANIZATION);
          members.add(member);
          return member;
        });
  }

  /** "its secretary, Dev Patel": the name after the comma. */
  private @Nullable Member apposed(int to) {
    if (to + 1 >= tokens.size() || !tokens.isMark(to, ',') || !tokens.isCapital(to + 1)) {
      return null;
    }
    for (int t = to + 1; t < Math.min(tokens.size(), to + 5) && tokens.isCapital(t); t++) {
      if (atToken.get(t) != null) {
        return atToken.get(t);
      }
    }
    return null;
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
    List<Member> same = bySurname.getOrDefault(tokens.word(to - 1), List.of());
    if (!same.isEmpty()) {
      return latest(same, null);
    }
    return byName.computeIfAbsent(
        key(name),
        k -> {
          var member = new Member(name, SpeakerKind.UNKNOWN);
          members.add(member);
          return member;
        });
  }

  /** "her brother Oscar": a lone first name after a relation takes the family name. */
  private Member family(Member member, int from, int at) {
    if (member.name.indexOf(' ') < 0
        && at - from >= 2
        && reading.is(from, WordClass.POSSESSIVE)
        && pack.noun(tokens.word(at - 1), Noun.Kind.RELATION) != null) {
      Member kin = latestPerson(from, -1, null);
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
      if (link && atToken.get(t - 1) == null && !insideName(t)) {
        return t;
      }
      if (tokens.isMark(t, ',') && t > from) {
        return atComma(from, t, to);
      }
      if (link && atToken.get(t - 1) != null) {
        return t;
      }
    }
    return to;
  }

  private int atComma(int from, int comma, int to) {
    for (int t = from; t < comma; t++) {
      if (atToken.get(t) != null) {
        return comma;
      }
    }
    for (int t = comma + 1; t < to; t++) {
      if (atToken.get(t) != null) {
        return t + 1; // "its secretary, Dev Patel"
      }
    }
    return comma;
  }

  private boolean insideName(int token) {
    for (int t = token + 1; t < Math.min(tokens.size(), token + 4); t++) {
      Member member = atToken.get(t);
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
    Member member = latestPerson(token, level, gender, speakers, enclosing);
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
      Member member = atToken.get(t);
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

  private @Nullable Member latestPerson(int token, int level, @Nullable WordClass gender) {
    return latestPerson(token, level, gender, List.of(), null);
  }

  /** Salience: how near, whether a subject, whether speaking. */
  private @Nullable Member latestPerson(
      int token,
      int level,
      @Nullable WordClass gender,
      List<Member> speakers,
      @Nullable Member enclosing) {
    Member best = null;
    double bestScore = -100;
    Member last = speakers.isEmpty() ? null : speakers.getLast();
    int looked = 0;
    for (int i = sightingsBefore(token); i >= 0 && looked < 40; i--, looked++) {
      Sighting sighting = sightings.get(i);
      Member member = sighting.member();
      if (member.kind == SpeakerKind.ORGANIZATION
          || (gender != null && member.gender != null && member.gender != gender)
          || (member.kind == SpeakerKind.UNKNOWN && !member.speaks)
          || (level >= 0 && member == enclosing)) {
        continue;
      }
      boolean foreign = sighting.level() != level && sighting.level() >= 0;
      double score =
          -sentencesBetween(sighting.token(), token) * 1.0
              - (token - sighting.token()) * 0.01
              + (sighting.subject() ? 1.6 : 0)
              + (member == last ? 1.2 : 0)
              + (member == enclosing ? 2 : 0)
              + (member.speaks ? 0.4 : 0)
              + (member.gender == gender && gender != null ? 0.4 : 0)
              - (foreign ? 2.5 : 0)
              + (level >= 0 && sighting.level() == level ? 2 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = member;
      }
    }
    return best;
  }

  private int sightingsBefore(int token) {
    int low = 0;
    int high = sightings.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sightings.get(middle).token() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private int sentencesBetween(int from, int to) {
    int stops = 0;
    for (int t = Math.max(from, to - 400); t < to; t++) {
      if ((tokens.isMark(t, '.') && !pack.isAbbreviation(tokens, Math.max(0, t - 1)))
          || tokens.isMark(t, '?')
          || tokens.isMark(t, '!')) {
        stops++;
      }
    }
    return stops;
  }

  private @Nullable Member office(int from, int to, int head, Noun role) {
    var modifiers = new ArrayList<String>(3);
    boolean capitalModifier = false;
    for (int t = from; t < to; t++) {
      if (t != head && tokens.shape(t) != Tokens.Shape.MARK && reading.classes[t] == 0) {
        modifiers.add(tokens.word(t));
        capitalModifier |= tokens.isCapital(t);
      }
    }
    if (reading.is(from, WordClass.INDEFINITE)
        || tokens.word(from).equals("a")
        || tokens.word(from).equals("an")) {
      return null;
    }
    Member best = null;
    double bestScore = 0.5;
    int rank = 0;
    int looked = 0;
    var seen = new java.util.HashSet<Member>();
    for (int i = sightingsBefore(from); i >= 0 && looked < 60; i--, looked++) {
      Member member = sightings.get(i).member();
      if (!seen.add(member)) {
        continue;
      }
      double score = -0.05 * rank++;
      double fit = 0;
      for (Office office : member.offices) {
        fit =
            Math.max(fit, fit(office, tokens.word(head), role.group(), modifiers, capitalModifier));
      }
      if (fit > 0 && score + fit > bestScore) {
        bestScore = score + fit;
        best = member;
      }
    }
    return best;
  }

  private double fit(
      Office office, String head, String group, List<String> modifiers, boolean capital) {
    double fit;
    if (office.head().equals(head)) {
      fit = 2;
    } else if (!group.isEmpty() && group.equals(office.group()) && !group.equals("person")) {
      fit = 1.2;
    } else if (office.head().equals("counterpart")) {
      fit = 0.6;
    } else {
      return 0;
    }
    boolean shared = false;
    for (String modifier : modifiers) {
      for (String own : office.modifiers()) {
        shared |= sameStem(modifier, own);
      }
    }
    if (shared) {
      return fit + 2;
    }
    return (capital && !office.modifiers().isEmpty()) || office.head().equals("counterpart")
        ? fit - 2
        : fit;
  }

  private static boolean sameStem(String a, String b) {
    int stem = Math.min(4, Math.min(a.length(), b.length()));
    return a.equals(b) || (stem >= 4 && a.regionMatches(0, b, 0, stem));
  }

  /** The last member named between two tokens outside quotations, or null. */
  @Nullable Name firstNameIn(int from, int to) {
    for (Name name : names) {
      if (name.from() >= to) {
        return null;
      }
      if (name.from() >= from && name.to() <= to && reading.inner[name.from()] < 0) {
        return name;
      }
    }
    return null;
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
