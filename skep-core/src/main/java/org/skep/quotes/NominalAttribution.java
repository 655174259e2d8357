package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * Words attributed by a noun of saying as subject or predicate: "Q. The admission came from S.",
 * "The warning came from S: Q", "Q, was the answer of S".
 */
final class NominalAttribution {
  private static final int OPENING_UNITS_MAX = 4;

  private final Stretch s;
  private final Syntax syntax;

  private NominalAttribution(Stretch stretch) {
    s = stretch;
    syntax = Syntax.of(stretch);
  }

  /** The noun and who is behind it in a sentence that says nothing else; null in another. */
  static @Nullable Report pointingBack(Stretch s) {
    return new NominalAttribution(s).report(0, s.trimmedEnd());
  }

  /** The attribution of the sentence's own quotation; null when it makes none. */
  static @Nullable Draft of(Stretch s) {
    int end = s.trimmedEnd();
    int block = end - 1;
    boolean announced = block > 0 && s.isBlock(block) && s.isMark(block - 1, ':');
    boolean answered = s.isBlock(0) && (s.is(1, WordClass.AUXILIARY) || s.isMark(1, ','));
    Report report =
        announced
            ? new NominalAttribution(s).report(0, block - 1)
            : answered ? new NominalAttribution(s).report(s.isMark(1, ',') ? 2 : 1, end) : null;
    if (report == null) {
      return null;
    }
    int content = announced ? block : 0;
    Pattern pattern = announced ? Pattern.QUOTE_RIGHT : Pattern.QUOTE_LEFT;
    Draft draft = new CueSigns(Syntax.of(s)).draft(pattern, report, 0);
    draft.signs.add("points back");
    draft.addContent(s.begin(content), s.end(content));
    return draft;
  }

  /** "[was] the admission [came] from S": the noun near the opening, S behind a word of origin. */
  private @Nullable Report report(int from, int to) {
    for (int u = from; u < to; u++) {
      if (s.isBlock(u)
          || s.isMark(u, ':')
          || (s.is(u, WordClass.THAT) && !s.is(u, WordClass.DETERMINER))
          || s.is(u, WordClass.NEGATION)) {
        return null; // it says more
      }
    }
    for (int u = from + 1; u < Math.min(to, from + 1 + OPENING_UNITS_MAX); u++) {
      Cue noun = syntax.grammar().cueAt(u, CueClass.NOUN);
      if (noun != null && isDetermined(u)) {
        Phrase source = origin(u + 1, to, from > 0);
        return source == null ? null : Report.of(noun, u, u + 1, source);
      }
    }
    return null;
  }

  private boolean isDetermined(int noun) {
    boolean bare = s.reading.pack.has("no-articles");
    for (int u = noun - 1; u >= Math.max(0, noun - 2); u--) {
      if (s.is(u, WordClass.DETERMINER) || s.is(u, WordClass.POSSESSIVE)) {
        return true;
      }
    }
    return bare;
  }

  /**
   * @param beside whether S may stand right behind the noun: "was the answer of S"; elsewhere "the
   *     answer of S" is the subject of something else
   */
  private @Nullable Phrase origin(int from, int to, boolean beside) {
    for (int u = beside ? from : from + 1; u + 1 < to; u++) {
      if (s.is(u, WordClass.AGENT)) {
        Phrase source = syntax.phrases().after(u + 1);
        boolean person = source != null && isPerson(source);
        Phrase named = source == null ? null : named(source, to);
        if (named != null) {
          return named;
        }
        if (person || (source != null && syntax.sources().isSomebody(source))) {
          return source;
        }
      }
    }
    return null;
  }

  /** "from the mayor of Arlen, Dora Quist": the name behind whoever is described. */
  private @Nullable Phrase named(Phrase described, int to) {
    int comma = syntax.clauses().afterPhrases(described.to());
    if (!s.isMark(comma, ',') || comma + 2 >= to) {
      return null;
    }
    Phrase name = syntax.phrases().after(comma + 1);
    return name != null && s.isCapital(name.from()) && isPerson(name) ? name : null;
  }

  /** Whether it holds two words printed as a name is, or a pronoun. */
  private boolean isPerson(Phrase phrase) {
    for (int u = phrase.from(); u + 1 < phrase.to(); u++) {
      if (s.isCapital(u) && s.isCapital(u + 1)) {
        return true;
      }
    }
    return false;
  }
}
