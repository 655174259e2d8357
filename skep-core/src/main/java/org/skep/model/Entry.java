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
 * @param contentHtml raw, not sanitised, links absolute; whoever shows it sanitises it
 * @param published as stated; {@code null} when absent or unreadable
 * @param source the feed an aggregator took the entry from; {@code null} when it is the feed's own
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
    List<Author> authors,
    List<String> tags,
    @Nullable String language,
    @Nullable String image,
    @Nullable Source source,
    List<Enclosure> attachments) {
  public Entry {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    attachments = List.copyOf(attachments);
  }

  /** The names of the authors, those without a name left out. */
  public List<String> byline() {
    return authors.stream().map(Author::name).filter(java.util.Objects::nonNull).toList();
  }

  /** Who wrote it, as the feed prints it; at least one part is there. */
  public record Author(@Nullable String name, @Nullable String url, @Nullable String email) {}

  /** The feed the entry was first listed in. */
  public record Source(@Nullable String title, @Nullable String url) {}

  /**
   * A file that comes with the entry.
   *
   * @param sizeBytes {@code null} when not stated
   */
  public record Enclosure(String url, @Nullable String mimeType, @Nullable Long sizeBytes) {}
}
