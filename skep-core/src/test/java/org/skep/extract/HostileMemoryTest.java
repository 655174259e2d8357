package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skep.model.Page;

/**
 * A page made to hurt needs no more than 30 times its bytes, or 64 MB where it is small. A second
 * JVM proves it: its heap is that bound plus what the extractor itself holds, so that a page which
 * needs more ends it. How long each takes is measured by {@code bench.extract.ExtractionSpeed}.
 */
@Timeout(300)
class HostileMemoryTest {
  private static final int SMALL_MB = 64;
  private static final int LARGE_BYTES = 4 << 20;
  private static final int LARGE_MB = 30 * (LARGE_BYTES >> 20);

  /** The extractor's own tables, the JVM's classes and the page's bytes. */
  private static final int LOADED_MB = 32;

  @Test
  void smallPagesStayWithin64Megabytes() throws Exception {
    assertThat(run("small", LOADED_MB + SMALL_MB))
        .contains("too many siblings: 200001 elements; the limit is 200000")
        .endsWith("all read\n");
  }

  @Test
  void largePagesStayWithin30TimesTheirBytes() throws Exception {
    assertThat(run("large", LOADED_MB + LARGE_MB))
        .contains("over the limit: 5242881 bytes; the limit is 5242880")
        .endsWith("all read\n");
  }

  @Test
  void aHeapThatIsTooSmallIsNoticed() throws Exception {
    assertThat(run("large", LOADED_MB)).doesNotContain("all read");
  }

  private static String run(String size, int heapMegabytes)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(HostileMemoryTest.class.getName());
    command.add(size);
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    program.waitFor();
    return said;
  }

  /** Reads the pages of a size, a line of outcome each; the JVM it runs in has a bounded heap. */
  public static void main(String[] args) {
    var extractor = new Extractor();
    pages(args[0])
        .forEach((name, html) -> {
          byte[] bytes = html.get().getBytes(StandardCharsets.UTF_8);
          var page = new Page("https://hostile.example/", Map.of(), bytes, Instant.EPOCH);
          System.out.print(
              name + ": " + outcome(extractor.extract(page, SiteProfile.EMPTY)) + "\n");
        });
    System.out.print("all read\n");
  }

  private static String outcome(Extraction extraction) {
    return switch (extraction) {
      case Extraction.Found found -> found.article().text().length() + " characters";
      case Extraction.NotAnArticle none -> none.evidence();
    };
  }

  private static Map<String, Supplier<String>> pages(String size) {
    var pages = new LinkedHashMap<String, Supplier<String>>();
    if (size.equals("small")) {
      pages.put("siblings", () -> "<p>a b c".repeat(199_000));
      pages.put("too many siblings", () -> "<p>a".repeat(200_001));
      pages.put("lines", () -> "<pre>" + "a\n".repeat(1_000_000));
      pages.put("nesting", () -> "<div>".repeat(199_000) + "x");
      pages.put("formatting never closed", () -> "<a><b><i><u>x".repeat(40_000));
      pages.put("tables nested", () -> "<table><tr><td>".repeat(50_000));
      pages.put("quotes never closed", () -> "<p title='".repeat(100_000));
      pages.put("end tags of nothing", () -> "<p>x</b></i></div></a>".repeat(60_000));
      return pages;
    }
    pages.put("attributes of one tag", () -> "<p " + "abc=def ".repeat(600_000) + ">text");
    pages.put("attributes of tags", () -> ("<p" + " a1=b".repeat(60) + ">x").repeat(14_000));
    pages.put("one paragraph", () -> "<p>" + "word ".repeat(900_000));
    pages.put("one word", () -> "<p>" + "x".repeat(5_000_000));
    pages.put("a script that never ends", () -> "<script>" + "<!-- <x> ".repeat(500_000));
    pages.put("over the limit", () -> "x".repeat((5 << 20) + 1));
    return pages;
  }
}
