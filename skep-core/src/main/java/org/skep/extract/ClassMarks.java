package org.skep.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the words of a class say to those who look for something, as bits: asked of every element,
 * answered once for each class of a page (see {@link ClassWords#is}).
 */
final class ClassMarks {
  /** Who wrote it. */
  static final int AUTHOR = 1;

  /** Other articles, or what readers wrote. */
  static final int OTHERS = 1 << 1;

  /** What readers wrote. */
  static final int COMMENTS = 1 << 2;

  /** A teaser, which near the headline may be the article's own. */
  static final int TEASER = 1 << 3;

  /** When it was published or changed. */
  static final int TIME = 1 << 4;

  private static final Map<String, Integer> MARKS = new HashMap<>();

  static {
    mark(
        AUTHOR,
        "byline bylines author authors authorname autor autoren autorenzeile autores autorin auteur"
            + " auteurs autore autori verfasser");
    mark(COMMENTS | OTHERS, "comment comments commentlist respond");
    mark(OTHERS, "related recommended sidebar navbar");
    mark(TEASER, "teaser teasers");
    mark(TIME, "published pubdate updated datepublished dtreviewed");
  }

  /** Shorter words say nothing, and half of all are shorter: nav, col, box. */
  private static final int CHARS_MIN =
      MARKS.keySet().stream().mapToInt(String::length).min().orElseThrow();

  private ClassMarks() {}

  private static void mark(int bits, String words) {
    for (String word : words.split(" ")) {
      MARKS.merge(word, bits, (a, b) -> a | b);
    }
  }

  static int of(List<String> words) {
    int marks = 0;
    for (String word : words) {
      marks |= word.length() < CHARS_MIN ? 0 : MARKS.getOrDefault(word, 0);
    }
    return marks;
  }
}
