package org.skep.bench.extract;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.skep.charset.Decoded;
import org.skep.extract.Extractor;
import org.skep.extract.SiteProfile;
import org.skep.html.Html;
import org.skep.model.Page;

/**
 * Pages per CPU-second on one warm thread, from a String: jsoup's parse as the floor, Skep, and
 * what others take for less (no metadata, no classes of what is cut): readability4j, boilerpipe.
 * Then hostile pages with their time and the memory the extraction allocated.
 *
 * <pre>
 * ExtractionSpeed GOLD_FOLDER [PAGES]
 * </pre>
 */
public final class ExtractionSpeed {
  private static final int PAGES = 300;
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 6;

  private ExtractionSpeed() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: ExtractionSpeed GOLD_FOLDER [PAGES]");
      System.exit(2);
    }
    int count = args.length > 1 ? Integer.parseInt(args[1]) : PAGES;
    List<Text> pages =
        GoldPage.read(Path.of(args[0])).stream()
            .limit(count)
            .map(GoldPage::page)
            .map(page -> new Text(page, Decoded.html(page.body(), null).text()))
            .toList();
    var extractor = new Extractor();
    long chars = pages.stream().mapToLong(page -> page.html().length()).sum();
    System.out.printf(
        "%d pages, %d K characters each%n", pages.size(), chars / 1024 / Math.max(1, pages.size()));
    measure("jsoup parse alone", pages, page -> Jsoup.parse(page.html(), page.page().url()));
    measure("skep parse alone", pages, page -> Html.parse(page.html()));
    measure(
        "skep", pages, page -> extractor.extractHtml(page.html(), page.page(), SiteProfile.EMPTY));
    measure(
        "readability4j", pages, page -> new Readability4J(page.page().url(), page.html()).parse());
    measure("boilerpipe", pages, page -> boilerpipe(page.html()));
    hostile(extractor);
  }

  private record Text(Page page, String html) {}

  private static void boilerpipe(String html) {
    try {
      ArticleExtractor.INSTANCE.getText(html);
    } catch (BoilerpipeProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void measure(String name, List<Text> pages, Consumer<Text> work) {
    for (int round = 0; round < WARM_UP; round++) {
      pages.forEach(page -> attempt(work, page));
    }
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = cpuNanos();
      pages.forEach(page -> attempt(work, page));
      best = Math.min(best, cpuNanos() - begin);
    }
    System.out.printf("%-20s %7.0f pages per CPU-second%n", name, pages.size() * 1e9 / best);
  }

  private static void attempt(Consumer<Text> work, Text page) {
    try {
      work.accept(page);
    } catch (RuntimeException e) {
      System.err.println(page.page().url() + ": " + e); // a rival's failure is not a reason to stop
    }
  }

  private static void hostile(Extractor extractor) {
    var pages = new java.util.LinkedHashMap<String, String>();
    pages.put("200,000 siblings", "<p>a b c".repeat(199_000));
    pages.put("nesting of 100,000", "<div>".repeat(100_000));
    pages.put("formatting elements", "<a><b><i><u>".repeat(40_000));
    pages.put("one tag, 5 MB of attributes", "<p " + "abc=def ".repeat(600_000) + ">text");
    pages.put(
        "20,000 tags of 20 attributes", ("<p" + " a1=b a2=b".repeat(10) + ">x").repeat(20_000));
    pages.put("tables in tables", "<table><tr><td>".repeat(50_000));
    pages.put("5 MB of one paragraph", "<p>" + "word ".repeat(1_000_000));
    pages.put("over the limit", "x".repeat(6 << 20));
    pages.forEach((name, html) -> {
      var page =
          new Page(
              "https://hostile.example/",
              Map.of(),
              html.getBytes(StandardCharsets.UTF_8),
              java.time.Instant.EPOCH);
      long begin = cpuNanos();
      long before = allocated();
      String outcome = extractor.extract(page, SiteProfile.EMPTY).getClass().getSimpleName();
      System.out.printf(
          "%-30s %6d ms %5d MB allocated  %s%n",
          name, (cpuNanos() - begin) / 1_000_000, (allocated() - before) >> 20, outcome);
    });
  }

  /** An upper bound of what it needed at once: all it ever allocated. */
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
