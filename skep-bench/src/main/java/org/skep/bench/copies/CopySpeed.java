package org.skep.bench.copies;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.ArrivalClock;
import org.skep.bench.stories.GoldStream;
import org.skep.copies.Copies;
import org.skep.copies.CopyFeatures;
import org.skep.copies.CopyIndex;
import org.skep.model.Article;
import org.skep.stories.Stories;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cost of copies over a long stream, on one thread and in CPU seconds, a line every fifty
 * thousand articles, and the heap the index holds at the end. Usage: {@code CopySpeed docs.jsonl
 * [articles]}; make the file with make_press.py, {@code --docs 1000000 --days 30 --outlets 400}.
 * Reading JSON is not counted.
 */
public final class CopySpeed {
  private static final int LINE_EVERY = 50_000;
  private static final int CHUNK = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Copies copies = new Copies();
  private final Stories stories = new Stories();
  private final CopyIndex index = new CopyIndex();
  private long vectorNanos;
  private long featureNanos;
  private long stageNanos;
  private long words;

  private CopySpeed() {}

  /** Prints the curve. */
  public static void main(String[] args) throws IOException {
    int limit = args.length < 2 ? Integer.MAX_VALUE : Integer.parseInt(args[1]);
    var run = new CopySpeed();
    var clock = new ArrivalClock();
    long before = heap();
    int taken = 0;
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
      var chunk = new ArrayList<Article>();
      for (String line = lines.readLine(); line != null && taken < limit; line = lines.readLine()) {
        chunk.add(GoldStream.article(JSON.readTree(line), clock));
        taken++;
        if (chunk.size() == CHUNK || taken == limit) {
          run.take(chunk);
          chunk.clear();
        }
        if (taken % LINE_EVERY == 0 || taken == limit) {
          run.print(taken, taken % LINE_EVERY == 0 ? LINE_EVERY : taken % LINE_EVERY);
        }
      }
      run.take(chunk);
    }
    System.out.printf(
        Locale.ROOT, "heap of the index: %d MB for %d articles%n", heap() - before, taken);
    run.alive();
  }

  private void take(List<Article> chunk) {
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

  private void print(int taken, int of) {
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

  /** Keeps the index reachable until the heap was measured. */
  private void alive() {
    java.lang.ref.Reference.reachabilityFence(index);
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
