package org.skep.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the words before a date ("Zuletzt geändert am", "Posted on", "発表日時") and the names of its
 * element say about it, from {@code date-labels.txt}: role, tab, words. All languages at once.
 * Immutable and thread-safe; a date costs a look at the {@link #LOOK_BACK} characters before it.
 */
final class DateLabels {
  private static final int WORDS_MAX = 6;
  private static final int LOOK_BACK = 60;

  private static final Set<String> PUBLISHED =
      Set.of("published", "datepublished", "pubdate", "posted", "publish", "created", "erstellt");

  private static final Set<String> MODIFIED =
      Set.of(
          "updated",
          "update",
          "modified",
          "datemodified",
          "lastmod",
          "lastmodified",
          "lastupdated",
          "changed",
          "revised",
          "reviewed",
          "aktualisiert");

  private final Map<Long, DateRole> roles = new HashMap<>();

  private DateLabels() {}

  static DateLabels load() {
    var labels = new DateLabels();
    for (String line : Phrases.lines("date-labels.txt")) {
      String[] fields = line.split("\t");
      long[] words = WordHashes.of(fields[1]);
      if (words.length == 0 || words.length > WORDS_MAX) {
        throw new IllegalStateException("date label " + line + ": expected 1 to 6 words");
      }
      labels.roles.put(
          WordHashes.join(words, 0, words.length),
          DateRole.valueOf(fields[0].toUpperCase(Locale.ROOT)));
    }
    return labels;
  }

  /** What the words that end here say, the longest label first. */
  DateRole before(CharSequence text, int end) {
    long[] words = WordHashes.of(text, Math.max(0, end - LOOK_BACK), end);
    for (int begin = Math.max(0, words.length - WORDS_MAX); begin < words.length; begin++) {
      DateRole role = roles.get(WordHashes.join(words, begin, words.length));
      if (role != null) {
        return role;
      }
    }
    return DateRole.UNSAID;
  }

  /** What the class and property names of an element say. */
  static DateRole named(Zone zone) {
    DateRole role = DateRole.UNSAID;
    for (String token : zone.tokens) {
      if (MODIFIED.contains(token)) {
        return DateRole.MODIFIED;
      }
      role = PUBLISHED.contains(token) ? DateRole.PUBLISHED : role;
    }
    return role;
  }
}
