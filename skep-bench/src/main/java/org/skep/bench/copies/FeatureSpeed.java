package org.skep.bench.copies;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.bench.stories.GoldStream;
import org.skep.copies.Copies;
import org.skep.model.Article;
import org.skep.stories.Stories;

/**
 * How fast articles of real length are made comparable, on one warm thread and in CPU seconds:
 * tokens, story vector and fingerprints together, which is all that copies and stories compute from
 * a text. Usage: {@code FeatureSpeed FILE.jsonl[.gz]...}; any files with {@code id} and {@code
 * text} will do.
 */
public final class FeatureSpeed {
  private static final int ROUNDS = 8;
  private static final double NANOS = 1e9;

  private final Copies copies = new Copies();
  private final Stories stories = new Stories();

  private FeatureSpeed() {}

  /** Reads, warms up, measures, prints each file's rounds. */
  public static void main(String[] args) throws IOException {
    var run = new FeatureSpeed();
    for (String file : args) {
      var articles = new ArrayList<Article>();
      GoldStream.forEach(Path.of(file), line -> articles.add(line.article()));
      long chars = articles.stream().mapToLong(article -> article.text().length()).sum();
      System.out.printf(
          Locale.ROOT,
          "%s: %d articles, %d characters each%n",
          Path.of(file).getFileName(),
          articles.size(),
          chars / articles.size());
      for (int round = 1; round <= ROUNDS; round++) {
        System.out.printf(Locale.ROOT, "  round %d: %s%n", round, run.measure(articles));
      }
    }
  }

  private String measure(List<Article> articles) {
    long begin = cpu();
    long prints = 0;
    for (Article article : articles) {
      prints += copies.features(article).prints().length;
    }
    long middle = cpu();
    long terms = 0;
    for (Article article : articles) {
      terms += stories.features(article).terms().length;
    }
    long end = cpu();
    double all = articles.size() * NANOS;
    return String.format(
        Locale.ROOT,
        "%,.0f/s fingerprints (%d each), %,.0f/s vectors (%d terms each), %,.0f/s both",
        all / (middle - begin),
        prints / articles.size(),
        all / (end - middle),
        terms / articles.size(),
        all / (end - begin));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
