package org.skep.reading;

import java.util.List;

/**
 * An outlet's page: what it writes itself and what it takes over.
 *
 * @param originals articles that copy nobody Skep knows
 * @param sources whose words it repeats, most often first
 * @param takers who repeats its words, most often first
 */
public record OutletView(
    OutletRef outlet,
    int articles,
    int originals,
    List<Share> sources,
    List<Share> takers,
    List<ArticleCard> latest) {
  public OutletView {
    sources = List.copyOf(sources);
    takers = List.copyOf(takers);
    latest = List.copyOf(latest);
  }

  /** Another outlet and how many articles they share. */
  public record Share(OutletRef outlet, int articles) {}
}
