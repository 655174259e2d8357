package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractResourcesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "agencies.txt",
        "blocks.weights",
        "author-metas.txt",
        "author-pages.txt",
        "byline-desks.txt",
        "byline-nobody.txt",
        "byline-prefixes.txt",
        "byline-roles.txt",
        "class-words.txt",
        "date-labels.txt",
        "date-metas.txt",
        "language-zones.txt",
        "not-article.txt",
        "site-rules.txt"
      })
  void aFileOfKnowledgeIsSortedAndWithoutDuplicates(String file) {
    assertThat(Phrases.lines(file)).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void thePhrasesOfALanguageAreSortedAndWithoutDuplicates(String language) {
    assertThat(Phrases.lines("phrases/" + language + ".txt"))
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(100);
  }

  static List<String> languages() {
    return Phrases.LANGUAGES;
  }

  @Test
  void everyFileLoads() {
    assertThat(new Extractor()).isNotNull();
    assertThat(SiteRules.load()).isNotNull();
  }
}
