package org.skep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.model.Page;

class GoldenCasesTest {
  @TempDir Path data;

  @Test
  void aCaseIsAPageALineOfTheManifestAndALineOfGold() throws IOException {
    new GoldenCases(data).keep(255, page("<p>Weir"), "Weir", "The \"weir\".\n\nEnd.");

    assertThat(data.resolve("golden/manifest.jsonl"))
        .hasContent(
            """
            {"id":"ff","file":"html/ff.html.gz","url":"https://news.example/weir"}
            """);
    assertThat(data.resolve("golden/gold.jsonl"))
        .hasContent(
            """
            {"id":"ff","title":"Weir","text":"The \\"weir\\".\\n\\nEnd."}
            """);
    byte[] packed = Files.readAllBytes(data.resolve("golden/html/ff.html.gz"));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("<p>Weir");
    }
  }

  @Test
  void aSecondReportReplacesTheFirstAndOthersStay() throws IOException {
    var cases = new GoldenCases(data);
    cases.keep(1, page("a"), "A", "first");
    cases.keep(2, page("b"), "B", "other");
    cases.keep(1, page("a"), "A", "second");

    assertThat(Files.readAllLines(data.resolve("golden/gold.jsonl")))
        .containsExactly(
            "{\"id\":\"1\",\"title\":\"A\",\"text\":\"second\"}",
            "{\"id\":\"2\",\"title\":\"B\",\"text\":\"other\"}");
  }

  @Test
  void aFullFolderRefusesNewCasesOnly() throws IOException {
    var cases = new GoldenCases(data);
    cases.keep(0, page("a"), "A", "a");
    var lines = new StringBuilder();
    for (int id = 0; id < GoldenCases.CASES_MAX; id++) {
      lines.append("{\"id\":\"").append(Integer.toHexString(id)).append("\"}\n");
    }
    Files.writeString(data.resolve("golden/manifest.jsonl"), lines);

    assertThat(cases.keep(99_999, page("b"), "B", "b")).isFalse();
    assertThat(cases.keep(0, page("a"), "A", "again")).isTrue();
  }

  private static Page page(String html) {
    return new Page(
        "https://news.example/weir",
        Map.of(),
        html.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
