package org.skep.copies;

import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/**
 * An article's place in its lineage. A row is written from it, so the same place in the same group
 * means the same row: long texts are not described anew for every arrival.
 *
 * @param origin the article it hangs on; {@code null} for a root
 * @param second the other source of a stitched article; {@code null} for none
 * @param match that hangs it on its origin, as it is kept with the later of the two; {@code null}
 *     for a root
 * @param turned whether the origin arrived later
 */
record Place(
    Document document,
    @Nullable Document origin,
    @Nullable Document second,
    @Nullable Match match,
    boolean turned) {
  static Place root(Document document) {
    return new Place(document, null, null, null, false);
  }

  Copy row(long group) {
    if (origin == null || match == null) {
      return Rows.original(document, group);
    }
    Match seen = turned ? match.reversed(origin.number) : match;
    return Rows.copy(document, origin, seen, second, group);
  }

  /** The same articles by the same match: the very same, for rows are made of what they hold. */
  @SuppressWarnings("ReferenceEquality")
  boolean same(@Nullable Place other) {
    return other != null
        && origin == other.origin
        && second == other.second
        && match == other.match
        && turned == other.turned;
  }
}
