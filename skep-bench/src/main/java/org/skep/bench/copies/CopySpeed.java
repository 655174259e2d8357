package org.skep.bench.copies;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.bench.stories.GoldStream;
import org.skep.copies.Copies;
import org.skep.copies.CopyFeatures;
import org.skep.copies.CopyIndex;
import org.skep.model.Article;
import org.skep.stories.Stories;

/**
 * Cost of copies over a long stream, on one thread and in CPU seconds, a line every fifty thousand
 * articles, and the heap the index holds at the end. Usage: {@code CopySpeed docs.jsonl
 * [articles]}; make the file with make_press.py, {@code --docs 1000000 --days 30 --outlets 400}.
 * Reading JSON is not counted.
 */
public final class CopySpeed {
  private static final int LINE_EVERY = 50_000;
  private static final int CHUNK = 1_000;

  private final Copies copies = new Copies();
  private final Stories stories = new Stories();
  private final CopyIndex index = new CopyIndex();
  private long vectorNanos;
  private long featureNanos;
  private long stageNanos;
  private long words;

  private final List<Article> chunk = new ArrayList<>();
  private final int limit;
  private int taken;

  private CopySpeed(int limit) {
    this.limit = limit;
  }

  /** Prints the curve. */
  public static void main(String[] args) throws IOException {
    var run = new CopySpeed(args.length < 2 ? Integer.MAX_VALUE : Integer.parseInt(args[1]));
    long before = heap();
    GoldStream.forEach(Path.of(args[0]), line -> run.next(line.article()));
    long held = heap() - before;
    System.out.printf(
        Locale.ROOT, "heap of the index: %d MB for %d articles%n", held, run.index.size());
  }

  private void next(Article article) {
    if (taken == limit) {
      return;
    }
    chunk.add(article);
    taken++;
    if (chunk.size() == CHUNK || taken == limit) {
      take();
      chunk.clear();
    }
    if (taken % LINE_EVERY == 0 || taken == limit) {
      print(taken % LINE_EVERY == 0 ? LINE_EVERY : taken % LINE_EVERY);
    }
  }

  private void take() {
    long begin = cpu();
    chunk.forEach(stories::features);
    long vectors = cpu();
    vectorNanos += vectors - begin;
    var features = new ArrayList<CopyFeatures>();
    for (Article article : chunk) {
      CopyFeatures made = copies.features(article);
      features.add(made);
      words += made.words().length;
    }
    featureNanos += cpu() - vectors;
    long begun = cpu();
    for (CopyFeatures one : features) {
      copies.apply(index, copies.decide(one, index.lookup(one)));
    }
    stageNanos += cpu() - begun;
  }

  private void print(int of) {
    System.out.printf(
        Locale.ROOT,
        "%,9d articles, %d words each: tokens and fingerprints %,.0f/s, with the vector %,.0f/s,"
            + " lookup to lineage %,.0f/s, all of copies %,.0f/s%n",
        taken,
        words / of,
        of / (featureNanos / 1e9),
        of / ((featureNanos + vectorNanos) / 1e9),
        of / (stageNanos / 1e9),
        of / ((featureNanos + stageNanos) / 1e9));
    vectorNanos = 0;
    featureNanos = 0;
    stageNanos = 0;
    words = 0;
  }

  private static long heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
