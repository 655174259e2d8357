package org.skep.quotes;

import java.util.ArrayList;
import org.skep.language.LanguagePack;
import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.mention.Names.Name;
import org.skep.model.SpeakerKind;
import org.skep.text.Tokens;

/** Learns offices from what stands beside a name. */
final class Offices {
  private static final int PHRASE_WORDS_MAX = 7;

  private final Reading reading;
  private final Tokens tokens;
  private final LanguagePack pack;

  Offices(Reading reading) {
    this.reading = reading;
    tokens = reading.tokens;
    pack = reading.pack;
  }

  /** Offices before ("Russian presidential aide X") and after ("X, the city's engineer,"). */
  void learn(Member member, Name name) {
    if (member.offices.size() > 4
        || (member.kind == SpeakerKind.ORGANIZATION && name.prefix() == name.from())) {
      return;
    }
    int end = name.from();
    if (end > 0 && tokens.isMark(end - 1, '.')) {
      end--;
    }
    if (isInserted(name)) {
      end--;
    }
    if (end > 0 && isOffice(end - 1) && !reading.apart(end - 1, name.from())) {
      int from = end - 1;
      while (from > 0
          && end - from < PHRASE_WORDS_MAX
          && isModifier(from - 1)
          && !reading.apart(from - 1, from)) {
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
            || (pack.isCueWord(tokens.word(t)) // "Anna Lind, told reporters", no "'s press office"
                && !isOffice(t)
                && !isOwner(t - 2))
            || reading.is(t, WordClass.RELATIVE)) {
          break;
        }
        if (isOffice(t) && !isOwner(t) && (t + 1 >= tokens.size() || !isOffice(t + 1))) {
          int to = t + 1;
          if (to < tokens.size() && reading.is(to, WordClass.LINK)) {
            while (to < tokens.size()
                && to < t + PHRASE_WORDS_MAX
                && (tokens.shape(to) != Tokens.Shape.MARK || isPluralOwner(to - 1))) {
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

  /** "His chief negotiator, X, said": the name between commas behind the office. */
  private boolean isInserted(Name name) {
    int comma = name.from() - 1;
    if (comma < 1
        || !tokens.isMark(comma, ',')
        || name.to() >= tokens.size()
        || !tokens.isMark(name.to(), ',')) {
      return false;
    }
    int t = comma - 1;
    while (t > 0 && comma - t < PHRASE_WORDS_MAX && isModifier(t)) {
      t--;
    }
    return reading.is(t, WordClass.DETERMINER) || reading.is(t, WordClass.POSSESSIVE);
  }

  /** Before "'s": the president's press secretary is no president. */
  private boolean isOwner(int token) {
    return token + 1 < tokens.size() && tokens.word(token + 1).equals("'s");
  }

  /** "The pilots' union": no quotation ends there. */
  private boolean isPluralOwner(int token) {
    return (tokens.isMark(token + 1, '’') || tokens.isMark(token + 1, '\''))
        && tokens.word(token).endsWith("s")
        && tokens.end(token) == tokens.begin(token + 1)
        && token + 2 < tokens.size()
        && tokens.shape(token + 2) != Tokens.Shape.MARK;
  }

  boolean isOffice(int token) {
    return pack.noun(tokens.word(token), Noun.Kind.ROLE) != null;
  }

  boolean isModifier(int token) {
    return tokens.shape(token) != Tokens.Shape.MARK
        && !reading.is(token, WordClass.PREPOSITION)
        && !reading.is(token, WordClass.CONJUNCTION)
        && !reading.is(token, WordClass.AUXILIARY)
        && !reading.is(token, WordClass.SUBORDINATOR)
        && !reading.is(token, WordClass.DETERMINER)
        && !reading.is(token, WordClass.VERB)
        && !reading.is(token, WordClass.ADVERB)
        && !reading.is(token, WordClass.TIME)
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
    if (member.gender == null && pack.ends("she-ending", tokens.word(head))) {
      member.gender = WordClass.SHE; // "Direktorin", "directrice"
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
}
