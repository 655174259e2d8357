package org.skep.bench.stories;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skep.copies.Copies;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Copy;
import org.skep.stories.Stories;
import org.skep.stories.StoryIndex;

/**
 * Speed of the stories stage on one thread, in CPU time, as the stream grows: one line every so
 * many articles. Usage: {@code StorySpeed docs.jsonl truth.jsonl [EVERY]}; the truth says which
 * article copies which, in place of the copies stage. Make the files with make_press.py; {@code
 * --docs 200000 --days 7} gives 50,000 live stories. Features are words, vector and fingerprints
 * together; an assignment is look-up, decision and everything that changes in the index.
 */
public final class StorySpeed {
  private static final int EVERY = 25_000;

  private final Copies copies = new Copies();
  private final Stories stories = new Stories();
  private final StoryIndex index = new StoryIndex();
  private final Map<String, String> origins;
  private final int every;
  private final long[] assigned;
  private final long empty = used();
  private int articles;
  private long words;
  private long candidates;
  private long featuresNanos;

  private StorySpeed(Map<String, String> origins, int every) {
    this.origins = origins;
    this.every = every;
    this.assigned = new long[every];
  }

  /** Prints the curve. */
  public static void main(String[] args) throws IOException {
    var origins = GoldStream.labels(Path.of(args[1]), "origin");
    int every = args.length > 2 ? Integer.parseInt(args[2]) : EVERY;
    System.out.println(
        "articles, live stories, candidates an article; articles a CPU second: features (words an"
            + " article), assignments; p99 of an assignment; heap a live story");
    GoldStream.forEach(Path.of(args[0]), new StorySpeed(origins, every)::add);
  }

  private void add(GoldStream line) {
    Article article = line.article();
    long begin = cpu();
    var features = stories.features(article);
    copies.features(article);
    long middle = cpu();
    var found = index.lookup(features);
    stories.apply(index, stories.decide(features, copy(line), found));
    long end = cpu();
    featuresNanos += middle - begin;
    assigned[articles % every] = end - middle;
    candidates += found.found().size();
    words += article.text().split(" ", -1).length;
    if (++articles % every == 0) {
      print();
    }
  }

  private Copy copy(GoldStream line) {
    String origin = origins.get(line.id());
    long article = line.article().id();
    return new Copy(
        article,
        article,
        origin == null ? null : ArticleId.of(origin),
        List.of(),
        origin == null ? Copy.Kind.ORIGINAL : Copy.Kind.VERBATIM,
        false,
        0,
        0,
        List.of(),
        List.of());
  }

  private void print() {
    Arrays.sort(assigned);
    double all = Arrays.stream(assigned).sum();
    System.out.printf(
        Locale.ROOT,
        "%9d %7d %5.1f  %7.0f (%d) %7.0f  p99 %.2f ms  %d bytes%n",
        articles,
        index.size(),
        (double) candidates / every,
        every / (featuresNanos / 1e9),
        words / every,
        every / (all / 1e9),
        assigned[(int) (every * 0.99)] / 1e6,
        (used() - empty) / Math.max(1, index.size()));
    featuresNanos = 0;
    candidates = 0;
    words = 0;
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
