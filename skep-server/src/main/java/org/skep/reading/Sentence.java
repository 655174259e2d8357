package org.skep.reading;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * The sentence around a piece of text, for showing it. Within one paragraph, by Unicode's sentence
 * breaks (UAX 29), widened while the piece goes on; weak at abbreviations, where it shows less than
 * the whole sentence but never other words. At most {@value #LENGTH_MAX} units on either side.
 */
public final class Sentence {
  private static final int LENGTH_MAX = 400;

  private final String text;
  private final int begin;
  private final int end;

  private Sentence(String text, int begin, int end) {
    this.text = text;
    this.begin = begin;
    this.end = end;
  }

  /** Offsets outside the text are drawn into it. */
  public static Sentence around(String text, int from, int to, String language) {
    int begin = Math.clamp(from, 0, text.length());
    int end = Math.clamp(to, begin, text.length());
    int paragraphBegin = text.lastIndexOf("\n\n", Math.max(0, begin - 1));
    paragraphBegin = paragraphBegin < 0 || begin == 0 ? 0 : paragraphBegin + 2;
    int paragraphEnd = text.indexOf("\n\n", Math.max(begin, end - 1));
    paragraphEnd = paragraphEnd < 0 ? text.length() : Math.max(paragraphEnd, end);
    String paragraph = text.substring(Math.min(paragraphBegin, begin), paragraphEnd);
    int shift = Math.min(paragraphBegin, begin);
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.of(language));
    sentences.setText(paragraph);
    int first =
        begin == shift ? 0 : sentences.preceding(Math.min(begin - shift + 1, paragraph.length()));
    int last =
        end - shift >= paragraph.length()
            ? paragraph.length()
            : sentences.following(Math.max(0, end - shift - 1));
    first = first == BreakIterator.DONE ? 0 : first;
    last = last == BreakIterator.DONE ? paragraph.length() : last;
    return new Sentence(
        text,
        Math.max(shift + first, begin - LENGTH_MAX),
        Math.min(shift + last, end + LENGTH_MAX));
  }

  String before(int from) {
    return text.substring(begin, Math.clamp(from, begin, text.length())).stripLeading();
  }

  String after(int to) {
    int from = Math.clamp(to, 0, text.length());
    return text.substring(from, Math.max(from, end)).stripTrailing();
  }

  public String whole() {
    return text.substring(begin, end).strip();
  }
}
