package org.skep.reading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The classic list: newest first, copies folded.
 *
 * @param chosen the folder or feed on show; its key is empty for all
 * @param older the cursor of the next page; {@code null} at the end
 */
public record RiverView(
    List<Shelf> shelves,
    Shelf chosen,
    Show show,
    List<ArticleCard> articles,
    @Nullable String older) {
  public RiverView {
    shelves = List.copyOf(shelves);
    articles = List.copyOf(articles);
  }

  /** Which articles. */
  public enum Show {
    ALL,
    UNREAD,
    STARRED;

    /** As addresses spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A folder or a feed with its unread count.
   *
   * @param key "" for everything, "folder:NAME" or "feed:ID"
   */
  public record Shelf(String key, String name, int unread, boolean folder) {}
}
