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
import org.skep.mention.Names.Name;
import org.skep.model.Mention;
import org.skep.model.SpeakerKind;
import org.skep.text.Tokens;

/**
 * Everybody an article names: full names with their short forms, gender and offices learnt from
 * what stands beside a name. Not thread-safe; lives for one article.
 */
final class Cast {
  private final Reading reading;
  private final Tokens tokens;
  private final LanguagePack pack;
  private final List<Name> names;
  private final Map<String, Member> byName = new HashMap<>();
  private final Map<String, List<Member>> bySurname = new HashMap<>();
  private final Map<Integer, Member> atToken = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final Offices offices;
  final Salience salience;

  Cast(Reading reading) {
    this.reading = reading;
    tokens = reading.tokens;
    pack = reading.pack;
    offices = new Offices(reading);
    salience = new Salience(reading, offices);
    names = reading.names;
    for (Name name : names) {
      if (name.words() >= 2) {
        introduce(name);
      }
    }
    for (Name name : names) {
      sight(name);
    }
  }

  /** In order of introduction. */
  List<Member> members() {
    return members;
  }

  /** The member whose name ends at a token. */
  @Nullable Member at(int token) {
    return atToken.get(token);
  }

  /** The member of this name, introduced now if need be. */
  Member named(String name, SpeakerKind kind) {
    return byName.computeIfAbsent(
        key(name),
        k -> {
          var member = new Member(name, kind);
          members.add(member);
          return member;
        });
  }

  /** The member this surname means when it is printed without a name the article knows. */
  @Nullable Member ofSurname(String surname) {
    List<Member> same = bySurname.getOrDefault(surname, List.of());
    return same.isEmpty() ? null : salience.latest(same, null);
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
      String first = member.firstName();
      String other = name.text().split(" ", 2)[0];
      if (first.equals(other)
          || ((first.length() <= 2 || other.length() <= 2) && first.charAt(0) == other.charAt(0))) {
        return member;
      }
    }
    return null;
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
    member.seen(tokens.begin(name.prefix()), tokens.end(name.to() - 1));
    member.alias(name.text());
    learnGender(member, name);
    offices.learn(member, name);
    salience.sight(member, name);
  }

  private Member memberOf(Name name) {
    String key = key(name.text());
    Member full = byName.get(key);
    if (full != null) {
      return full;
    }
    List<Member> same = bySurname.getOrDefault(name.surname(), List.of());
    if (!same.isEmpty()) {
      return same.size() == 1 ? same.getFirst() : salience.latest(same, genderBefore(name));
    }
    for (Member member : members) {
      if (member.kind == SpeakerKind.PERSON && member.firstName().equalsIgnoreCase(name.text())) {
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
    boolean full = member.kind == SpeakerKind.PERSON && name.words() >= 2;
    if (full && member.gender == null && pack.has("she-name-ending")) {
      String first = member.firstName().toLowerCase(Locale.ROOT);
      member.gender = pack.ends("she-name-ending", first) ? WordClass.SHE : WordClass.HE;
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The first name between two tokens outside quotations, or null. */
  @Nullable Name firstNameIn(int from, int to) {
    for (int i = firstFrom(from); i < names.size() && names.get(i).from() < to; i++) {
      if (isPlain(names.get(i), to)) {
        return names.get(i);
      }
    }
    return null;
  }

  /** Whether a name begins between two tokens, in quotations too. */
  boolean hasName(int from, int to) {
    int first = firstFrom(from);
    return first < names.size() && names.get(first).from() < to;
  }

  /** The last name between two tokens outside quotations, or null. */
  @Nullable Name lastNameIn(int from, int to) {
    Name last = null;
    for (int i = firstFrom(from); i < names.size() && names.get(i).from() < to; i++) {
      last = isPlain(names.get(i), to) ? names.get(i) : last;
    }
    return last;
  }

  /** The last person of a gender named between two offsets; null without one. */
  @Nullable Name lastPersonIn(int begin, int end, WordClass gender) {
    Name last = null;
    int to = tokens.at(end);
    for (int i = firstFrom(tokens.at(begin)); i < names.size() && names.get(i).from() < to; i++) {
      Member member = at(names.get(i).to() - 1);
      last = member != null && member.gender == gender ? names.get(i) : last;
    }
    return last;
  }

  private boolean isPlain(Name name, int to) {
    return name.to() <= to && reading.inner[name.from()] < 0;
  }

  /** Index of the first name at or after a token. */
  private int firstFrom(int token) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).from() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
