package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skep.model.Article;
import org.skep.model.Page;

class PublicationDatesTest {
  private static final Instant FETCHED = Instant.parse("2026-06-01T00:00:00Z");
  private static final String PROSE =
      """
      <p>The old weir at Lower Mill will be rebuilt this summer, the water board said on Monday, after a flood had torn a gap into it.</p>
      <p>Anglers had asked for a fish ladder, and the board promised to pay for one out of the money that the county had set aside.</p>
      """;

  private final Extractor extractor = new Extractor();

  @Test
  void anUpdateIsNoPublication() {
    var article =
        article(
            "en",
            "<meta property='article:published_time' content='2026-03-02T09:00:00+01:00'>",
            "<h1>Weir to be rebuilt</h1><p>Updated <time datetime=2026-04-01>1 April"
                + " 2026</time></p>"
                + PROSE);

    assertThat(published(article)).isEqualTo("2026-03-02T09:00:00+01:00");
  }

  @Test
  void aMetaElementCalledDateYieldsToTheDayPrintedUnderTheHeadline() {
    var article =
        article(
            "de",
            "<meta name=date content=2026-03-09>",
            "<h1>Weir to be rebuilt</h1><p>Veröffentlicht am 02.03.2026</p>" + PROSE);

    assertThat(published(article)).isEqualTo("2026-03-02");
  }

  @Test
  void aServersUniversalTimeTakesTheDayThatTheNewsroomPrints() {
    var article =
        article(
            "de",
            "<meta property='article:published_time' content='2026-03-01T23:10:00Z'>",
            "<h1>Weir to be rebuilt</h1><p class=date>2. März 2026</p>" + PROSE);

    assertThat(published(article)).isEqualTo("2026-03-02T00:10:00+01:00");
  }

  @Test
  void aDayThatNoNewsroomOfTheLanguageHasIsAnotherDay() {
    var article =
        article(
            "de",
            "<meta property='article:published_time' content='2026-03-01T02:10:00Z'>",
            "<h1>Weir to be rebuilt</h1><p class=date>28. Februar 2026</p>" + PROSE);

    assertThat(published(article)).isEqualTo("2026-03-01T02:10:00Z");
  }

  @Test
  void twoWitnessesOutweighOne() {
    var article =
        article(
            "en",
            """
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Weir","datePublished":"2026-05-20"}</script>
            <link rel=canonical href="/2026/3/2/weir">
            """,
            "<h1>Weir to be rebuilt</h1><p>March 2, 2026</p>" + PROSE);

    assertThat(published(article)).isEqualTo("2026-03-02");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar | تاريخ النشر: ٢ مارس ٢٠٢٦
          de | Erschienen am 2.3.26
          en | Posted on March 2nd, 2026
          en-gb | 02/03/2026
          en-us | 03/02/2026
          es | Publicado el 2 de marzo de 2026
          fr | Publié le 02/03/2026 à 08h15
          it | Pubblicato il 2 marzo 2026
          ja | 公開日：2026年3月2日
          ko | 입력 2026. 3. 2. 08:15
          nl | Gepubliceerd op 2 maart 2026
          pl | Opublikowano: 02.03.2026
          pt | Publicado em 2 de março de 2026
          ru | Опубликовано 2 марта 2026 г.
          tr | Yayın tarihi: 2 Mart 2026
          zh | 发布时间：2026-03-02 08:15
          de | <span>Jane Roe</span><span>2.3.2026</span>
          en-us | <span>Posted</span><span>3/2/2026</span>
          """)
  void aDayPrintedUnderTheHeadlineIsReadInTheLanguageOfThePage(String language, String line) {
    var article = article(language, "", "<h1>Weir to be rebuilt</h1><p>" + line + "</p>" + PROSE);

    assertThat(published(article)).startsWith("2026-03-02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div class=sidebar><time datetime=2026-01-05>5 January</time></div>
          <div class=comments><p>Ida, 5 January 2026</p></div>
          <p>Member since 5 January 2026</p>
          <nav><time datetime=2026-01-05>today</time></nav>
          """)
  void whatIsDatedBesideTheArticleIsNotItsDate(String html) {
    var article =
        article(
            "en", "", "<h1>Weir to be rebuilt</h1>" + html + PROSE + "<p>Printed 2 March 2026</p>");

    assertThat(published(article)).isEqualTo("2026-03-02");
  }

  @Test
  void aDateBeforeTheWebOrAfterTheFetchIsAMisprint() {
    var article =
        article(
            "en",
            "<meta name=pubdate content=1926-03-02><meta property='article:published_time'"
                + " content=2062-03-02>",
            "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(published(article)).isEmpty();
  }

  @Test
  void theBeginningOfTheFirstParagraphMayBeADateline() {
    var article =
        article(
            "de",
            "",
            "<h1>Weir to be rebuilt</h1>"
                + PROSE.replaceFirst("<p>", "<p>Niedermühl, (2.3.2026). At last: ")
                + "<p>Next meeting: 9.4.2026</p>");

    assertThat(published(article)).isEqualTo("2026-03-02");
  }

  @ParameterizedTest
  @CsvSource({
    "w-published-date, 2026-03-02T06:03:43Z",
    "published, 'March 2, 2026'",
    "cms:article:publish_date, 2026-03-02",
    "sailthru.date, 2026-03-02 10:00:00",
    "parsely-pub-date, 2026-03-02T10:00:00Z",
    "cXenseParse:recs:publishtime, 2026-03-02T10:00:00Z",
    "DC.date.issued, 2026-03-02",
    "article:published_time, 2026-03-02T10:00:00+01:00"
  })
  void aMetaElementGivesTheDayWhateverPrefixItsSystemUses(String name, String content) {
    var article =
        article(
            "en",
            "<meta name='%s' content='%s'>".formatted(name, content),
            "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(published(article)).startsWith("2026-03-02");
  }

  @Test
  void theLastChangeBesideTheHeadlineIsBetterThanAnotherReportsDate() {
    var article =
        article(
            "de",
            "<meta name=date content=2026-03-02>",
            "<h1>Weir to be rebuilt</h1><p>Stand: 2. März 2026</p>"
                + PROSE.repeat(6)
                + "<ul><li>9. April 2026: Anglers meet</li></ul>");

    assertThat(published(article)).isEqualTo("2026-03-02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"id":7,"publishedAt":"2026-03-02T10:00:00+01:00"}      | 2026-03-02T10:00:00+01:00
          {"page":"{\\"published_date\\": \\"2026-03-02\\"}"}   | 2026-03-02
          {"publisher":"2026-03-02","published":true}             | ''
          """)
  void thePagesOwnDataDatesItWhereNothingElseDoes(String data, String day) {
    var article =
        article(
            "en",
            "<script type='application/json'>" + data + "</script>",
            "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(published(article)).isEqualTo(day);
  }

  private static String published(Article article) {
    var published = article.published();
    return published == null ? "" : published.iso();
  }

  private Article article(String language, String head, String body) {
    String html =
        "<html lang=%s><head>%s</head><body>%s</body></html>".formatted(language, head, body);
    var page =
        new Page(
            "https://news.example/weir",
            Map.of("content-type", "text/html; charset=utf-8"),
            html.getBytes(StandardCharsets.UTF_8),
            FETCHED);
    return ((Extraction.Found) extractor.extract(page, SiteProfile.EMPTY)).article();
  }
}
