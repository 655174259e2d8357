package org.skep.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.skep.index.SearchResult.Order;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index on disk: Lucene's writer and searchers over one directory. */
final class IndexFiles {
  /** Raised when documents change their shape; an index of another format is emptied. */
  private static final String FORMAT = "3";

  /** Up to this size every checksum is verified on opening: about a second per gigabyte. */
  private static final long CHECKED_BYTES_MAX = 512L << 20;

  private static final double BUFFER_MIB = 48;
  private static final Logger log = LoggerFactory.getLogger(IndexFiles.class);
  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Documents.DATED, true, SortedNumericSelector.Type.MAX),
          LongField.newSortField(Documents.ID, true, SortedNumericSelector.Type.MAX));

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private IndexFiles(FSDirectory directory, IndexWriter writer, SearcherManager searchers) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  /** What is there, if it is sound and of this format; else an empty one. */
  static IndexFiles open(Path path, Analyzer analyzer) throws IOException {
    boolean existed = Files.exists(path);
    try {
      var files = load(path, analyzer);
      if (!existed || isSound(files)) {
        return files;
      }
      files.abandon();
    } catch (IOException | IllegalArgumentException e) {
      log.warn("index unusable, building it again: {}", e.toString());
    }
    return empty(path, analyzer);
  }

  private static boolean isSound(IndexFiles files) {
    try {
      return files.sound();
    } catch (IOException e) {
      log.warn("index damaged, building it again: {}", e.toString());
      return false;
    }
  }

  /** A new one in place of whatever is there. */
  static IndexFiles empty(Path path, Analyzer analyzer) throws IOException {
    if (Files.exists(path)) {
      try (var paths = Files.walk(path)) {
        for (Path file : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return load(path, analyzer);
  }

  private static IndexFiles load(Path path, Analyzer analyzer) throws IOException {
    var directory = FSDirectory.open(path);
    IndexWriter writer = null;
    try {
      var config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MIB);
      writer = new IndexWriter(directory, config.setCommitOnClose(false));
      return new IndexFiles(directory, writer, new SearcherManager(writer, null));
    } catch (IOException | RuntimeException e) {
      if (writer != null) {
        writer.rollback(); // or its lock would keep the next one out
      }
      directory.close();
      throw e;
    }
  }

  /** The log entry that the last commit goes up to; 0 for none. */
  long committedSeq() {
    String seq = commitData().get("seq");
    return seq == null ? 0 : Long.parseLong(seq);
  }

  void put(long id, List<Document> block) throws IOException {
    writer.updateDocuments(new Term(Documents.KEY, Long.toString(id)), block);
  }

  void delete(List<Long> ids) throws IOException {
    for (long id : ids) {
      writer.deleteDocuments(new Term(Documents.KEY, Long.toString(id)));
    }
  }

  void clear() throws IOException {
    writer.deleteAll();
  }

  void commit(long seq) throws IOException {
    writer.setLiveCommitData(Map.of("seq", Long.toString(seq), "format", FORMAT).entrySet(), true);
    writer.commit();
  }

  /**
   * A searcher that sees all that was put. Whoever searches brings it up to date, not whoever puts:
   * a segment for every batch that nobody looks at cost a tenth of an article's whole way, merging
   * included.
   */
  IndexSearcher acquire() throws IOException {
    try {
      searchers.maybeRefreshBlocking();
    } catch (AlreadyClosedException e) {
      // a full disk ended the writer; what it had committed can be searched until it is back
    }
    return searchers.acquire();
  }

  void release(IndexSearcher searcher) throws IOException {
    searchers.release(searcher);
  }

  void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }

  /** Closes without keeping anything. */
  void abandon() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }

  /** Problems Lucene's checker finds; the writer must have nothing uncommitted. */
  List<String> check() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var print = new PrintStream(out, false, StandardCharsets.UTF_8);
        var checked = FSDirectory.open(directory.getDirectory());
        var check = new CheckIndex(checked, checked.obtainLock("check.lock"))) {
      check.setInfoStream(print);
      if (check.checkIndex().clean) {
        return List.of();
      }
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("FAILED") || line.contains("ERROR"))
        .toList();
  }

  /** Articles that match, best or newest first. */
  static List<Long> ids(IndexSearcher searcher, Query query, Order order, int most)
      throws IOException {
    TopDocs top =
        switch (order) {
          case BEST -> searcher.search(query, most);
          case NEWEST -> searcher.search(query, most, NEWEST);
        };
    var ids = new ArrayList<Long>(top.scoreDocs.length);
    var stored = searcher.storedFields();
    for (var hit : top.scoreDocs) {
      ids.add(Long.parseLong(stored.document(hit.doc).get(Documents.KEY)));
    }
    return ids;
  }

  /** Every document's article, in order; one that is there twice is here twice. */
  static List<Long> allIds(IndexSearcher searcher) throws IOException {
    var ids = new ArrayList<Long>();
    for (var leaf : searcher.getIndexReader().leaves()) {
      var live = leaf.reader().getLiveDocs();
      var values = leaf.reader().getSortedNumericDocValues(Documents.ID);
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(values.docID())) {
          ids.add(values.nextValue());
        }
      }
    }
    ids.sort(Comparator.naturalOrder());
    return ids;
  }

  private boolean sound() throws IOException {
    String format = commitData().getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      log.info("index format={} instead of {}, building it again", format, FORMAT);
      return false;
    }
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    if (bytes <= CHECKED_BYTES_MAX) {
      IndexSearcher searcher = acquire();
      try {
        for (var leaf : searcher.getIndexReader().leaves()) {
          leaf.reader().checkIntegrity();
        }
      } finally {
        release(searcher);
      }
    }
    return true;
  }

  private Map<String, String> commitData() {
    var data = new HashMap<String, String>();
    var entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }
}
