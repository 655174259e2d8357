package org.skep.bench.quotes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.model.Article;
import org.skep.quotes.QuoteFinder;

/**
 * How fast quotes are found, indirect speech included, on one warm thread. Usage: {@code QuoteSpeed
 * GOLD.jsonl[.gz]}. Prints articles per CPU second as they come and by 5 KB of text, the heap in
 * use after a collection, and the time for one unclosed quotation of 1 and of 2 MB: twice the text
 * should take about twice the time.
 */
public final class QuoteSpeed {
  private static final int ROUNDS = 6;
  private static final int ARTICLE_CHARS = 5_000;
  private static final double NANOS = 1e9;

  private QuoteSpeed() {}

  /** Reads, warms up, measures, prints. */
  public static void main(String[] args) throws IOException {
    var articles = new ArrayList<Article>();
    GoldQuotes.read(args[0]).forEach(gold -> articles.add(gold.article()));
    long chars = articles.stream().mapToLong(article -> article.text().length()).sum();
    var finder = new QuoteFinder();
    for (int round = 1; round <= ROUNDS; round++) {
      double seconds = seconds(finder, articles);
      System.out.printf(
          Locale.ROOT,
          "round %d: %.0f articles per CPU second, %.0f of 5 KB%n",
          round,
          articles.size() / seconds,
          chars / (double) ARTICLE_CHARS / seconds);
    }
    System.out.printf(Locale.ROOT, "heap in use after a collection: %.0f MB%n", heap() / 1e6);
    for (int megabytes = 1; megabytes <= 2; megabytes++) {
      var endless = article("\"" + "He said that rain may fall. ".repeat(megabytes * 35_715));
      System.out.printf(
          Locale.ROOT,
          "%d MB without a closing mark: %.2f s%n",
          megabytes,
          seconds(finder, endless));
    }
  }

  private static List<Article> article(String text) {
    return List.of(Article.of(1, "", "", "T", text, "en", null, Instant.EPOCH));
  }

  private static double seconds(QuoteFinder finder, List<Article> articles) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    int found = 0;
    for (Article article : articles) {
      found += finder.find(article).quotes().size();
    }
    long nanos = threads.getCurrentThreadCpuTime() - before;
    System.out.printf(Locale.ROOT, "%d quotes; ", found);
    return nanos / NANOS;
  }

  /** Bytes in use after the last collection, asked for now. */
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> pool.getCollectionUsage() != null)
        .mapToLong((MemoryPoolMXBean pool) -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
