package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skep.html.Html;
import org.skep.model.Page;

/** Pages made to hurt end in an answer; bench.extract.ExtractionSpeed measures their cost. */
class HostilePagesTest {
  private static final String PROSE =
      "The old weir at Lower Mill will be rebuilt this summer, the water board said on Monday,"
          + " after a flood had torn a gap into it. ";

  private final Extractor extractor = new Extractor();

  @Test
  void twoHundredThousandSiblingsAreReadAndMoreAreRefused() {
    assertThat(extract("<p>" + PROSE + "<br>x".repeat(199_000)))
        .isInstanceOf(Extraction.Found.class);
    assertThat(extract("<i>".repeat(200_001)))
        .isInstanceOfSatisfying(
            Extraction.NotAnArticle.class,
            none -> {
              assertThat(none.reason()).isEqualTo(Extraction.Reason.TOO_LARGE);
              assertThat(none.evidence()).isEqualTo("200001 elements; the limit is 200000");
            });
  }

  @Test
  void textBelowAHundredThousandElementsIsStillFound() {
    assertThat(text("<div>".repeat(100_000) + "<p>" + PROSE + "</p>")).isEqualTo(PROSE.strip());
  }

  @Test
  void wronglyNestedFormattingIsBounded() {
    assertThat(Html.parse("<s><b><i><u>".repeat(20_000) + "<p>" + PROSE + "</p>").text())
        .isEqualTo(PROSE.strip());
    var distinct = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      distinct.append("<b id=x").append(i).append("><p>");
    }
    assertThat(Html.parse(distinct + PROSE).text()).isEqualTo(PROSE.strip());
  }

  @Test
  void aFloodOfAttributesIsOneElement() {
    assertThat(text("<p " + "abc=def ".repeat(600_000) + ">" + PROSE)).isEqualTo(PROSE.strip());
    assertThat(text("<p " + "a".repeat(4 << 20) + "=1>" + PROSE)).isEqualTo(PROSE.strip());
  }

  @Test
  void whatIsNeverClosedEndsWithThePage() {
    assertThat(text("<p>" + PROSE + "<!-- " + "x ".repeat(100_000))).isEqualTo(PROSE.strip());
    assertThat(text("<p>" + PROSE + "<script>" + "<!-- <script> ".repeat(100_000)))
        .isEqualTo(PROSE.strip());
    assertThat(text("<p>" + PROSE + "<p title='" + "x".repeat(100_000))).isEqualTo(PROSE.strip());
  }

  @Test
  void tablesInTablesEnd() {
    assertThat(text("<table><tr><td>".repeat(30_000) + "<p>" + PROSE)).contains("old weir");
  }

  @Test
  void aPageOverTheLimitIsRefusedWithItsSize() {
    assertThat(extract("x".repeat((5 << 20) + 1)))
        .isInstanceOfSatisfying(
            Extraction.NotAnArticle.class,
            none -> assertThat(none.evidence()).isEqualTo("5242881 bytes; the limit is 5242880"));
  }

  private String text(String html) {
    return ((Extraction.Found) extract(html)).article().text();
  }

  private Extraction extract(String html) {
    var page =
        new Page(
            "https://hostile.example/",
            Map.of("content-type", "text/html; charset=utf-8"),
            html.getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-06-01T00:00:00Z"));
    return extractor.extract(page, SiteProfile.EMPTY);
  }
}
