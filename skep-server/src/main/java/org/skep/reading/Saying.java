package org.skep.reading;

import org.skep.model.Quote;
import org.skep.model.Span;

/** How a page prints what somebody said. */
final class Saying {
  private static final int OPENING_CHARS_MAX = 60;

  private Saying() {}

  /** The said words; a direct quote gets the page's own marks. */
  static String said(Quote.Type type, String words) {
    return type == Quote.Type.DIRECT ? bareOfMarks(words) : words;
  }

  /**
   * What opens words that are not direct: "denied", "did not say". Without it a reader would take
   * "that the call had brought any progress" for the speaker's view. Empty when the cue follows, as
   * in "..., the agency said".
   */
  static String opening(String text, Quote quote) {
    int said = quote.content().getFirst().begin();
    Span cue =
        quote.cue().stream().filter(span -> span.end() <= said).reduce((a, b) -> b).orElse(null);
    if (quote.type() == Quote.Type.DIRECT || cue == null) {
      return "";
    }
    int verbs =
        quote.source().stream()
            .mapToInt(Span::end)
            .filter(end -> end <= cue.begin())
            .max()
            .orElse(cue.begin());
    String whole = text.substring(verbs, said).strip();
    if (isPlain(whole)) {
      return whole;
    }
    String fromCue = text.substring(cue.begin(), said).strip();
    return isPlain(fromCue) ? fromCue : text.substring(cue.begin(), cue.end()).strip() + " …";
  }

  private static boolean isPlain(String opening) {
    return !opening.isEmpty()
        && opening.length() <= OPENING_CHARS_MAX
        && opening.chars().noneMatch(c -> c == '\n' || ",;.?!()\"“”„«»".indexOf(c) >= 0);
  }

  /** Without the marks around each piece; an ellipsis where the speaker's name stood between. */
  private static String bareOfMarks(String words) {
    String joined = words.replaceAll(",?[\"”“»›’']\\s+[\"“„«‹‘']", " … ");
    String inner =
        joined.replaceFirst("^[\\s\"“”„«»‹›‘’']+", "").replaceFirst("[\\s\"“”„«»‹›‘’',]+$", "");
    return inner.isEmpty() ? words : inner;
  }
}
