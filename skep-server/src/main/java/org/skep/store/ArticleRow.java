package org.skep.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/**
 * An article as lists show it; the text is in its {@link org.skep.model.Analysis}.
 *
 * @param revision of the present version, from 0
 * @param seq log entry of its first arrival: the order in which clients see new articles
 * @param outlet host key
 * @param publisher the outlet's name as printed; {@code null} when the page names none
 * @param byline authors, joined by ", "; empty when none is named
 * @param published as stated, ISO 8601; {@code null} when the page does not say
 * @param dated the time it is ordered by; never changes
 * @param updated when this revision arrived
 * @param words of the text
 * @param lineage the group of copies it is in; its own id until the copies stage has seen it
 * @param copy {@code ORIGINAL} until the copies stage has seen it
 * @param origin the article it was copied from; {@code null} for none known
 * @param story {@code null} until the story stage has seen it
 */
public record ArticleRow(
    long id,
    int revision,
    long seq,
    long changedSeq,
    String url,
    String outlet,
    @Nullable String publisher,
    String title,
    @Nullable String standfirst,
    String byline,
    String language,
    @Nullable String published,
    Instant dated,
    Instant firstSeen,
    Instant updated,
    @Nullable String image,
    boolean paywalled,
    List<String> reserved,
    int words,
    String hash,
    long lineage,
    Copy.Kind copy,
    @Nullable Long origin,
    @Nullable Long story) {
  public ArticleRow {
    reserved = List.copyOf(reserved);
  }

  /** The outlet's printed name, or its host. */
  public String source() {
    String printed = publisher;
    return printed == null || printed.isBlank() ? outlet : printed;
  }
}
