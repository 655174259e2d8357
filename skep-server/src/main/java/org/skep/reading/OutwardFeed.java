package org.skep.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as a feed for other programs: title, link and at most {@value #SUMMARY_MAX} characters,
 * less where the publisher reserves more.
 *
 * @param page the page's own path
 */
public record OutwardFeed(String title, String page, List<Item> items) {
  static final int SUMMARY_MAX = 200;

  public OutwardFeed {
    items = List.copyOf(items);
  }

  /**
   * One entry.
   *
   * @param key what it is, for its stable id: "article/12"
   * @param link the original's address; a path of ours for a story
   * @param credit the outlet; {@code null} for a story
   * @param summary {@code null} when there is none or the publisher forbids it
   */
  public record Item(
      String key,
      String title,
      String link,
      @Nullable String credit,
      Instant dated,
      String language,
      @Nullable String summary) {}
}
