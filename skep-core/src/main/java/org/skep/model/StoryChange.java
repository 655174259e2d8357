package org.skep.model;

import java.util.List;

/**
 * What the story stage decided, in the order it decided it. Applying all changes in order gives the
 * stories; ids are never reused, a merged id redirects for ever.
 */
public sealed interface StoryChange {
  /** The story this change is about. */
  long story();

  /** The article began a story of its own. */
  record Opened(long story, long article) implements StoryChange {}

  /**
   * The article joined a story, from none or from another.
   *
   * @param reasons in words a reader understands ("same persons: A, B", "within 3 h")
   * @param confidence 0 to 1
   */
  record Joined(long story, long article, List<String> reasons, double confidence)
      implements StoryChange {
    public Joined {
      reasons = List.copyOf(reasons);
    }
  }

  /** All of {@code from} moved here; its id redirects here from now on. */
  record Merged(long story, long from, List<String> reasons) implements StoryChange {
    public Merged {
      reasons = List.copyOf(reasons);
    }
  }

  /** The article is gone from the story: purged, or moved by a correction. */
  record Left(long story, long article) implements StoryChange {}

  /** Stories of one event in several languages share a group; a story alone is its own group. */
  record Grouped(long story, long group) implements StoryChange {}
}
