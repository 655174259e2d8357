package org.skep.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed lists: a pointer to a page, with whatever the feed says about it. JSON Feed 1.1
 * decides the names.
 *
 * @param id the guid; {@code null} when absent or empty
 * @param url the page; {@code null} when the feed gives none
 * @param externalUrl a page elsewhere that the entry is about
 * @param contentHtml raw, not sanitised; whoever shows it sanitises it
 * @param published as stated; {@code null} when absent or unreadable
 */
public record Entry(
    @Nullable String id,
    @Nullable String url,
    @Nullable String externalUrl,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String contentHtml,
    @Nullable String contentText,
    @Nullable Stated published,
    @Nullable Stated updated,
    List<String> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String image,
    List<Enclosure> attachments) {
  public Entry {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    attachments = List.copyOf(attachments);
  }

  /**
   * A file that comes with the entry.
   *
   * @param sizeBytes {@code null} when not stated
   */
  public record Enclosure(String url, @Nullable String mimeType, @Nullable Long sizeBytes) {}
}
