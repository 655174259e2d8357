package org.skep.extract;

import org.skep.model.Page;

/**
 * Turns a page into an article, or says why it is none. Never throws on any bytes. Pure and
 * thread-safe.
 */
public final class Extractor {
  /** Cost: one parse and one traversal of the page, plus one of the chosen container. */
  public Extraction extract(Page page, SiteProfile profile) {
    return new Extraction.NotAnArticle(Extraction.Reason.TOO_SHORT, null, null, "no extractor yet");
  }
}
