package org.skep.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address offers to subscribe to.
 *
 * @param problem why nothing was found, with its evidence; {@code null} when something was
 */
public record FeedChoice(String asked, List<Found> found, @Nullable String problem) {
  public FeedChoice {
    asked = Shown.of(asked);
    found = List.copyOf(found);
  }

  /**
   * One feed.
   *
   * @param kind "RSS 2.0", "Atom", "news sitemap"
   */
  public record Found(String url, String title, String kind) {}
}
