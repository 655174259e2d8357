package org.skep.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feeds an address offers.
 *
 * @param problem why nothing was found, with its evidence; {@code null} when something was
 */
public record Offer(List<Found> found, @Nullable String problem) {
  public Offer {
    found = List.copyOf(found);
  }

  /** A feed, what it calls itself, and its format. */
  public record Found(String url, String title, String format) {}
}
