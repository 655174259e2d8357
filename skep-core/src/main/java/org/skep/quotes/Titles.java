package org.skep.quotes;

import org.skep.language.Noun;
import org.skep.language.WordClass;
import org.skep.text.Quotations;
import org.skep.text.Quotations.Segment;
import org.skep.text.Tokens;

/** Quotations that are nobody's words: titles of works, names of groups, coined words. */
final class Titles {
  private final Reading reading;
  private final Tokens tokens;

  Titles(Reading reading) {
    this.reading = reading;
    tokens = reading.tokens;
  }

  /** A title of a work, or words somebody else coined: no speech. */
  boolean isTitle(Stretch s, int u, Segment segment) {
    var pack = reading.pack;
    for (int k = u - 1; k >= Math.max(0, u - 2); k--) {
      if (pack.noun(s.word(k), Noun.Kind.WORK) != null) {
        return true;
      }
    }
    if (pack.has("noun-capitals")
        && (s.isWord(u - 1) || s.isMark(u - 1, '('))
        && isName(s, u, segment)) {
      return true;
    }
    int capitals = 0;
    int long_ = 0;
    boolean lower = false;
    for (int t = tokens.at(segment.begin());
        t < tokens.size() && tokens.begin(t) < segment.end();
        t++) {
      if (tokens.shape(t) != Tokens.Shape.MARK && tokens.word(t).length() > 3) {
        long_++;
        capitals += tokens.isCapital(t) ? 1 : 0;
      }
      lower |= tokens.shape(t) == Tokens.Shape.LOWER;
    }
    boolean speech = s.endsOpen(u) && segment.kind() != Quotations.Kind.SINGLE;
    return long_ >= 2 && capitals == long_ && !speech && !(lower && pack.has("noun-capitals"));
  }

  /** "die Gruppe „Bürger für die Stadt“": from noun to noun without a verb, and no sentence. */
  private boolean isName(Stretch s, int u, Segment segment) {
    int from = tokens.at(segment.begin());
    int last = from;
    for (int t = from; t < tokens.size() && tokens.begin(t) < segment.end(); t++) {
      if (reading.is(t, WordClass.PRONOUN)
          || reading.is(t, WordClass.AUXILIARY)
          || reading.is(t, WordClass.VERB)
          || reading.is(t, WordClass.NEGATION)) {
        return false;
      }
      last = t;
    }
    for (int k = u - 1; k >= Math.max(0, u - 3) && s.isWord(k); k--) {
      if (s.is(k, WordClass.SUBORDINATOR) || s.is(k, WordClass.AS)) {
        return false; // "als einen „Akt der Gewalt“"
      }
    }
    return isNoun(from) && isNoun(last);
  }

  private boolean isNoun(int token) {
    return tokens.isCapital(token) || tokens.shape(token) == Tokens.Shape.NUMBER;
  }
}
