package org.skep.reading;

import java.util.Optional;
import org.skep.store.FigureRows;
import org.skep.store.RiverFilter;
import org.skep.store.Tx;

/** Puts an outlet's page together. */
final class OutletPage {
  private static final int ARTICLES_MAX = 30;
  private static final int SHARES_MAX = 8;

  private OutletPage() {}

  /** Empty when no article of that host was read. */
  static Optional<OutletView> view(Tx tx, Lookup lookup, long user, String host) {
    return tx.figures().outlet(host).map(figures -> view(tx, lookup, user, host, figures));
  }

  private static OutletView view(
      Tx tx, Lookup lookup, long user, String host, FigureRows.OutletFigures figures) {
    var latest = tx.articles().river(RiverFilter.all(user).ofOutlet(host), ARTICLES_MAX);
    return new OutletView(
        new OutletRef(host, figures.name()),
        figures.articles(),
        figures.originals(),
        tx.figures().sources(host, SHARES_MAX).stream().map(OutletPage::share).toList(),
        tx.figures().takers(host, SHARES_MAX).stream().map(OutletPage::share).toList(),
        new River(tx, lookup, user).cards(latest));
  }

  private static OutletView.Share share(FigureRows.Exchange exchange) {
    return new OutletView.Share(
        new OutletRef(exchange.outlet(), exchange.name()), exchange.articles());
  }
}
