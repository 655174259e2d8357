package org.skep.reading;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is muted.
 *
 * @param label the headline, the word or the host
 * @param link its page here; {@code null} for a word
 */
public record MuteView(Kind kind, String value, String label, @Nullable String link) {
  /** What can be muted: by id, by id, by host, by a word of headlines. */
  public enum Kind {
    STORY,
    ARTICLE,
    OUTLET,
    WORD;

    /** As forms spell it. */
    public String spelled() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
