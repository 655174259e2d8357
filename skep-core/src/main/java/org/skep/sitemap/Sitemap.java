package org.skep.sitemap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/**
 * A sitemap, or an index of sitemaps (sitemaps.org 0.9), with the news, image and video extensions.
 *
 * @param index whether the entries are sitemaps
 * @param warnings what was healed or left out
 */
public record Sitemap(boolean index, List<Entry> entries, List<String> warnings) {
  public Sitemap {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /**
   * One address.
   *
   * @param modified {@code lastmod}
   * @param title {@code news:title}, else the first video's
   * @param published {@code news:publication_date}, else the first video's
   * @param publication {@code news:name}: the outlet
   * @param language {@code news:language}
   */
  public record Entry(
      String url,
      @Nullable Stated modified,
      @Nullable String title,
      @Nullable Stated published,
      @Nullable String publication,
      @Nullable String language,
      List<String> keywords,
      List<String> images) {
    public Entry {
      keywords = List.copyOf(keywords);
      images = List.copyOf(images);
    }
  }
}
