package org.skep.quotes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.LanguagePack;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.mention.Names.Name;
import org.skep.model.SpeakerKind;
import org.skep.text.Tokens;

/**
 * Where the members of an article are mentioned, and who comes to mind at a place in the text: by
 * nearness, by being a subject, by having spoken, by office.
 */
final class Salience {
  private static final int PERSONS_LOOKED_AT_MAX = 40;
  private static final int OFFICES_LOOKED_AT_MAX = 60;

  /** A mention of a member at a token. */
  private record Sighting(Member member, int token, boolean subject, int level) {}

  private final Reading reading;
  private final Tokens tokens;
  private final LanguagePack pack;
  private final Offices offices;
  private final List<Sighting> sightings = new ArrayList<>();

  Salience(Reading reading, Offices offices) {
    this.reading = reading;
    this.offices = offices;
    tokens = reading.tokens;
    pack = reading.pack;
  }

  void sight(Member member, Name name) {
    sightings.add(new Sighting(member, name.to() - 1, isSubject(name), reading.inner[name.from()]));
  }

  private boolean isSubject(Name name) {
    int before = name.prefix() - 1;
    while (before >= 0
        && !reading.apart(before, before + 1)
        && (reading.is(before, WordClass.DETERMINER)
            || reading.is(before, WordClass.POSSESSIVE)
            || (offices.isModifier(before)
                && tokens.shape(before) == Tokens.Shape.LOWER
                && offices.isOffice(before)))) {
      before--;
    }
    return before < 0
        || tokens.shape(before) == Tokens.Shape.MARK
        || reading.apart(before, before + 1)
        || reading.is(before, WordClass.CONJUNCTION)
        || reading.is(before, WordClass.SUBORDINATOR);
  }

  Member latest(List<Member> same, @Nullable WordClass gender) {
    for (int i = sightings.size() - 1; i >= 0; i--) {
      Member member = sightings.get(i).member();
      if (same.contains(member) && member.mayBe(gender)) {
        return member;
      }
    }
    return same.getFirst();
  }

  @Nullable Member latestPerson(int token, int level, @Nullable WordClass gender) {
    return latestPerson(token, level, gender, List.of(), null);
  }

  /** Salience: how near, whether a subject, whether speaking. */
  @Nullable Member latestPerson(
      int token,
      int level,
      @Nullable WordClass gender,
      List<Member> speakers,
      @Nullable Member enclosing) {
    Member best = null;
    double bestScore = -100;
    Member last = speakers.isEmpty() ? null : speakers.getLast();
    int looked = 0;
    for (int i = sightingsBefore(token); i >= 0 && looked < PERSONS_LOOKED_AT_MAX; i--, looked++) {
      Sighting sighting = sightings.get(i);
      Member member = sighting.member();
      if (member.kind == SpeakerKind.ORGANIZATION
          || !member.mayBe(gender)
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

  @Nullable Member office(int from, int to, int head, Noun role) {
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
    var seen = new HashSet<Member>();
    for (int i = sightingsBefore(from); i >= 0 && looked < OFFICES_LOOKED_AT_MAX; i--, looked++) {
      Member member = sightings.get(i).member();
      if (!seen.add(member)) {
        continue;
      }
      double score = -0.05 * rank++;
      double fit = 0;
      for (Office office : member.offices) {
        fit =
            Math.max(fit, office.fit(tokens.word(head), role.group(), modifiers, capitalModifier));
      }
      if (fit > 0 && score + fit > bestScore) {
        bestScore = score + fit;
        best = member;
      }
    }
    return best;
  }
}
