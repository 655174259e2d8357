package org.skep.quotes;

import org.skep.language.Noun;
import org.skep.language.WordClass;

/** What a noun phrase can be as a source: whether it can speak, its head, its number and form. */
final class Sources {
  private final Stretch s;
  private final Grammar grammar;

  Sources(Grammar grammar) {
    this.grammar = grammar;
    s = grammar.s;
  }

  /** Whether a phrase can be somebody: a pronoun, a name, a determined noun, people. */
  boolean canSpeak(Phrase phrase) {
    int last = phrase.to() - 1;
    if (phrase.to() - phrase.from() == 1
        && (grammar.isSubjectPronoun(last)
            || s.is(last, WordClass.RELATIVE)
            || s.is(last, WordClass.INDEFINITE))) {
      return !s.is(last, WordClass.TIME);
    }
    boolean name = false;
    boolean determined = false;
    for (int u = phrase.from(); u < phrase.to(); u++) {
      name |=
          s.isCapital(u)
              && !s.is(u, WordClass.DETERMINER)
              && !s.is(u, WordClass.TIME)
              && !s.is(u, WordClass.NOT_NAME)
              && !s.is(u, WordClass.PREPOSITION);
      determined |=
          s.is(u, WordClass.DETERMINER)
              || s.is(u, WordClass.POSSESSIVE)
              || s.is(u, WordClass.INDEFINITE);
    }
    String head = head(phrase);
    return name
        || determined
        || isPeople(head)
        || (head.endsWith("s") && !head.endsWith("ss") && head.length() > 3)
        || s.reading.pack.noun(head, Noun.Kind.ROLE) != null
        || (s.reading.pack.has("no-articles") && isSomebody(phrase));
  }

  /** Whether a noun names a paper, or something said. */
  boolean isDocument(String head) {
    return s.reading.pack.noun(head, Noun.Kind.DOCUMENT) != null
        || s.reading.pack.isSpeechNoun(head);
  }

  /** Whether the words of a phrase name people, an office, an organisation or a document. */
  boolean isSomebody(Phrase phrase) {
    var pack = s.reading.pack;
    for (int u = phrase.from(); u < phrase.to(); u++) {
      String word = s.word(u);
      if (pack.noun(word, Noun.Kind.ROLE) != null
          || pack.noun(word, Noun.Kind.PEOPLE) != null
          || pack.noun(word, Noun.Kind.ORGANIZATION) != null
          || pack.noun(word, Noun.Kind.DOCUMENT) != null) {
        return true;
      }
    }
    return false;
  }

  boolean isPeople(String head) {
    return s.reading.pack.noun(head, Noun.Kind.PEOPLE) != null;
  }

  /** Whether a phrase holds a word that may be a verb: then its beginning is doubtful. */
  boolean verbBetween(Phrase phrase) {
    for (int u = phrase.from() + 1; u < phrase.to() - 1; u++) {
      String word = s.word(u);
      if (!s.isCapital(u)
          && (s.is(u, WordClass.VERB)
              || s.reading.pack.isCueWord(word)
              || s.reading.pack.ends("verb-ending", word))) {
        return true;
      }
    }
    return false;
  }

  /** The head noun of a phrase: the last word before its first preposition. */
  String head(Phrase phrase) {
    int last = phrase.from();
    for (int u = phrase.from(); u < phrase.to(); u++) {
      if (u > phrase.from()
          && s.is(u, WordClass.PREPOSITION)
          && s.isWord(u - 1)
          && !s.is(u - 1, WordClass.DETERMINER)) {
        break;
      }
      if (s.isWord(u)) {
        last = u;
      }
    }
    return s.word(last);
  }

  boolean isPlural(Phrase subject) {
    String head = head(subject);
    return s.is(subject.from(), WordClass.I)
        || s.is(subject.from(), WordClass.WE)
        || s.is(subject.from(), WordClass.THEY)
        || s.is(subject.from(), WordClass.YOU)
        || s.is(subject.to() - 1, WordClass.RELATIVE)
        || s.is(subject.to() - 1, WordClass.INDEFINITE)
        || head.endsWith("s")
        || isPeople(head)
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

  String form(Phrase subject) {
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
    String head = head(subject);
    var pack = s.reading.pack;
    if (pack.noun(head, Noun.Kind.DOCUMENT) != null) {
      return "source document";
    }
    if (isPeople(head)
        || pack.noun(head, Noun.Kind.ROLE) != null
        || pack.noun(head, Noun.Kind.RELATION) != null) {
      return "source people";
    }
    if (pack.noun(head, Noun.Kind.ORGANIZATION) != null) {
      return "source organization";
    }
    return s.isCapital(subject.from()) ? "source first word" : "source phrase";
  }
}
