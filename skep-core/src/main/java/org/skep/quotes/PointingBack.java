package org.skep.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * A sentence that only says whose the words before it were: "„Q.“ Das sagte S am Montag.", "Q. Lo
 * ha detto S."
 */
final class PointingBack {
  private static final int VERB_UNITS_MAX = 8;

  private final Stretch s;
  private final Syntax syntax;

  private PointingBack(Stretch stretch) {
    s = stretch;
    syntax = Syntax.of(stretch);
  }

  /**
   * The attribution of the sentence {@code before} that {@code s} makes; null when it makes none.
   *
   * @param drafts what was found so far: what it holds of {@code before} is taken out, because a
   *     guess has to yield
   */
  static @Nullable Draft of(Stretch s, Stretch before, List<Draft> drafts) {
    int end = before.trimmedEnd();
    boolean quotation = end == 1 && before.isBlock(0);
    Report verbal = new PointingBack(s).report();
    Report report = verbal == null && quotation ? NominalAttribution.pointingBack(s) : verbal;
    if (report == null || end == 0) {
      return null;
    }
    Pattern pattern = quotation ? Pattern.QUOTE_LEFT : Pattern.LEFT;
    Draft draft = new CueSigns(Syntax.of(s)).draft(pattern, report, 0);
    draft.signs.add("points back");
    draft.addContent(before.begin(0), before.end(end - 1));
    for (Draft other : drafts) {
      other.content.removeIf(piece -> piece[0] >= before.begin(0));
    }
    drafts.removeIf(other -> other.content.isEmpty());
    return draft;
  }

  private @Nullable Report report() {
    Cue back = syntax.grammar().cueAt(0, CueClass.BACK);
    if (back == null || saysMore()) {
      return null;
    }
    int opening = back.words().size();
    for (int u = opening; u < Math.min(s.size, opening + VERB_UNITS_MAX); u++) {
      Cue cue = syntax.grammar().cueAt(u, CueClass.CLAUSE);
      if (cue != null) {
        int to = u + cue.words().size();
        Phrase subject = subject(opening, u, to);
        return subject == null ? null : new Report(cue, u, to, u, subject, true, false);
      }
    }
    return null;
  }

  /** Whether the sentence says more: "Das sagte er nicht", "Das sagte er und ging: ...". */
  private boolean saysMore() {
    for (int u = 0; u < s.size; u++) {
      if (s.isBlock(u)
          || s.isMark(u, ':')
          || s.is(u, WordClass.THAT)
          || s.is(u, WordClass.NEGATION)) {
        return true;
      }
    }
    return false;
  }

  /** Behind the verb, else between the words that point back and the verb. */
  private @Nullable Phrase subject(int opening, int verb, int to) {
    Phrase after = first(to, s.size);
    return after == null ? first(opening, verb) : after;
  }

  private @Nullable Phrase first(int from, int end) {
    int u = from;
    while (u < end
        && (s.is(u, WordClass.TIME)
            || s.is(u, WordClass.AUXILIARY)
            || (s.is(u, WordClass.DETERMINER) && s.is(u + 1, WordClass.TIME))
            || (s.is(u, WordClass.ADVERB) && !s.is(u, WordClass.DETERMINER))
            || (s.is(u, WordClass.PREPOSITION) && s.is(u + 1, WordClass.TIME)))) {
      u++;
    }
    Phrase phrase = u < end && !s.is(u, WordClass.PREPOSITION) ? syntax.phrases().after(u) : null;
    return phrase != null && phrase.to() <= end && syntax.sources().canSpeak(phrase)
        ? phrase
        : null;
  }
}
