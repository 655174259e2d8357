package org.skep.mention;

import java.util.List;
import org.skep.model.Article;
import org.skep.model.Fact;
import org.skep.model.Mention;

/**
 * Finds names, numbers, places and dates, and what is counted or dated. Pure and thread-safe,
 * linear in the text.
 */
public final class MentionFinder {
  /** In order of position. */
  public List<Mention> mentions(Article article) {
    return List.of();
  }

  /**
   * Counted and dated facts, in order of position; dates are resolved against {@link
   * Article#dated()}.
   */
  public List<Fact> facts(Article article) {
    return List.of();
  }
}
