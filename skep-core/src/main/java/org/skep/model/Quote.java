package org.skep.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, tied to the words that say so.
 *
 * @param content the said words, in one or more pieces
 * @param cue the words that mark it as said ("said", "according to"); may be empty
 * @param source the mention of the speaker beside it, a pronoun included; may be empty
 * @param speaker the name of a {@link Speaker} of this article; {@code null} when nobody can be
 *     named
 * @param within index of the enclosing quote among the article's quotes, -1 when there is none
 * @param confidence 0 to 1, that content and speaker are right
 */
public record Quote(
    Type type,
    List<Span> content,
    List<Span> cue,
    List<Span> source,
    @Nullable String speaker,
    SpeakerKind speakerKind,
    int within,
    double confidence) {
  public Quote {
    if (content.isEmpty()) {
      throw new IllegalArgumentException("quote without content, speaker " + speaker);
    }
    content = List.copyOf(content);
    cue = List.copyOf(cue);
    source = List.copyOf(source);
  }

  /** How much of the content stands in quotation marks: all, some, none. */
  public enum Type {
    DIRECT,
    MIXED,
    INDIRECT;

    /** As outputs spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The said words, pieces joined by a space. */
  public String words(String text) {
    return String.join(" ", content.stream().map(span -> span.of(text).strip()).toList());
  }
}
