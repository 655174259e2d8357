package org.skep.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as lists show it.
 *
 * @param group stories of one event in several languages share it; its own id when alone
 * @param lead the article whose headline it shows: the earliest original report
 * @param reports independent ones: lineages of copies count once
 * @param languages of its articles, most frequent first
 */
public record StoryRow(
    long id,
    long group,
    @Nullable Long lead,
    String headline,
    Instant firstAt,
    Instant lastAt,
    int articles,
    int reports,
    int outlets,
    List<String> languages,
    long seq) {
  public StoryRow {
    languages = List.copyOf(languages);
  }

  /**
   * Why an article is in the story.
   *
   * @param reasons in words a reader understands
   */
  public record Member(long article, long story, List<String> reasons, double confidence) {
    public Member {
      reasons = List.copyOf(reasons);
    }
  }
}
