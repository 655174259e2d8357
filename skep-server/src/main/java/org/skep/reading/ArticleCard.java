package org.skep.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param excerpt its first words, or where a search found it
 * @param copies articles of the same words folded under this one
 * @param story the story it is part of; {@code null} when it stands alone
 */
public record ArticleCard(
    ArticleRef article,
    List<Run> excerpt,
    int copies,
    @Nullable StoryRef story,
    boolean read,
    boolean starred) {
  public ArticleCard {
    excerpt = List.copyOf(excerpt);
  }
}
