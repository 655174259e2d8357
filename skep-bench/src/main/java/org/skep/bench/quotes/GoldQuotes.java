package org.skep.bench.quotes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.skep.model.Article;
import org.skep.model.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article with the attributions people marked in it. Spans are offsets in UTF-16, end exclusive;
 * overlaps count letters and digits only, so marks and spaces never matter.
 */
record GoldQuotes(Article article, List<Attribution> attributions) {
  /** What was said, and by whom; the source may be missing. */
  record Attribution(int[][] content, int[][] source) {}

  /** The articles of a file of JSON lines, plain or gzip. */
  static List<GoldQuotes> read(String file) throws IOException {
    var mapper = JsonMapper.builder().build();
    var articles = new ArrayList<GoldQuotes>();
    try (InputStream in = Files.newInputStream(Path.of(file));
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          articles.add(of(mapper.readTree(line)));
        }
      }
    }
    return articles;
  }

  private static GoldQuotes of(JsonNode document) {
    String text = document.get("text").asString();
    String language = document.path("language").asString("en");
    int[] units = units(text);
    var attributions = new ArrayList<Attribution>();
    for (JsonNode attribution : document.get("attributions")) {
      attributions.add(
          new Attribution(
              spans(attribution.path("content"), units), spans(attribution.path("source"), units)));
    }
    return new GoldQuotes(
        Article.of(1, "", "", "T", text, language, null, Instant.EPOCH), attributions);
  }

  /** For every code point its offset in UTF-16. */
  private static int[] units(String text) {
    var units = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, at = 0; i < units.length; i++) {
      units[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return units;
  }

  private static int[][] spans(JsonNode spans, int[] units) {
    var list = new ArrayList<int[]>();
    for (JsonNode span : spans) {
      list.add(new int[] {units[span.get(0).asInt()], units[span.get(1).asInt()]});
    }
    return list.toArray(int[][]::new);
  }

  static int[][] spans(List<Span> spans) {
    return spans.stream().map(s -> new int[] {s.begin(), s.end()}).toArray(int[][]::new);
  }

  /** Letters and digits that two sets of spans share. */
  int common(int[][] a, int[][] b) {
    int common = 0;
    for (int[] x : a) {
      for (int[] y : b) {
        common += letters(Math.max(x[0], y[0]), Math.min(x[1], y[1]));
      }
    }
    return common;
  }

  /** Intersection over union of letters and digits. */
  double overlap(int[][] a, int[][] b) {
    int common = common(a, b);
    return common == 0 ? 0 : (double) common / (letters(a) + letters(b) - common);
  }

  private int letters(int begin, int end) {
    int letters = 0;
    for (int i = begin; i < end; i++) {
      letters += Character.isLetterOrDigit(article.text().charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private int letters(int[][] spans) {
    int letters = 0;
    for (int[] span : spans) {
      letters += letters(span[0], span[1]);
    }
    return letters;
  }
}
