package org.skep.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skep.index.SearchQuery.Field;
import org.skep.index.SearchQuery.Node;
import org.skep.index.SearchQuery.Node.All;
import org.skep.index.SearchQuery.Node.Any;
import org.skep.index.SearchQuery.Node.Not;
import org.skep.index.SearchQuery.Node.Term;

class SearchQueryTest {
  @Test
  void wordsPhrasesAndOperatorsStandSideBySide() {
    assertThat(root("bridge \"it holds\" source:gazette said:\"not true\""))
        .isEqualTo(
            new All(
                List.of(
                    word("bridge"),
                    new Term(Field.ANY, "it holds", true),
                    new Term(Field.SOURCE, "gazette", false),
                    new Term(Field.SAID, "not true", true))));
  }

  @Test
  void aMinusNegatesWhatFollows() {
    assertThat(root("bridge -ice -lang:de"))
        .isEqualTo(
            new All(
                List.of(
                    word("bridge"),
                    new Not(word("ice")),
                    new Not(new Term(Field.LANG, "de", false)))));
  }

  @Test
  void alternativesAndBracketsNest() {
    assertThat(root("(bridge OR harbour) ice"))
        .isEqualTo(
            new All(
                List.of(
                    new Any(
                        List.of(
                            new All(List.of(word("bridge"))), new All(List.of(word("harbour"))))),
                    word("ice"))));
  }

  @Test
  void whatMakesNoSenseIsLeftOutWithAWarning() {
    var query = SearchQuery.parse("bridge before:soon is:fine story:one");

    assertThat(query.root()).isEqualTo(new All(List.of(word("bridge"))));
    assertThat(query.warnings())
        .containsExactly(
            "before:soon was left out; a date reads 2026, 2026-03 or 2026-03-01.",
            "is:fine was left out; is: takes copy, original, paywalled, read, revised, starred,"
                + " unread.",
            "story:one was left out; a story is named by its number.");
  }

  @Test
  void nothingAsksForEverything() {
    assertThat(SearchQuery.parse("  ").isEmpty()).isTrue();
    assertThat(SearchQuery.parse(")".repeat(2_000)).isEmpty()).isTrue();
    assertThat(SearchQuery.parse("bridge").isEmpty()).isFalse();
  }

  @Test
  void noInputBreaksTheParser() {
    String[] pieces = {
      "(",
      ")",
      "\"",
      "-",
      "OR",
      " ",
      "said:",
      "before:",
      "2026-13-99",
      "*",
      "\u0000",
      "a",
      "é",
      "水",
      ":",
      "is:starred",
      "\uD83D",
      "--",
      "((((((((((((((((((((((((",
      "„",
      "AND",
      "\\",
      "~",
      "[",
      "^"
    };
    var random = new Random(4);
    for (int i = 0; i < 3_000; i++) {
      var input = new StringBuilder();
      for (int j = random.nextInt(30); j > 0; j--) {
        input.append(pieces[random.nextInt(pieces.length)]);
      }
      var query = SearchQuery.parse(input.toString());
      assertThat(new LuceneQuery(new NewsAnalyzer(), Marks.NONE).of(query.root()))
          .as("query for %s", input)
          .isNotNull();
    }
  }

  private static Node root(String input) {
    return SearchQuery.parse(input).root();
  }

  private static Term word(String text) {
    return new Term(Field.ANY, text, false);
  }
}
