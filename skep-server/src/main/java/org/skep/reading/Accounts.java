package org.skep.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skep.accounts.AccountFinder;
import org.skep.model.Account;
import org.skep.model.Analysis;
import org.skep.store.StoryRow;
import org.skep.store.Tx;

/**
 * Accounts that differ, per story, remembered until the story changes: a few hundred stories, the
 * least used forgotten first. Copies are left out: they say what their origin says. Thread-safe.
 */
final class Accounts {
  private static final int STORIES_MAX = 400;
  private static final int REPORTS_MAX = 30;

  private final AccountFinder finder = new AccountFinder();
  private final Map<Long, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
          return size() > STORIES_MAX;
        }
      };

  private record Known(long seq, int articles, List<Account> accounts) {}

  /** Of one story, from its earliest original reports. */
  List<Account> of(Tx tx, Lookup lookup, StoryRow story) {
    synchronized (known) {
      Known before = known.get(story.id());
      if (before != null && before.seq == story.seq() && before.articles == story.articles()) {
        return before.accounts;
      }
    }
    var lineages = new HashSet<Long>();
    var reports = new ArrayList<Analysis>();
    for (var row : tx.articles().ofStory(story.id())) {
      if (reports.size() < REPORTS_MAX && lineages.add(row.lineage())) {
        lookup.analysis(row.id()).ifPresent(reports::add);
      }
    }
    List<Account> accounts = finder.differing(reports);
    synchronized (known) {
      known.put(story.id(), new Known(story.seq(), story.articles(), accounts));
    }
    return accounts;
  }

  /** Within one article alone. */
  List<Account> of(Optional<Analysis> article) {
    return article.map(analysis -> finder.differing(List.of(analysis))).orElse(List.of());
  }
}
