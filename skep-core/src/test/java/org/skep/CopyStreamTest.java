package org.skep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Copy;
import org.skep.model.Stated;

class CopyStreamTest {
  private static final String REPORT =
      """
      The harbour of Quillport was closed on Monday after a ferry with 214 people ran aground near \
      the northern breakwater, the coast guard said.

      "We had no power and no radio for almost an hour," captain Ada Holmgaard told reporters on \
      the pier late in the evening.

      Tugs from Rosendam pulled the ship free at high tide; nobody was hurt, but the company has \
      cancelled all crossings until Thursday.

      The ferry, built in 1988, had passed its last inspection only three weeks ago, according to \
      the shipping office.\
      """;

  private final CopyStream stream = new CopyStream();

  @Test
  void anArticleNobodyElseHasIsOriginal() {
    var row = stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));

    assertThat(row.kind()).isEqualTo(Copy.Kind.ORIGINAL);
    assertThat(row.origin()).isNull();
  }

  @Test
  void theSameWordsUnderAnotherHeadlineAreAVerbatimCopy() {
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    var row = stream.add(article("b", "tolvika.example", "Shock at sea", REPORT, "09:00"));

    assertThat(row.kind()).isEqualTo(Copy.Kind.VERBATIM);
    assertThat(row.origin()).isEqualTo(ArticleId.of("a"));
    assertThat(row.retitled()).isTrue();
    assertThat(row.inOrigin()).isEqualTo(1);
  }

  @Test
  void aCopyWithoutItsEndIsTrimmedAndShowsThePassage() {
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    String half = REPORT.substring(0, REPORT.indexOf("Tugs")).strip();
    var row = stream.add(article("b", "tolvika.example", "Ferry aground", half, "09:00"));

    assertThat(row.kind()).isEqualTo(Copy.Kind.TRIMMED);
    assertThat(row.passages()).isNotEmpty();
    var passage = row.passages().get(0);
    assertThat(passage.here().of(half)).isEqualTo(passage.there().of(REPORT));
  }

  @Test
  void anAlteredQuoteMakesItRewritten() {
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    String altered =
        REPORT.replace(
            "no power and no radio for almost an hour", "everything under control at all times");
    var row = stream.add(article("b", "tolvika.example", "Ferry aground", altered, "09:00"));

    assertThat(row.kind()).isEqualTo(Copy.Kind.REWRITTEN);
    assertThat(row.origins().get(0).evidence()).contains("quote");
  }

  @Test
  void anAlteredQuoteIsShownWithTheWordsItStandsFor() {
    String said = "no power and no radio for almost an hour";
    String altered = REPORT.replace(said, "everything under control at all times");
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    var row = stream.add(article("b", "tolvika.example", "Ferry aground", altered, "09:00"));

    var alteration = row.alterations().get(0);
    assertThat(alteration.what()).isEqualTo(Copy.Alteration.What.QUOTE);
    assertThat(alteration.here().of(altered)).contains("everything under control");
    assertThat(alteration.there().of(REPORT)).contains(said);
  }

  @Test
  void aChangedNumberIsShownWithTheOneItStandsFor() {
    String changed = REPORT.replace("214", "241");
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    var row = stream.add(article("b", "tolvika.example", "Ferry aground", changed, "09:00"));

    assertThat(row.alterations())
        .singleElement()
        .satisfies(alteration -> {
          assertThat(alteration.what()).isEqualTo(Copy.Alteration.What.NUMBER);
          assertThat(alteration.here().of(changed)).isEqualTo("241");
          assertThat(alteration.there().of(REPORT)).isEqualTo("214");
        });
    assertThat(row.origins().get(0).evidence()).contains("a number is changed");
  }

  @Test
  void anUnalteredCopyHasNoAlterations() {
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    var row = stream.add(article("b", "tolvika.example", "Ferry aground", REPORT, "09:00"));

    assertThat(row.alterations()).isEmpty();
  }

  @Test
  void headlinesOfOtherArticlesUnderATextAreNotItsWords() {
    String glued = REPORT + "\n\nRead also:\n\nTram gets new seats\n\nBees on the town hall";
    stream.add(article("a", "rosendam.example", "Ferry aground", REPORT, "08:00"));
    var row = stream.add(article("b", "tolvika.example", "Ferry aground", glued, "09:00"));

    assertThat(row.kind()).isEqualTo(Copy.Kind.VERBATIM);
    assertThat(row.inOrigin()).isEqualTo(1);
  }

  @Test
  void aLateOriginTakesItsPlaceAndTheGroupKeepsItsId() {
    String credited = "(Northern Wire) " + REPORT;
    stream.add(article("copy", "tolvika.example", "Ferry aground", credited, "08:30"));
    stream.add(article("wire", "northernwire.example", "Ferry aground", REPORT, "09:00"));

    var rows = stream.settled();
    assertThat(rows.get(0).origin()).isEqualTo(ArticleId.of("wire"));
    assertThat(rows.get(1).origin()).isNull();
    assertThat(rows.get(1).group()).isEqualTo(ArticleId.of("copy"));
  }

  @Test
  void aCreditedOutletWeNeverFetchedIsNamed() {
    var row =
        stream.add(article("a", "tolvika.example", "Ferry", "(Northern Wire) " + REPORT, "08:30"));

    assertThat(row.kind()).isEqualTo(Copy.Kind.ORIGINAL);
    assertThat(row.origins()).singleElement().extracting(Copy.Origin::article).isNull();
    assertThat(row.origins().get(0).name()).isEqualTo("Northern Wire");
  }

  @Test
  void whatASitePrintsUnderEveryArticleIsNoCopy() {
    String glue =
        "\n\nThis site wants to show you the best of the coast every day of the year, and for that "
            + "it needs your consent to store small files on the device you are reading with.";
    stream.add(
        article(
            "a",
            "x.example",
            "Bees",
            "A swarm settled on the town hall of Vinterby." + glue,
            "08:00"));
    stream.add(
        article(
            "b",
            "x.example",
            "Chess",
            "Egon Lomax won the chess cup in Sarnholm." + glue,
            "08:10"));
    stream.add(
        article("c", "x.example", "Tram", "The tram to Umberfeld gets new seats." + glue, "08:20"));
    stream.add(
        article("d", "x.example", "Snow", "Snow fell on the hills above Tolvika." + glue, "08:30"));

    assertThat(stream.settled()).extracting(Copy::kind).containsOnly(Copy.Kind.ORIGINAL);
  }

  private static Article article(
      String id, String outlet, String title, String text, @Nullable String time) {
    var at = OffsetDateTime.parse("2026-03-02T" + time + ":00Z");
    Instant seen = at.toInstant().plusSeconds(30);
    return Article.of(
        ArticleId.of(id),
        "https://" + outlet + "/" + id,
        outlet,
        title,
        text,
        "en",
        new Stated(at, false),
        seen);
  }
}
