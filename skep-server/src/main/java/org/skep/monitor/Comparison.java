package org.skep.monitor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skep.accounts.AccountFinder;
import org.skep.model.Account;
import org.skep.model.Analysis;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the reports of stories that changed, and keeps where their accounts differ. A function
 * of the story as it stands, so that a story that grew by ten reports in a row is compared once.
 * One thread at a time, the sequencer's.
 */
final class Comparison {
  /** The earliest original reports; copies say what their origin says. */
  private static final int REPORTS_MAX = 30;

  private static final Logger log = LoggerFactory.getLogger(Comparison.class);

  private final Store store;
  private final AccountFinder finder = new AccountFinder();

  Comparison(Store store) {
    this.store = store;
  }

  /** Compares the next stories, at most so many; gives how many there were. */
  int step(int most) {
    Map<Long, List<Account>> found = new LinkedHashMap<>();
    for (long story : store.read(tx -> tx.accounts().uncompared(most))) {
      found.put(story, compare(story, store.read(tx -> reports(tx, story))));
    }
    if (!found.isEmpty()) {
      store.change(tx -> found.forEach(tx.accounts()::save));
    }
    return found.size();
  }

  private static List<Analysis> reports(Tx tx, long story) {
    var lineages = new HashSet<Long>();
    var reports = new ArrayList<Analysis>();
    for (var row : tx.articles().ofStory(story)) {
      if (reports.size() < REPORTS_MAX && lineages.add(row.lineage())) {
        tx.articles().analysis(row.id()).ifPresent(reports::add);
      }
    }
    return reports;
  }

  /** A story the finder fails on has no accounts, on every replay; the others go on. */
  private List<Account> compare(long story, List<Analysis> reports) {
    try {
      return finder.differing(reports);
    } catch (RuntimeException e) {
      log.error("accounts story={} failed; it stays without any", story, e);
      return List.of();
    }
  }
}
