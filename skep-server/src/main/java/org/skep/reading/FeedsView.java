package org.skep.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feeds and how they are.
 *
 * @param folders in order of name; feeds without a folder come first, under the empty name
 */
public record FeedsView(List<Folder> folders) {
  public FeedsView {
    folders = List.copyOf(folders);
  }

  /** All feeds. */
  public int size() {
    return folders.stream().mapToInt(folder -> folder.feeds().size()).sum();
  }

  /** Feeds in need of somebody's attention. */
  public long ailing() {
    return folders.stream()
        .flatMap(folder -> folder.feeds().stream())
        .filter(feed -> feed.health() == Health.FAILING || feed.health() == Health.GONE)
        .count();
  }

  /** Some feeds under a name. */
  public record Folder(String name, List<FeedRow> feeds) {
    public Folder {
      feeds = List.copyOf(feeds);
    }
  }

  /** How a feed is. */
  public enum Health {
    NEW,
    WELL,
    SLOWED,
    FAILING,
    GONE,
    PAUSED
  }

  /**
   * One feed.
   *
   * @param evidence what the last attempt brought: "200, 14 entries", "403 Forbidden"
   * @param warnings what was wrong with its format and read all the same
   * @param tried the last attempt; {@code null} before the first
   * @param next when it is due; {@code null} when paused or gone
   * @param perDay articles a day over the last week
   * @param copies share of its articles that repeat others' words, 0 to 1
   */
  public record FeedRow(
      long id,
      String title,
      String url,
      String folder,
      Health health,
      String evidence,
      List<String> warnings,
      int failures,
      @Nullable Instant tried,
      @Nullable Instant next,
      double perDay,
      int articles,
      double copies) {
    public FeedRow {
      warnings = List.copyOf(warnings);
    }
  }
}
