package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;
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
      if (!tokens.isMark(t - 1, ',') || reading.inner[t] != index) {
        continue;
      }
      var stretch = new Stretch(reading, t, to, index);
      var syntax = Syntax.of(stretch);
      int cue = stretch.isDash(0) ? 1 : 0; // «Да, — сказал X. — Потом»
      int verb = cue;
      while (verb < cue + 3 && syntax.grammar().isBetween(verb)) {
        verb++;
      }
      Cue said = syntax.grammar().cueAt(verb, CueClass.CLAUSE); // "dit", "se réjouit"
      if (said == null) {
        continue;
      }
      int after = verb + said.words().size();
      Phrase phrase = syntax.phrases().after(after);
      if (phrase == null || !syntax.sources().canSpeak(phrase)) {
        continue;
      }
      int end = phrase.to();
      while (end < stretch.size && !stretch.isMark(end, '.') && !stretch.isMark(end, ';')) {
        end++;
      }
      var draft = new Draft(Pattern.QUOTE_SPLIT, CueClass.CLAUSE, -1);
      draft.signs.add("inverted");
      draft.signs.add("source name");
      draft.cue(stretch.begin(cue), stretch.end(after - 1));
      draft.source(stretch.begin(phrase.from()), stretch.end(phrase.to() - 1));
      draft.addContent(segment.open(), tokens.end(t - 1));
      int further = stretch.isDash(end + 1) ? end + 2 : end + 1;
      if (further < stretch.size) {
        draft.addContent(stretch.begin(further), segment.close());
      }
      return draft;
    }
    return null;
  }
}
