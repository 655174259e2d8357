package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;
import org.skep.text.Quotations.Segment;
import org.skep.text.Tokens;

/** A speaker named inside the marks of his own words, as French and dialogue dashes have it. */
final class InsertedSpeaker {
  private final Reading reading;
  private final Tokens tokens;

  InsertedSpeaker(Reading reading) {
    this.reading = reading;
    tokens = reading.tokens;
  }

  /** « Yes, says X. Then »: the speaker stands inside the marks; he is cut out of his own words. */
  @Nullable Draft inserted(int index) {
    Segment segment = reading.segments.get(index);
    int from = tokens.at(segment.begin());
    int to = tokens.at(segment.end());
    for (int t = from + 1; t + 1 < to; t++) {
      if (reading.inner[t] != index || !(opens(t) || isDash(t))) {
        continue;
      }
      var stretch = new Stretch(reading, t, to, index);
      var syntax = Syntax.of(stretch);
      boolean dash = stretch.isDash(0);
      int cue = dash ? 1 : 0; // «Да, — сказал X. — Потом»
      int verb = cue;
      Cue said = syntax.grammar().cueAt(verb, CueClass.CLAUSE); // "dit", "se réjouit"
      while (said == null && verb < cue + 3 && syntax.grammar().isBetween(verb)) {
        said = syntax.grammar().cueAt(++verb, CueClass.CLAUSE);
      }
      if (said == null) {
        continue;
      }
      int after = verb + said.words().size();
      Phrase phrase = syntax.phrases().after(after);
      if (phrase == null || !syntax.sources().canSpeak(phrase)) {
        continue;
      }
      int end = end(syntax, phrase, dash);
      var draft = new Draft(Pattern.QUOTE_SPLIT, CueClass.CLAUSE, -1);
      draft.signs.add("inverted");
      draft.signs.add("source name");
      draft.cue(stretch.begin(cue), stretch.end(after - 1));
      draft.source(stretch.begin(phrase.from()), stretch.end(phrase.to() - 1));
      draft.addContent(segment.open(), tokens.end(t - 1));
      int further = end;
      while (further < stretch.size && stretch.isMark(further) && !stretch.isBlock(further)) {
        further++;
      }
      if (further < stretch.size) {
        draft.addContent(stretch.begin(further), segment.close());
      }
      return draft;
    }
    return null;
  }

  /**
   * A comma before it, or the end of a question a small letter follows: "? demande le gendarme".
   */
  private boolean opens(int token) {
    return tokens.isMark(token - 1, ',')
        || ((tokens.isMark(token - 1, '?') || tokens.isMark(token - 1, '!'))
            && tokens.shape(token) == Tokens.Shape.LOWER);
  }

  private boolean isDash(int token) {
    return tokens.isMark(token, '—') || tokens.isMark(token, '–');
  }

  /**
   * Where the words about the speaker end: at the dash that closes them, at a full stop, or at a
   * comma a clause follows ("« La mer, dit-elle, m'a tout pris »").
   */
  private static int end(Syntax syntax, Phrase speaker, boolean dash) {
    Stretch s = syntax.s();
    int end = speaker.to();
    while (end < s.size && !s.isMark(end, '.') && !s.isMark(end, ';')) {
      boolean closes =
          dash
              ? s.isDash(end)
              : s.isMark(end, ',')
                  && (s.is(speaker.from(), WordClass.PRONOUN)
                      || syntax.grammar().hasVerb(end + 1, sentenceEnd(s, end + 1)));
      if (closes) {
        return end;
      }
      end++;
    }
    return end;
  }

  private static int sentenceEnd(Stretch s, int from) {
    int end = from;
    while (end < s.size && !s.isMark(end, '.') && !s.isMark(end, ';') && !s.isMark(end, ',')) {
      end++;
    }
    return end;
  }
}
