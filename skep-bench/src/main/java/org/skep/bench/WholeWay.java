package org.skep.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.skep.Derivations;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.extract.Extraction;
import org.skep.extract.SiteProfile;
import org.skep.index.SearchIndex;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.Page;
import org.skep.store.Arrival;
import org.skep.store.Arriving;
import org.skep.store.Store;

/**
 * CPU of one article from page to index, stage by stage, against the budget of 8 ms. Counts the CPU
 * time of the whole process (collector and compiler included), so noisy neighbours do not matter;
 * {@value #WARM_UP_PASSES} warm-up passes, then the measured one. After two of them Java's
 * compilers still take 2.5 ms of an article's time, after three 1.0; a server runs for days.
 *
 * <pre>
 * java -cp skep-bench/target/skep-bench-0.1.0.jar:skep-bench/target/lib/* org.skep.bench.WholeWay GOLD_FOLDER
 * </pre>
 */
public final class WholeWay {
  private static final int BATCH = 64;
  private static final int WARM_UP_PASSES = 5;
  private static final String CODE = "bench";

  /** The stages as the budget groups them; milliseconds of CPU an article. */
  private enum Stage {
    EXTRACT("extract", 2.5),
    ANALYSE("mentions, quotes", 2.0),
    DERIVE("copies, stories, people", 0.9),
    INDEX("index", 1.5),
    STORE("store and the rest", 1.1);

    private final String label;
    private final double budgetMillis;

    Stage(String label, double budgetMillis) {
      this.label = label;
      this.budgetMillis = budgetMillis;
    }
  }

  private final Pipeline pipeline = new Pipeline();
  private final EnumMap<Stage, Long> nanos = new EnumMap<>(Stage.class);
  private long last;
  private int articles;

  private WholeWay() {}

  public static void main(String[] args) throws IOException {
    Path gold = Path.of(args.length > 0 ? args[0] : "../shared/gold");
    var pages = new ArrayList<>(GoldPages.of(gold, "wcxb-dev"));
    pages.addAll(GoldPages.of(gold, "trafilatura-dev"));
    for (int pass = 0; pass <= WARM_UP_PASSES; pass++) {
      var run = new WholeWay();
      run.take(pages);
      run.print(pass < WARM_UP_PASSES ? "warm-up" : "measured", pages.size());
    }
  }

  private void take(List<Page> pages) throws IOException {
    Path folder = Files.createTempDirectory("skep-bench");
    try (var store = Store.open(folder, new SystemClock());
        var index = SearchIndex.open(store)) {
      var state = Derivations.empty();
      last = cpuNanos();
      for (int from = 0; from < pages.size(); from += BATCH) {
        take(pages.subList(from, Math.min(pages.size(), from + BATCH)), store, index, state);
      }
      index.commit();
      spent(Stage.INDEX);
    } finally {
      delete(folder);
    }
  }

  private void take(List<Page> batch, Store store, SearchIndex index, Derivations state) {
    List<Article> found = batch.stream().map(this::extract).flatMap(List::stream).toList();
    spent(Stage.EXTRACT);
    List<Analysis> analyses = found.stream().map(pipeline::analyse).toList();
    spent(Stage.ANALYSE);
    store.change(tx ->
        analyses.forEach(analysis ->
            arrive(tx.articles().arrive(Arriving.of(analysis, null), new SystemClock().now()))));
    List<LogEntry> entries = store.read(tx -> tx.log().after(state.seq(), BATCH));
    spent(Stage.STORE);
    List<Derived> derived = entries.stream().map(entry -> pipeline.derive(state, entry)).toList();
    spent(Stage.DERIVE);
    store.change(tx -> {
      for (int i = 0; i < entries.size(); i++) {
        tx.derived().apply(derived.get(i), entries.get(i), CODE);
      }
    });
    spent(Stage.STORE);
    index.follow();
    spent(Stage.INDEX);
  }

  private List<Article> extract(Page page) {
    return switch (pipeline.extract(page, SiteProfile.EMPTY)) {
      case Extraction.Found(var article, _) -> List.of(article);
      case Extraction.NotAnArticle _ -> List.of();
    };
  }

  private void arrive(Arrival arrival) {
    if (arrival instanceof Arrival.Fresh) {
      articles++;
    }
  }

  private void spent(Stage stage) {
    long now = cpuNanos();
    nanos.merge(stage, now - last, Long::sum);
    last = now;
  }

  private void print(String pass, int pages) {
    double total = 0;
    System.out.printf("%n%s: %d pages, %d articles%n", pass, pages, articles);
    System.out.printf("%-26s %10s %10s %8s%n", "stage", "ms/article", "budget", "share");
    for (Stage stage : Stage.values()) {
      total += millis(stage);
    }
    for (Stage stage : Stage.values()) {
      System.out.printf(
          "%-26s %10.2f %10.1f %7.0f%%%n",
          stage.label, millis(stage), stage.budgetMillis, 100 * millis(stage) / total);
    }
    System.out.printf("%-26s %10.2f %10.1f%n", "all", total, 8.0);
    System.out.printf("articles per CPU-second: %.0f%n", 1000 / total);
  }

  private double millis(Stage stage) {
    return nanos.getOrDefault(stage, 0L) / 1e6 / Math.max(1, articles);
  }

  private static long cpuNanos() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return system.getProcessCpuTime();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
