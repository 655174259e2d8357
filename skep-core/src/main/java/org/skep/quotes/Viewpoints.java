package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.model.SpeakerKind;

/** Whose view quoted words are: "For S, the plan is “Q”", "was war für S „Q“". */
final class Viewpoints {
  private final Cast cast;

  Viewpoints(Cast cast) {
    this.cast = cast;
  }

  /** Who stands behind a "for" that opens the sentence; null for nobody. */
  @Nullable Phrase opening(Stretch s) {
    return after(s, s.is(0, WordClass.CONJUNCTION) ? 1 : 0);
  }

  /** Who stands behind a "for" right before a quotation. */
  @Nullable Phrase before(Stretch s, int quotation) {
    for (int u = quotation - 2; u > 0 && s.isWord(u); u--) {
      Phrase viewer = after(s, u);
      if (viewer != null) {
        return viewer.to() == quotation ? viewer : null;
      }
    }
    return null;
  }

  private @Nullable Phrase after(Stretch s, int u) {
    var syntax = Syntax.of(s);
    if (syntax.grammar().cueAt(u, CueClass.VIEW) == null) {
      return null;
    }
    Phrase viewer = syntax.phrases().after(u + 1);
    return viewer != null && (syntax.sources().isSomebody(viewer) || isPerson(s, viewer))
        ? viewer
        : null;
  }

  /** Whether a phrase holds a person's name. */
  boolean isPerson(Stretch s, Phrase phrase) {
    for (int u = phrase.from(); u < phrase.to(); u++) {
      Member member = s.isBlock(u) ? null : cast.at(s.token(u));
      if (member != null && member.kind == SpeakerKind.PERSON) {
        return true;
      }
    }
    return false;
  }
}
