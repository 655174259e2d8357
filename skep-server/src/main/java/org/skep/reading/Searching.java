package org.skep.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.skep.index.Marks;
import org.skep.index.SearchIndex;
import org.skep.index.SearchQuery;
import org.skep.index.SearchResult;
import org.skep.index.Snippet;
import org.skep.model.Copy;
import org.skep.store.ArticleRow;
import org.skep.store.Store;

/** What one user searches for. Thread-safe. */
public final class Searching {
  private static final int HITS_PER_PAGE = 25;
  private static final int FEED_ITEMS_MAX = 50;

  private final Store store;
  private final SearchIndex index;
  private final long user;

  Searching(Store store, SearchIndex index, long user) {
    this.store = store;
    this.index = index;
    this.user = user;
  }

  /** An article that matches, with the words that do. */
  private record Match(ArticleRow row, List<Run> text) {
    /** Of two with the same words the original, else the newer one. */
    Match toShow(Match older) {
      return older.row.copy() == Copy.Kind.ORIGINAL ? older : this;
    }
  }

  /** What matches, newest first, copies folded; nothing for an empty query. */
  public SearchView page(String query, int page) {
    SearchQuery parsed = SearchQuery.parse(query);
    if (parsed.isEmpty()) {
      return new SearchView(query, parsed.warnings(), null, 0, List.of(), page, false);
    }
    var found =
        index.search(
            parsed, marks(), SearchResult.Order.NEWEST, page * HITS_PER_PAGE, HITS_PER_PAGE);
    return store.read(tx -> {
      var river = new River(tx, new Lookup(tx), user);
      var byLineage = new LinkedHashMap<Long, Match>();
      for (SearchResult.Hit hit : found.hits()) {
        tx.articles()
            .find(hit.article())
            .map(row -> new Match(row, runs(hit.text())))
            .ifPresent(match -> byLineage.merge(match.row().lineage(), match, Match::toShow));
      }
      List<ArticleCard> cards =
          byLineage.values().stream().map(match -> river.card(match.row(), match.text())).toList();
      return new SearchView(
          query,
          found.warnings(),
          null,
          found.total(),
          cards,
          page,
          found.total() > (page + 1L) * HITS_PER_PAGE);
    });
  }

  private static List<Run> runs(Snippet snippet) {
    var runs = new ArrayList<Run>();
    int at = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      runs.add(Run.plain(snippet.text().substring(at, mark.begin())));
      runs.add(Run.lit(snippet.text().substring(mark.begin(), mark.end())));
      at = mark.end();
    }
    runs.add(Run.plain(snippet.text().substring(at)));
    return runs;
  }

  /** What the index asks when a query is about the user's own marks. */
  private Marks marks() {
    return new Marks() {
      @Override
      public List<Long> starred() {
        return store.read(tx -> tx.users().starred(user));
      }

      @Override
      public List<Long> read() {
        return List.of();
      }

      @Override
      public List<Long> labelled(String label) {
        return store.read(tx -> tx.users().labelled(user, label));
      }
    };
  }

  /** What a search finds, newest first. */
  public OutwardFeed feed(String query) {
    var found =
        index.search(
            SearchQuery.parse(query), marks(), SearchResult.Order.NEWEST, 0, FEED_ITEMS_MAX);
    return store.read(tx -> {
      List<ArticleRow> rows =
          tx.articles().find(found.hits().stream().map(SearchResult.Hit::article).toList());
      return new OutwardFeed(query, "/search", new Outward(new Lookup(tx)).articles(rows));
    });
  }
}
