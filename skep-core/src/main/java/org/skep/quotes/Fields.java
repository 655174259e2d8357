package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.WordClass;

/**
 * The two places of a subject in a sentence whose finite verb stands second: before the verb, or
 * inside, behind it and before the words that close the sentence.
 */
final class Fields {
  private final Syntax syntax;
  private final Stretch s;
  private final NounPhrases phrases;
  private final Sources sources;

  Fields(Syntax syntax) {
    this.syntax = syntax;
    s = syntax.s();
    phrases = syntax.phrases();
    sources = syntax.sources();
  }

  /** What stands before the verb, when that is a noun phrase and may be a subject. */
  @Nullable Phrase fore(int begin, int verb) {
    int head = begin;
    while (head + 1 < verb && s.is(head, WordClass.ADVERB) && !s.is(head, WordClass.TIME)) {
      head++; // "auch die Stadt": only one phrase stands before the verb
    }
    if (head >= verb
        || s.isBlock(head)
        || s.is(head, WordClass.PREPOSITION)
        || s.is(head, WordClass.OBLIQUE)
        || s.is(head, WordClass.OBJECT)
        || s.is(head, WordClass.ADVERB)
        || s.is(head, WordClass.SUBORDINATOR)
        || s.is(head, WordClass.TIME)
        || s.is(head, WordClass.WH)
        || (verb - head == 1 && syntax.grammar().isManner(head))) {
      return null; // "Relativierend fügt S hinzu": how, not who
    }
    if (verb - head > 1 && isParticiple(head)) {
      return null; // "Gefragt nach den Kosten sagte S": when, not who
    }
    Phrase first = phrases.after(head);
    boolean pointing = verb - head == 1 && s.is(head, WordClass.DETERMINER);
    return first == null || pointing || !sources.canSpeak(first)
        ? null
        : new Phrase(head, first.to() == head + 1 ? head + 1 : verb, false);
  }

  private boolean isParticiple(int u) {
    return u == 0
        && s.reading.pack.cuesFrom(s.word(u)).stream()
            .anyMatch(cue -> cue.form() == Cue.Form.PARTICIPLE);
  }

  boolean isSomebody(Phrase phrase) {
    if (s.is(phrase.from(), WordClass.PRONOUN)) {
      return true;
    }
    Phrase core = phrases.after(phrase.from());
    Phrase named = core == null || core.to() > phrase.to() ? phrase : core;
    boolean determined = s.is(named.from(), WordClass.DETERMINER);
    for (int u = named.from(); u + 1 < named.to(); u++) {
      boolean owned = determined && u + 2 == named.to() && s.word(u + 1).endsWith("s");
      if (s.isCapital(u) && s.isCapital(u + 1) && !owned) {
        return true; // "Filep Karma", not "die Absicht Karmas"
      }
    }
    return sources.isSomebody(new Phrase(named.from(), headEnd(named), false));
  }

  /** One past the head: before "des Marktes" and "für den Konzern". */
  private int headEnd(Phrase phrase) {
    for (int u = phrase.from() + 1; u < phrase.to(); u++) {
      if (s.isCapital(u - 1)
          && !s.is(u - 1, WordClass.DETERMINER)
          && (s.is(u, WordClass.PREPOSITION) || s.is(u, WordClass.DETERMINER))) {
        return u;
      }
    }
    return phrase.to();
  }

  /**
   * The first noun phrase in a stretch that can be a subject; objects and adverbials are passed.
   */
  @Nullable Phrase inside(int begin, int end) {
    int u = begin;
    while (u < end) {
      boolean object = s.is(u, WordClass.OBJECT) && !s.is(u, WordClass.PRONOUN);
      if (object || s.is(u, WordClass.TIME) || isAdverb(u)) {
        u++;
        continue;
      }
      boolean passed = s.is(u, WordClass.PREPOSITION) || s.is(u, WordClass.OBLIQUE);
      Phrase phrase = phrases.after(s.is(u, WordClass.PREPOSITION) ? u + 1 : u);
      if (phrase == null || phrase.to() > end) {
        return null;
      }
      if (!passed) {
        return sources.canSpeak(phrase) ? phrase : null;
      }
      u = phrase.to();
    }
    return null;
  }

  private boolean isAdverb(int u) {
    return s.is(u, WordClass.ADVERB)
        && !s.is(u, WordClass.DETERMINER)
        && !s.is(u, WordClass.PREPOSITION);
  }

  /**
   * The subject of the sentence's first main clause, whatever its verb; null where none is sure.
   */
  @Nullable Phrase main() {
    int verb = new MainVerb(s).at();
    if (verb < 0) {
      return null;
    }
    int head = s.is(0, WordClass.CONJUNCTION) ? 1 : 0;
    Phrase fore = fore(head, verb);
    Phrase inside = fore != null && isSomebody(fore) ? null : inside(verb + 1, s.size);
    if (fore == null || (inside != null && isSomebody(inside))) {
      return inside;
    }
    Phrase core = phrases.after(fore.from());
    return core == null || core.to() > verb ? fore : core;
  }
}
