package org.skep.demo;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skep.model.Copy;

/** The written press holds together: its truth is about the texts that are really there. */
class DemoWorldTest {
  private static final Path ARTICLES = Path.of("src/main/resources/demo/articles");

  private final DemoWorld world = DemoWorld.at(Instant.parse("2031-03-14T09:30:00Z"));

  @Test
  void theListNamesEveryFileAndIsSorted() throws IOException {
    List<String> listed = Sheet.text("articles.txt").lines().toList();
    try (var files = Files.walk(ARTICLES)) {
      var there =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .map(file -> ARTICLES.relativize(file).toString().replace(".txt", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(listed).containsExactlyElementsOf(there);
    }
  }

  @Test
  void nineOutletsWriteInFourLanguages() {
    Map<String, Long> languages =
        world.articles().stream()
            .collect(
                Collectors.groupingBy(
                    article -> article.outlet().language(), TreeMap::new, Collectors.counting()));

    assertThat(world.outlets()).hasSize(9);
    assertThat(languages.keySet()).containsExactly("de", "en", "es", "fr");
    assertThat(languages.get("de")).isGreaterThanOrEqualTo(12);
    assertThat(languages.get("es")).isGreaterThanOrEqualTo(9);
    assertThat(languages.get("fr")).isGreaterThanOrEqualTo(12);
  }

  @Test
  void atLeastTwelveStoriesAreToldBySeveralOutlets() {
    var outlets = new TreeMap<String, TreeSet<String>>();
    for (DemoArticle article : world.articles()) {
      outlets.computeIfAbsent(article.story(), story -> new TreeSet<>()).add(article.outlet().id());
    }
    assertThat(outlets.values().stream().filter(names -> names.size() > 1).count())
        .isBetween(14L, 20L);
    assertThat(world.articles().stream().filter(DemoArticle::onlyHere).count())
        .isGreaterThanOrEqualTo(9);
  }

  @Test
  void everyArticleHasTheLengthOfAnArticle() {
    for (DemoArticle article : world.articles()) {
      int words = String.join(" ", article.first().paragraphs()).split("\\s+").length;
      assertThat(words).as(article.id()).isBetween(60, 460);
      if (article.kind() == Copy.Kind.ORIGINAL) {
        assertThat(words).as(article.id()).isGreaterThanOrEqualTo(115);
      }
    }
  }

  @Test
  void whatSomebodyIsSaidToSayStandsInTheText() {
    for (DemoArticle article : world.articles()) {
      String text = String.join("\n", article.first().paragraphs());
      for (DemoArticle.Said said : article.said()) {
        assertThat(text).as(article.id()).containsIgnoringCase(said.words());
      }
    }
  }

  @Test
  void noSlotForADayStaysEmpty() {
    for (DemoArticle article : world.articles()) {
      assertThat(
              article.first().title() + article.first().standfirst() + article.first().paragraphs())
          .as(article.id())
          .doesNotContain("{", "}", "@");
    }
  }

  @Test
  void aCopyComesAfterItsOriginAndCarriesItsWords() {
    for (DemoArticle copy : world.articles()) {
      assertThat(copy.origins().isEmpty())
          .as(copy.id())
          .isEqualTo(copy.kind() == Copy.Kind.ORIGINAL);
      for (String origin : copy.origins()) {
        DemoArticle original = world.article(origin);
        assertThat(copy.published()).as(copy.id()).isAfter(original.published());
        assertThat(original.first().paragraphs())
            .as(copy.id())
            .containsAnyElementsOf(copy.first().paragraphs());
      }
    }
  }

  @Test
  void oneArticleIsCorrectedInSilence() {
    var corrected = world.articles().stream().filter(article -> article.second() != null).toList();

    assertThat(corrected).extracting(DemoArticle::id).containsExactly("quake-orsa/harbour-1");
    assertThat(corrected.getFirst().first().title()).startsWith("Twelve injured");
    assertThat(corrected)
        .extracting(DemoArticle::second)
        .first()
        .extracting("title", as(STRING))
        .startsWith("Fourteen injured");
  }

  @Test
  void everyPageHasItsOwnAddress() {
    var addresses =
        world.articles().stream().map(article -> article.outlet().host() + article.path()).toList();
    assertThat(addresses).doesNotHaveDuplicates();
  }

  @Test
  void itsTextsFitTheCharsetsOfTheirOutlets() {
    for (DemoArticle article : world.articles()) {
      var encoder = java.nio.charset.Charset.forName(article.outlet().charset()).newEncoder();
      assertThat(encoder.canEncode(article.first().toString())).as(article.id()).isTrue();
    }
  }
}
