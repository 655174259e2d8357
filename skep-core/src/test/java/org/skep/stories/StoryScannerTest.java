package org.skep.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skep.model.Article;
import org.skep.model.ArticleId;

class StoryScannerTest {
  private final StoryScanner scanner = new StoryScanner();

  /** The same in two forms a reporter would use: most of the terms must meet. */
  @ParameterizedTest
  @CsvSource({
    "ru, Министр подписал соглашение, Соглашение подписано министром",
    "pl, Rząd podniósł stawki podatku, Rządowi nie udało się podnieść stawek podatku",
    "fi, Hallitus nosti veroja Helsingissä, Hallituksen veroista Helsingin kaduilla",
    "zh, 地震造成十二人受伤, 十二人在地震中受伤",
    "ja, 首相が新しい橋を開通させた, 新しい橋を首相が視察した",
    "th, แผ่นดินไหวทำให้มีผู้บาดเจ็บ, มีผู้บาดเจ็บจากแผ่นดินไหว"
  })
  void inflectionAndMissingSpacesDoNotHideACommonWord(String language, String one, String other) {
    int[] a = scan(language, one).terms();
    int[] b = scan(language, other).terms();
    long common = Arrays.stream(a).filter(term -> Arrays.binarySearch(b, term) >= 0).count();

    assertThat(common).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "en, The ferry sank on March 1st, A ferry sank on 1 March",
    "de, Die Fähre sank am 1. März, Am Sonntag sank die Fähre",
    "es, El 1 de marzo se hundió, Se hundió el domingo",
    "fr, Le 1er mars, Le dimanche"
  })
  void aPrintedDayIsTheSameHoweverItIsPrinted(String language, String one, String other) {
    assertThat(days(scan(language, one))).hasSize(1).isEqualTo(days(scan(language, other)));
  }

  @Test
  void aWeekdayIsTheDayBeforeTheArticle() {
    assertThat(days(scan("en", "The ferry sank on Sunday")))
        .isEqualTo(days(scan("en", "The ferry sank on March 1")));
  }

  @Test
  void aLargerTollLaterIsNoConflictAnotherMagnitudeIs() {
    var amounts = new Amounts();
    amounts.absorb(scan("en", "Quake of 5.8 points kills 12 people"));

    assertThat(amounts.conflicts(scan("en", "Quake kills 14 people"), true)).isZero();
    assertThat(amounts.conflicts(scan("en", "Quake kills 9 people"), true)).isEqualTo(1);
    assertThat(amounts.conflicts(scan("en", "Quake of 6.1 points"), true)).isEqualTo(1);
  }

  private static int[] days(StoryFeatures features) {
    return IntStream.range(0, features.terms().length)
        .filter(i -> features.is(i, StoryFeatures.DAY))
        .map(i -> features.terms()[i])
        .toArray();
  }

  private StoryFeatures scan(String language, String title) {
    return scanner.scan(
        Article.of(
            ArticleId.of(title),
            "https://a.example/",
            "a.example",
            title,
            "",
            language,
            null,
            Instant.parse("2026-03-02T08:00:00Z")));
  }
}
