package org.skep.monitor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.skep.Pipeline;
import org.skep.clock.Clock;
import org.skep.extract.Extraction;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Entry;
import org.skep.model.Page;
import org.skep.store.Arrival;
import org.skep.store.Arriving;
import org.skep.store.ArticleRow;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.skep.url.HostKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parallel half of an article's way: page to article to analysis to the acknowledgement. For
 * many threads.
 */
final class Intake {
  private static final int ATTEMPTS_MAX = 5;
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Store store;
  private final Pipeline pipeline;
  private final Clock clock;
  private final Profiles profiles;
  private final Recutting recutting;
  private final boolean keepPages;
  private final Runnable arrived;

  /**
   * @param arrived called after each acknowledgement that has a place in the log
   */
  Intake(Store store, Pipeline pipeline, Clock clock, boolean keepPages, Runnable arrived) {
    this.store = store;
    this.pipeline = pipeline;
    this.clock = clock;
    this.profiles = new Profiles(store);
    this.recutting = new Recutting(store, pipeline, clock);
    this.keepPages = keepPages;
    this.arrived = arrived;
  }

  /** What became of a page. */
  sealed interface Taken {
    record Stored(long article, Arrival arrival) implements Taken {}

    record Refused(Extraction.NotAnArticle why) implements Taken {}
  }

  /**
   * Extracts, analyses and stores.
   *
   * @param listed what a feed says about the page; {@code null} when no feed does
   * @param together written in the same transaction, given the article's id
   */
  Taken take(Page page, @Nullable Entry listed, ObjLongConsumer<Tx> together) {
    long begin = clock.nanos();
    return switch (pipeline.extract(page, profiles.of(HostKey.ofAddress(page.url())))) {
      case Extraction.NotAnArticle none -> {
        log.info(
            "article url={} outcome={} ms={} evidence=\"{}\"",
            page.url(),
            none.reason().label(),
            millis(begin),
            none.evidence());
        yield new Taken.Refused(none);
      }
      case Extraction.Found(var article, var blocks) ->
          store(
              EntryText.completed(article, listed),
              keepPages ? page : null,
              blocks,
              together,
              begin);
    };
  }

  /** Analyses and stores the words a feed gives, where there is no page to be had. */
  Taken take(Article article, ObjLongConsumer<Tx> together) {
    return store(article, null, List.of(), together, clock.nanos());
  }

  private Taken store(
      Article found,
      @Nullable Page page,
      List<Long> blocks,
      ObjLongConsumer<Tx> together,
      long begin) {
    String hash = Arriving.hash(found);
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Optional<ArticleRow> known = store.read(tx -> tx.articles().find(found.id()));
      if (known.isPresent() && known.get().hash().equals(hash)) {
        store.change(tx -> together.accept(tx, found.id()));
        return stored(found, new Arrival.Unchanged(), 0, begin);
      }
      Article article =
          known.map(row -> found.asRevision(row.revision() + 1, row.firstSeen())).orElse(found);
      Analysis analysis = pipeline.analyse(article);
      Arrival arrival = store.write(arrive(Arriving.of(analysis, page), blocks, together));
      if (!(arrival instanceof Arrival.Outdated)) {
        if (keepPages && profiles.takeWiser(found.outlet())) {
          recutting.recut(found.outlet(), profiles.of(found.outlet()));
        }
        return stored(found, arrival, analysis.quotes().size(), begin);
      }
    }
    throw new IllegalStateException(found.url() + " changes faster than it can be analysed");
  }

  private Function<Tx, Arrival> arrive(
      Arriving arriving, List<Long> blocks, ObjLongConsumer<Tx> together) {
    Article article = arriving.analysis().article();
    return tx -> {
      Arrival arrival = tx.articles().arrive(arriving, clock.now());
      if (!(arrival instanceof Arrival.Outdated)) {
        together.accept(tx, article.id());
      }
      if (arrival instanceof Arrival.Fresh && !blocks.isEmpty()) {
        byte[] profile = profiles.learn(article.outlet(), blocks).encode();
        tx.sites().save(article.outlet(), profile, clock.now());
      }
      return arrival;
    };
  }

  private Taken stored(Article article, Arrival arrival, int quotes, long begin) {
    long seq =
        switch (arrival) {
          case Arrival.Fresh(var at) -> at;
          case Arrival.Revised(var at) -> at;
          case Arrival.Unchanged _, Arrival.Outdated _, Arrival.Erased _ -> 0;
        };
    if (seq > 0) {
      arrived.run();
    }
    log.info(
        "article url={} outcome={} ms={} quotes={} seq={}",
        article.url(),
        arrival.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        millis(begin),
        quotes,
        seq);
    return new Taken.Stored(article.id(), arrival);
  }

  private long millis(long begin) {
    return (clock.nanos() - begin) / 1_000_000;
  }
}
