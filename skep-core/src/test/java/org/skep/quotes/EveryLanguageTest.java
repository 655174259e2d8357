package org.skep.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skep.language.LanguagePacks;
import org.skep.language.WordFile;
import org.skep.model.Article;
import org.skep.model.Quote;

/**
 * Who said what in every language that has a pack: {@code CODE.txt} beside this class holds texts,
 * each with its statements as "speaker: words", parted by tabs; {@code \\n} ends a paragraph. The
 * speaker is the name the finder gives, or words of the source where it names nobody.
 */
class EveryLanguageTest {
  private static final int TEXTS_MIN = 20;
  private static final double FOUND_MIN = 0.95;

  private final QuoteFinder finder = new QuoteFinder();

  static List<String> codes() {
    return new LanguagePacks().all().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void nearlyEveryStatementIsFoundAndNothingElse(String code) {
    var missed = new ArrayList<String>();
    int wanted = 0;
    int made = 0;
    List<String[]> texts = WordFile.read("/org/skep/quotes/" + code + ".txt");
    for (String[] line : texts) {
      String text = line[0].replace("\\n", "\n");
      List<Quote> quotes = find(text, code);
      List<String> expected = Arrays.asList(line).subList(1, line.length);
      wanted += expected.size();
      made += Math.max(0, quotes.size() - expected.size());
      for (String statement : expected) {
        if (quotes.stream().noneMatch(quote -> says(quote, text, statement))) {
          missed.add(statement + " <- " + text);
        }
      }
    }
    assertThat(texts).as("texts of " + code).hasSizeGreaterThanOrEqualTo(TEXTS_MIN);
    double right = wanted - missed.size();
    assertThat(right / (wanted + made))
        .as("%s: missed %s; %d too many", code, missed, made)
        .isGreaterThanOrEqualTo(FOUND_MIN);
  }

  private static boolean says(Quote quote, String text, String statement) {
    int colon = statement.indexOf(": ");
    String by = statement.substring(0, colon);
    boolean named = Objects.equals(quote.speaker(), by);
    boolean beside =
        quote.speaker() == null
            && quote.source().stream().anyMatch(span -> span.of(text).contains(by));
    return (named || beside)
        && letters(quote.words(text)).equals(letters(statement.substring(colon)));
  }

  private static String letters(String words) {
    return words.replaceAll("[^\\p{L}\\p{Nd}]+", "").toLowerCase(Locale.ROOT);
  }

  private List<Quote> find(String text, String code) {
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", text, code, null, Instant.EPOCH);
    return finder.find(article).quotes();
  }
}
