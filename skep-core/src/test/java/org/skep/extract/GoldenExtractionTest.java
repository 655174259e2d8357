package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.skep.model.Article;
import org.skep.model.Page;

/**
 * Whole pages and what must come out: drop a folder with page.html in, run with
 * -Dgolden.update=true, read the diff, commit.
 */
class GoldenExtractionTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/extract");
  private static final Instant FETCHED = Instant.parse("2026-06-01T00:00:00Z");
  private final Extractor extractor = new Extractor();

  @TestFactory
  Stream<DynamicTest> everyGoldenPage() throws IOException {
    List<Path> cases;
    try (var folders = Files.list(FOLDER)) {
      cases = folders.sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private void check(Path folder) throws IOException {
    byte[] html = Files.readAllBytes(folder.resolve("page.html"));
    String url = "https://" + folder.getFileName() + ".example/2026/story";
    var page = new Page(url, Map.of(), html, FETCHED);
    String actual = print(extractor.extract(page, SiteProfile.EMPTY));
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual, StandardCharsets.UTF_8);
    }
    assertThat(actual).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
  }

  private static String print(Extraction extraction) {
    return switch (extraction) {
      case Extraction.Found(Article article, var _) -> print(article);
      case Extraction.NotAnArticle none ->
          "not an article: %s (%s)\ntitle: %s\n"
              .formatted(none.reason().label(), none.evidence(), none.title());
    };
  }

  private static String print(Article article) {
    var out = new StringBuilder();
    var published = article.published();
    out.append("title: ").append(article.title()).append('\n');
    out.append("standfirst: ").append(article.standfirst()).append('\n');
    out.append("byline: ").append(String.join("; ", article.byline())).append('\n');
    out.append("published: ").append(published == null ? "" : published.iso()).append('\n');
    out.append("language: ").append(article.language()).append('\n');
    out.append("publisher: ").append(article.publisher()).append('\n');
    out.append("paywalled: ").append(article.paywalled()).append('\n');
    article
        .credits()
        .forEach(one ->
            out.append("credit: ").append(one.kind()).append(' ').append(one.name()).append('\n'));
    article
        .related()
        .forEach(one ->
            out.append("related: ")
                .append(one.title())
                .append(" <")
                .append(one.url())
                .append(">\n"));
    article
        .posts()
        .forEach(one ->
            out.append("post after ")
                .append(one.after())
                .append(": ")
                .append(one.at().iso())
                .append('\n'));
    out.append('\n').append(article.text()).append("\n\n");
    article
        .dropped()
        .forEach(one ->
            out.append("cut after ")
                .append(one.after())
                .append(", ")
                .append(one.kind().label())
                .append(": ")
                .append(one.text())
                .append('\n'));
    return out.toString();
  }
}
