package org.skep.model;

import org.jspecify.annotations.Nullable;

/**
 * A sign on the page that the text comes from someone else: evidence for the origin, not yet the
 * origin.
 *
 * @param name the credited outlet or agency, as printed ("Reuters")
 * @param url the link that goes with it; {@code null} when it is words alone
 * @param evidence the words or the markup that say so ("(Reuters) -", "rel=canonical")
 */
public record Credit(Kind kind, String name, @Nullable String url, String evidence) {
  /** In descending strength. */
  public enum Kind {
    /** rel=canonical or og:url on another host. */
    CANONICAL,
    /** "This article first appeared on X", "Source: X". */
    FIRST_APPEARED,
    /** An agency in the dateline or byline, "with files from AFP". */
    AGENCY,
    /** A link to another outlet's article within the text. */
    LINK
  }
}
