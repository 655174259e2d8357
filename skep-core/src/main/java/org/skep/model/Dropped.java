package org.skep.model;

/**
 * A block of the page that is not what the reporter wrote.
 *
 * @param after number of paragraphs of {@link Article#text()} printed before it: where a reader
 *     would have met it
 */
public record Dropped(Kind kind, String text, int after) {
  /** What the site glued on; the words of the extraction spec. */
  public enum Kind {
    RELATED,
    READ_MORE,
    NEWSLETTER,
    COOKIE,
    SOCIAL,
    BYLINE,
    CAPTION,
    SIGN_OFF,
    AUTHOR_BIO,
    COPYRIGHT,
    COMMENTS,
    AD,
    TAGS,
    PAYWALL,
    AGGREGATOR_TRAILER,
    OTHER;

    /** As outputs spell it: {@code read-more}. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
