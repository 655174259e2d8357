package org.skep.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.skep.model.Article;
import org.skep.model.Dropped;

/**
 * Tells an outlet's edit from a better cut of the same page: Skep learnt what the site glues on,
 * nobody wrote anything anew.
 */
final class Recut {
  private Recut() {}

  /** Whether all that went is kept as cut, and nothing came. */
  static boolean between(Article before, Article after) {
    List<String> left = paragraphs(after);
    var gone = new HashSet<>(paragraphs(before));
    if (!before.title().equals(after.title()) || !gone.containsAll(left)) {
      return false;
    }
    left.forEach(gone::remove);
    after.dropped().stream().map(Dropped::text).map(Recut::plain).forEach(gone::remove);
    return gone.isEmpty();
  }

  private static List<String> paragraphs(Article article) {
    return Arrays.stream(article.text().split("\n\n", -1)).map(Recut::plain).toList();
  }

  private static String plain(String paragraph) {
    return paragraph.replaceAll("\\s+", " ").strip();
  }
}
