package org.skep.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.AlreadyClosedException;
import org.skep.index.SearchResult.Hit;
import org.skep.index.SearchResult.Order;
import org.skep.model.Analysis;
import org.skep.store.ArticleRow;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The full-text index (Lucene) of everything the sequencer has covered. It is derived: each commit
 * carries the seq it goes up to, {@link #follow} brings it from there to the store's present, and
 * an index that is missing, damaged, of another format or ahead of the store is built again.
 * Searching is for many threads, following for one.
 */
public final class SearchIndex implements AutoCloseable {
  private static final int BATCH_MAX = 200;
  private static final int HITS_MAX = 10_000;
  private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

  private final Store store;
  private final Path path;
  private final NewsAnalyzer analyzer = new NewsAnalyzer();
  private volatile IndexFiles files;
  private volatile boolean damaged;
  private boolean broken;
  private long seq;
  private long cursorSeq;
  private long cursorId = Long.MAX_VALUE;

  private SearchIndex(Store store, Path path) throws IOException {
    this.store = store;
    this.path = path;
    this.files = IndexFiles.open(path, analyzer);
    goOnAfter(files.committedSeq());
  }

  /** Opens the index beside the store's database, emptying it when it cannot be used. */
  public static SearchIndex open(Store store) {
    Path path = store.path().resolve("index");
    try {
      return new SearchIndex(store, path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open the search index in " + path, e);
    }
  }

  /** The last log entry that a search sees. */
  public synchronized long seq() {
    return seq;
  }

  /**
   * Indexes what was derived since the last call, a bounded number of articles; gives how many.
   * Call {@link #commit} now and then to keep it.
   */
  public synchronized int follow() {
    long covered = store.read(tx -> tx.derived().covered());
    try {
      if (broken) {
        reopen();
      }
      if (damaged) {
        log.warn("index damaged, building it again entries={}", covered);
        files.abandon();
        files = IndexFiles.empty(path, analyzer);
        damaged = false;
        goOnAfter(0);
      }
      if (covered < seq) {
        log.info("index seq={} ahead of store seq={}, building it again", seq, covered);
        clear();
      }
      return covered == seq ? 0 : index(covered);
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  /** Lucene's writer ends with its first failure, such as a full disk, and says no more. */
  private void reopen() throws IOException {
    try {
      files.abandon();
    } catch (IOException | AlreadyClosedException e) {
      log.warn("index could not be closed: {}", e.toString());
    }
    files = IndexFiles.open(path, analyzer);
    goOnAfter(files.committedSeq());
    broken = false;
    log.info("index opened again seq={}", seq);
  }

  /** Follows until nothing is left, and commits. */
  public synchronized void catchUp() {
    while (follow() > 0) {
      // a batch each
    }
    commit();
  }

  /** Makes what was indexed durable, with the seq it goes up to. */
  public synchronized void commit() {
    try {
      files.commit(seq);
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  /** Empties the index; the next {@link #follow} begins at the start. */
  public synchronized void clear() {
    try {
      files.clear();
      goOnAfter(0);
      files.commit(0);
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  /** Finds articles with the words that show why; whatever the query says, it answers. */
  public SearchResult search(SearchQuery query, Marks marks, Order order, int offset, int limit) {
    Query lucene = new LuceneQuery(analyzer, marks).of(query.root());
    List<String> words = LuceneQuery.words(query.root());
    return searching(searcher -> {
      List<Long> ids = IndexFiles.ids(searcher, lucene, order, most(offset + limit));
      var hits = new ArrayList<Hit>();
      for (long id : ids.subList(Math.min(offset, ids.size()), ids.size())) {
        // an article the store does not have any more is no hit, whatever the index says
        store
            .read(tx -> tx.articles().analysis(id))
            .ifPresent(analysis -> hits.add(hit(analysis, words)));
      }
      return new SearchResult(hits, searcher.count(lucene), query.warnings());
    });
  }

  /** Ids of the newest articles that match, without snippets; for saved searches and feeds. */
  public List<Long> newest(SearchQuery query, Marks marks, int limit) {
    Query lucene = new LuceneQuery(analyzer, marks).of(query.root());
    return searching(searcher -> IndexFiles.ids(searcher, lucene, Order.NEWEST, most(limit)));
  }

  /** The id of every indexed document, in order; for the check that index and store are equal. */
  public List<Long> ids() {
    return searching(IndexFiles::allIds);
  }

  /** What Lucene's own checker finds wrong; empty when all is well. Reads every file. */
  public synchronized List<String> check() {
    commit();
    try {
      return files.check();
    } catch (IOException e) {
      return List.of(e.toString());
    }
  }

  @Override
  public synchronized void close() {
    try {
      files.commit(seq);
      files.close();
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  private int index(long covered) throws IOException {
    boolean firstBatch = cursorSeq == seq;
    var batch = store.read(tx -> batch(tx, covered, firstBatch));
    files.delete(batch.purged());
    for (int i = 0; i < batch.documents().size(); i++) {
      files.put(batch.rows().get(i).id(), batch.documents().get(i));
    }
    boolean last = batch.rows().size() < BATCH_MAX;
    if (last) {
      goOnAfter(covered);
    } else {
      ArticleRow row = batch.rows().getLast();
      cursorSeq = row.changedSeq();
      cursorId = row.id();
      seq = Math.max(seq, cursorSeq - 1);
    }
    return batch.rows().size() + batch.purged().size();
  }

  private record Batch(List<Long> purged, List<ArticleRow> rows, List<List<Document>> documents) {}

  private Batch batch(Tx tx, long covered, boolean withPurged) {
    var rows = tx.articles().changed(cursorSeq, cursorId, covered, BATCH_MAX);
    var documents = new ArrayList<List<Document>>(rows.size());
    for (ArticleRow row : rows) {
      documents.add(Documents.of(tx, row, tx.articles().analysis(row.id()).orElseThrow()));
    }
    return new Batch(withPurged ? tx.log().purged(seq, covered) : List.of(), rows, documents);
  }

  private void goOnAfter(long covered) {
    seq = covered;
    cursorSeq = covered;
    cursorId = Long.MAX_VALUE;
  }

  private Hit hit(Analysis analysis, List<String> words) {
    var article = analysis.article();
    return new Hit(
        article.id(),
        Snippet.whole(analyzer, article.title(), words),
        Snippet.best(analyzer, article.text(), words));
  }

  private interface Search<T> {
    T run(IndexSearcher searcher) throws IOException;
  }

  private <T> T searching(Search<T> search) {
    IndexFiles open = files;
    try {
      IndexSearcher searcher = open.acquire();
      try {
        return search.run(searcher);
      } finally {
        open.release(searcher);
      }
    } catch (IOException e) {
      damaged = true; // the next follow builds it again
      throw failed(e);
    }
  }

  private static int most(int wanted) {
    return Math.clamp(wanted, 1, HITS_MAX);
  }

  private UncheckedIOException broken(Exception e) {
    broken = true;
    return failed(e);
  }

  private UncheckedIOException failed(Exception e) {
    IOException cause = e instanceof IOException io ? io : new IOException(e);
    return new UncheckedIOException(
        "The search index in %s cannot be read or written (%s); nothing is lost, it is built from the store."
            .formatted(path, e.getMessage()),
        cause);
  }
}
