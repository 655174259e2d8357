package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.CueClass;

/**
 * An attribution while it is being put together: offsets in the text, how it was found, and what
 * the scorer will want to know. Not thread-safe; lives for one article.
 */
final class Draft {
  /** Where the content stands, seen from the cue. */
  enum Pattern {
    QUOTE_LEFT,
    QUOTE_RIGHT,
    QUOTE_SPLIT,
    THAT,
    CLAUSE,
    LEFT,
    SPLIT,
    TO,
    OBJECT,
    OBJECT_QUOTE,
    COLON,
    EXTRACTED,
    NOUN_THAT,
    NOUN_TO,
    NOUN_OF,
    SOURCE_FIRST,
    SOURCE_LAST,
    ALONE,
    NEAR,
    SIGNATURE,
    INTERVIEW,
    REPORTED
  }

  final Pattern pattern;
  final @Nullable CueClass type;

  /** Whether the content is one quotation, whatever the pattern. */
  boolean speech;

  final List<int[]> content = new ArrayList<>(2);
  final int level;

  /** The cue's lemma; {@code null} where no cue was found. */
  @Nullable String lemma;

  int cueBegin = -1;
  int cueEnd = -1;
  int sourceBegin = -1;
  int sourceEnd = -1;

  /** Further evidence for the scorer. */
  final List<String> signs = new ArrayList<>(6);

  Draft(Pattern pattern, @Nullable CueClass type, int level) {
    this.pattern = pattern;
    this.type = type;
    this.level = level;
  }

  boolean hasSource() {
    return sourceBegin >= 0;
  }

  void source(int begin, int end) {
    sourceBegin = begin;
    sourceEnd = end;
  }

  void cue(int begin, int end) {
    cueBegin = begin;
    cueEnd = end;
  }

  void addContent(int begin, int end) {
    if (end > begin) {
      content.add(new int[] {begin, end});
    }
  }

  int begin() {
    return content.getFirst()[0];
  }

  int end() {
    return content.getLast()[1];
  }

  boolean covers(int begin, int end) {
    for (int[] piece : content) {
      if (piece[0] <= begin && end <= piece[1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words lie in quotation marks and begin the content or end it. */
  boolean quoted() {
    return switch (pattern) {
      case QUOTE_LEFT, QUOTE_RIGHT, QUOTE_SPLIT, OBJECT_QUOTE, ALONE, NEAR, SIGNATURE -> true;
      default -> speech;
    };
  }
}
