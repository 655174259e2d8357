package org.skep.model;

/**
 * A piece of one revision of one article's {@link Article#text()}: the evidence behind a derived
 * fact. It names the revision, so an edit or a re-extraction never leaves it pointing at other
 * words.
 *
 * @param begin first UTF-16 unit, from 0
 * @param end one past the last UTF-16 unit
 */
public record Span(long article, int revision, int begin, int end) {
  public Span {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("span " + begin + ".." + end + " of article " + article);
    }
  }

  /** The words themselves; the text must be that of this span's revision. */
  public String of(String text) {
    return text.substring(begin, end);
  }

  /** Whether both have a character in common. */
  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }
}
