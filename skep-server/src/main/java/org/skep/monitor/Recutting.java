package org.skep.monitor;

import java.util.List;
import java.util.Set;
import org.skep.Pipeline;
import org.skep.clock.Clock;
import org.skep.extract.Extraction;
import org.skep.extract.SiteProfile;
import org.skep.model.Article;
import org.skep.store.Arrival;
import org.skep.store.Arriving;
import org.skep.store.PageRows;
import org.skep.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts an outlet's newest pages again when its profile has learnt furniture, and stores what came
 * out cleaner as revisions. Only paragraphs go; a text that would read differently stays, since the
 * headers that told its charset are not kept. At most {@link #ARTICLES_MAX} pages a time, some 10
 * ms each. Thread-safe.
 */
final class Recutting {
  /** More of the past than a reader has open. */
  static final int ARTICLES_MAX = 20;

  private static final Logger log = LoggerFactory.getLogger(Recutting.class);

  private final Store store;
  private final Pipeline pipeline;
  private final Clock clock;

  Recutting(Store store, Pipeline pipeline, Clock clock) {
    this.store = store;
    this.pipeline = pipeline;
    this.clock = clock;
  }

  /** How many articles have a new revision now. */
  int recut(String outlet, SiteProfile profile) {
    List<PageRows.Stored> pages = store.read(tx -> tx.pages().newest(outlet, ARTICLES_MAX));
    int revised = 0;
    for (PageRows.Stored stored : pages) {
      revised += isRevised(stored, profile) ? 1 : 0;
    }
    log.info("recut outlet={} pages={} revised={}", outlet, pages.size(), revised);
    return revised;
  }

  private boolean isRevised(PageRows.Stored stored, SiteProfile profile) {
    if (!(pipeline.extract(stored.page(), profile) instanceof Extraction.Found found)) {
      return false;
    }
    var known = store.read(tx -> tx.articles().analysis(stored.article()));
    if (known.isEmpty() || !isCleaner(found.article(), known.get().article())) {
      return false;
    }
    Article old = known.get().article();
    Article cut = old.recut(found.article()).asRevision(old.revision() + 1, old.firstSeen());
    var arriving = Arriving.of(pipeline.analyse(cut), stored.page());
    return store.write(tx -> tx.articles().arrive(arriving, clock.now()))
        instanceof Arrival.Revised;
  }

  /** Whether it is the same text with fewer paragraphs. */
  private static boolean isCleaner(Article cut, Article old) {
    List<String> paragraphs = List.of(old.text().split("\n\n"));
    List<String> left = List.of(cut.text().split("\n\n"));
    return left.size() < paragraphs.size() && Set.copyOf(paragraphs).containsAll(left);
  }
}
