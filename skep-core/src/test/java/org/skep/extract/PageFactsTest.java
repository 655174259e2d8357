package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skep.model.Article;
import org.skep.model.Page;

/** Title and authors of whole pages. */
class PageFactsTest {
  private static final Instant FETCHED = Instant.parse("2026-06-01T00:00:00Z");
  private static final String PROSE =
      """
      <p>The old weir at Lower Mill will be rebuilt this summer, the water board said on Monday, after a flood had torn a gap into it.</p>
      <p>Anglers had asked for a fish ladder, and the board promised to pay for one out of the money that the county had set aside.</p>
      """;

  private final Extractor extractor = new Extractor();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Jane Roe and John Doe, 3 May 2026              | Jane Roe, John Doe
          Von Uwe Krantz, Redakteur                         | Uwe Krantz
          Por María del Carmen Ruiz                         | María del Carmen Ruiz
          Par Jeanne Dupont, envoyée spéciale à Lyon        | Jeanne Dupont
          3 May 2026 by Jane Roe                            | Jane Roe
          Autor: Jan Kowalski                               | Jan Kowalski
          Автор: Иван Петров                                | Иван Петров
          作者：张小明                                        | 张小明
          By Jane De La O, 12 March 2026                    | Jane De La O
          By Jane Roe March 12, 2026                        | Jane Roe
          Par Jeanne Dupont le 12 mars 2026                 | Jeanne Dupont
          Von Uwe Krantz am 12. März 2026                   | Uwe Krantz
          """)
  void aBylineIsReadUnderTheHeadline(String line, String names) {
    var article = article("", "<h1>Weir to be rebuilt</h1><p>" + line + "</p>" + PROSE);

    assertThat(String.join(", ", article.byline())).isEqualTo(names);
  }

  @Test
  void aLabelOfItsOwnAnnouncesTheName() {
    var article =
        article("", "<h1>Weir to be rebuilt</h1><p>Written by</p><p>Edda Taben</p>" + PROSE);

    assertThat(article.byline()).containsExactly("Edda Taben");
  }

  @Test
  void aLinkToAPageOfAuthorsUnderTheHeadlineNamesOne() {
    var article =
        article(
            "",
            "<h1>Weir to be rebuilt</h1><p><a href='/author/jroe'>Jane Roe</a> · 4 min</p>"
                + PROSE
                + "<div class=related><a href='/author/x'>Xaver Other</a></div>");

    assertThat(article.byline()).containsExactly("Jane Roe");
  }

  @Test
  void theNameOfAnAccountYieldsToThePrintedName() {
    var article =
        article(
            "<script"
                + " type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Weir\",\"author\":{\"name\":\"jroe7\"}}</script>",
            "<h1>Weir to be rebuilt</h1><p>By Jane Roe</p>" + PROSE);

    assertThat(article.byline()).containsExactly("Jane Roe");
  }

  @Test
  void authorsAreFollowedThroughTheGraph() {
    var article =
        article(
            """
            <script type="application/ld+json">{"@graph":[
              {"@type":"NewsArticle","headline":"Weir","author":[{"@id":"#p1"},{"@id":"#p2"}]},
              {"@type":"Person","@id":"#p1","name":"Jane Roe"},
              {"@type":"Person","@id":"#p2","name":"John Doe, PhD"}]}</script>
            """,
            "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(article.byline()).containsExactly("Jane Roe", "John Doe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p class=author>Read more</p>
          <p class=byline>3 May 2026</p>
          <p class=author>Mill News</p>
          <p><a href='https://social.example/author/millnews'>Bluesky</a></p>
          <div class=comments><p class=author>Ida Reader</p></div>
          <p>About the Mill</p>
          """)
  void whatIsNobodyIsNoAuthor(String html) {
    var article =
        article(
            "<meta property='og:site_name' content='Mill News'>",
            "<h1>Weir to be rebuilt</h1>" + html + PROSE);

    assertThat(article.byline()).isEmpty();
  }

  @Test
  void aNewsroomSignsWhereItIsDeclaredAndNoPersonDoes() {
    String declared =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Weir\","
            + "\"author\":{\"@type\":\"Organization\",\"name\":\"Redaktion\"}}</script>";
    String headline = "<h1>Weir to be rebuilt</h1>";

    assertThat(article(declared, headline + PROSE).byline()).containsExactly("Redaktion");
    assertThat(article(declared, headline + "<p>Von Uwe Krantz</p>" + PROSE).byline())
        .containsExactly("Uwe Krantz");
  }

  @Test
  void aPersonWhoseSiteBearsTheNameIsTheAuthor() {
    var article =
        article(
            "<meta property='og:site_name' content='Jane Roe'><meta name=author content='Jane Roe'>",
            "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(article.byline()).containsExactly("Jane Roe");
  }

  @Test
  void aLongerDeclarationThatHoldsTheFirstOneIsTheBetterOne() {
    var article =
        article(
            """
            <meta name="author" content="Jane Roe, John Doe">
            <script type="application/ld+json">
              {"@type":"NewsArticle","headline":"Weir","author":{"@type":"Person","name":"Jane Roe"}}</script>
            """,
            "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(article.byline()).containsExactly("Jane Roe", "John Doe");
  }

  @Test
  void aFirstNameIsCompletedByThePrintedName() {
    var article =
        article(
            "<meta name=author content='Jane'>",
            "<h1>Weir to be rebuilt</h1><p>By Jane Roe</p>" + PROSE);

    assertThat(article.byline()).containsExactly("Jane Roe");
  }

  @Test
  void anAgencyIsAnAuthorWithoutCapitals() {
    var article =
        article("<meta name=author content='kra/dpa'>", "<h1>Weir to be rebuilt</h1>" + PROSE);

    assertThat(article.byline()).containsExactly("kra", "dpa");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Autor: Uwe Krantz     | Uwe Krantz
          Auteur : Jeanne Dupont | Jeanne Dupont
          责任编辑： 焦小明       | 焦小明
          By: the numbers       | ''
          """)
  void aLabelledNameBelowTheTextIsTheAuthorWhereNobodyElseIsNamed(String line, String names) {
    var article =
        article("", "<h1>Weir to be rebuilt</h1>" + PROSE.repeat(6) + "<p>" + line + "</p>");

    assertThat(String.join(", ", article.byline())).isEqualTo(names);
  }

  @Test
  void whatOnlyTheStyleSheetSetsApartIsNoPartOfTheName() {
    assertThat(
            Bylines.clean(
                List.of(
                    "ByJane Roe",
                    "By freeman1984",
                    "John Doe Posted",
                    "Uwe Krantz am",
                    "Über Lupa"),
                List.of()))
        .containsExactly("Jane Roe", "freeman1984", "John Doe", "Uwe Krantz", "Lupa");
  }

  @Test
  void rolesPlacesAndCredentialsAreCutFromTheNames() {
    assertThat(
            Bylines.clean(
                List.of(
                    "By Jane Roe, Home and Garden Expert, and John Doe, MD",
                    "JANE ROE",
                    "Mill-Experte Uwe Krantz in Springfield",
                    "jane@news.example"),
                List.of("Mill News")))
        .containsExactly("Jane Roe", "John Doe", "Uwe Krantz");
  }

  @Test
  void theOnlyHeadlineIsTheTitleEvenWhereTheWindowSaysSomethingElse() {
    var article =
        article(
            "<title>Mill weir: all you need to know</title>",
            "<h1>Anglers get their ladder at last</h1>" + PROSE);

    assertThat(article.title()).isEqualTo("Anglers get their ladder at last");
  }

  @Test
  void theNameOfTheSiteAboveTheHeadlineIsNotTheTitle() {
    var article =
        article(
            "<title>Weir to be rebuilt - The Lower Mill Observer</title>",
            "<h1><a href='/'>The Lower Mill Observer</a></h1><h2>Weir to be rebuilt</h2>" + PROSE);

    assertThat(article.title()).isEqualTo("Weir to be rebuilt");
  }

  @Test
  void aKickerWithinTheHeadlineIsNotPartOfTheTitle() {
    var article =
        article(
            "<meta property='og:title' content='Anglers get their ladder at last'>",
            "<h1><span>Lower Mill</span> Anglers get their ladder at last</h1>" + PROSE);

    assertThat(article.title()).isEqualTo("Anglers get their ladder at last");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lower Mill: Anglers get their ladder at last        | Anglers get their ladder at last
          “At last!” – Anglers get their ladder at last       | Anglers get their ladder at last
          12 May 2026 Anglers get their ladder at last        | Anglers get their ladder at last
          Anglers get their ladder at last (mill.example) 87  | Anglers get their ladder at last
          Anglers get their ladder at last 12.05.2026         | Anglers get their ladder at last
          Anglers get their ladder at last in Lower Mill      | Anglers get their ladder at last in Lower Mill
          Anglers get their ladder at last – live             | Anglers get their ladder at last – live
          Anglers get their ladder at lastingly low cost      | Anglers get their ladder at lastingly low cost
          """)
  void whatStandsAroundTheDeclaredTitleInTheHeadlineIsNoPartOfIt(String headline, String title) {
    var article =
        article(
            "<meta property='og:title' content='Anglers get their ladder at last'>",
            "<h1>" + headline + "</h1>" + PROSE);

    assertThat(article.title()).isEqualTo(title);
  }

  @Test
  void theSiteWithinTheHeadlineIsNotPartOfTheTitle() {
    var article =
        article(
            "<meta property='og:site_name' content='Mill News'>",
            "<h1>Weir to be rebuilt | Mill News</h1>" + PROSE);

    assertThat(article.title()).isEqualTo("Weir to be rebuilt");
  }

  @Test
  void aQuotedHeadlineKeepsItsLastMark() {
    var article = article("", "<h1>«Wir bauen das Wehr neu»</h1>" + PROSE);

    assertThat(article.title()).isEqualTo("«Wir bauen das Wehr neu»");
  }

  @Test
  void aHeadlineThatSchemaOrgCutsShortIsTakenWhole() {
    String whole =
        "Anglers get their ladder at last after nine years of asking, and the water board pays for"
            + " all of it with the county's money";
    var article =
        article(
            news(whole.substring(0, 101)) + "<meta property='og:title' content=\"" + whole + "\">",
            "<h1>" + whole + "</h1>" + PROSE);

    assertThat(article.title()).isEqualTo(whole);
  }

  @Test
  void whatANewspaperCallsItsArticleTwiceWinsOverAnotherHeadlineButNotInABlog() {
    String declared =
        news("Lower Mill's weir will be rebuilt this summer")
            + "<meta property='og:title' content=\"Lower Mill's weir will be rebuilt this summer\">";
    String printed = "<h1>Anglers get their ladder at last</h1>";

    assertThat(article(declared, printed + PROSE).title())
        .isEqualTo("Lower Mill's weir will be rebuilt this summer");
    assertThat(article(declared.replace("NewsArticle", "BlogPosting"), printed + PROSE).title())
        .isEqualTo("Anglers get their ladder at last");
  }

  private static String news(String headline) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\""
        + headline
        + "\"}</script>";
  }

  private Article article(String head, String body) {
    String html = "<html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
    var page =
        new Page(
            "https://news.example/weir",
            Map.of("content-type", "text/html; charset=utf-8"),
            html.getBytes(StandardCharsets.UTF_8),
            FETCHED);
    return ((Extraction.Found) extractor.extract(page, SiteProfile.EMPTY)).article();
  }
}
