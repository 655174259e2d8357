package org.skep.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;

/** Quotes whose speaker stands in another sentence, or beside them without a verb of saying. */
class WordsBesideQuotesTest {
  private final QuoteFinder finder = new QuoteFinder();

  @Test
  void aSentenceMaySayOnlyWhoseTheWordsBeforeItWere() {
    assertThat(
            said("de", "„Die Brücke trägt keinen Lastwagen mehr.“ Das sagte Jana Voss am Montag."))
        .containsExactly("Jana Voss: „Die Brücke trägt keinen Lastwagen mehr.“");
    assertThat(said("es", "El puente cerrará en mayo. Así lo dijo Clara Moreno el lunes."))
        .containsExactly("Clara Moreno: El puente cerrará en mayo");
  }

  @Test
  void aSentenceThatDeniesOrSaysMoreDoesNotPointBack() {
    assertThat(said("de", "Die Brücke ist zu. Das sagte Jana Voss nicht.")).isEmpty();
  }

  @Test
  void wordsThatPointBackTakeThemFromWhoeverWasGuessed() {
    assertThat(
            said(
                "de",
                "Uwe Brandt war dabei. „Die Brücke trägt keinen Lastwagen mehr.“ Das sagte Jana"
                    + " Voss am Montag."))
        .containsExactly("Jana Voss: „Die Brücke trägt keinen Lastwagen mehr.“");
  }

  @Test
  void whoeverStandsBehindForIsWhoseViewItIs() {
    assertThat(said("de", "Für Jana Voss ist der Umbau „ein sehr teurer Fehler“."))
        .containsExactly("Jana Voss: „ein sehr teurer Fehler“");
  }

  @Test
  void aVerbOfSayingWithoutSubjectGoesOnAboutWhoeverCameUp() {
    String text = "Clara Moreno dirige la escuela. «Nadie nos ha preguntado nada», dice.";

    assertThat(said("es", text)).containsExactly("Clara Moreno: «Nadie nos ha preguntado nada»");
    assertThat(quotedSource("es", text)).isEqualTo("Clara Moreno");
  }

  @Test
  void nobodySpeaksWhereNobodyCameUp() {
    assertThat(said("es", "El agua llegó a las casas. «Nadie nos ha preguntado nada», dice."))
        .allMatch(quote -> quote.startsWith("null: "));
  }

  @Test
  void aNounOfSayingMayNameWhoseTheWordsWere() {
    assertThat(said("en", "“We were wrong.” The admission came from the mayor, Dora Quist."))
        .containsExactly("Dora Quist: “We were wrong.”");
    assertThat(said("en", "The warning came from the fire chief, Tom Averill: “It may collapse.”"))
        .containsExactly("Tom Averill: “It may collapse.”");
    assertThat(said("en", "“Absolutely not,” was the reply from Dora Quist."))
        .containsExactly("Dora Quist: “Absolutely not,”");
  }

  @Test
  void anAnswerThatDidSomethingElseNamesNobody() {
    assertThat(said("en", "“We were wrong.” The admission of Dora Quist surprised the council."))
        .noneMatch(quote -> quote.startsWith("Dora Quist"));
  }

  @Test
  void aVerbMayTellWhichOfTwoSpeaks() {
    String both = "W radzie zasiadają Anna Wilk i Jan Mazur. ";

    assertThat(said("pl", both + "„Nie poprę tego budżetu” – powiedziała w radiu."))
        .containsExactly("Anna Wilk: „Nie poprę tego budżetu”");
    assertThat(said("pl", both + "„Nie poprę tego budżetu” – powiedział w radiu."))
        .containsExactly("Jan Mazur: „Nie poprę tego budżetu”");
  }

  @Test
  void aReportWithoutSubjectGoesOnAboutTheLastSpeaker() {
    assertThat(
            said(
                "es",
                "Clara Moreno explicó que el puente cerrará en mayo. Añadió que nadie preguntó a"
                    + " los vecinos."))
        .containsExactly(
            "Clara Moreno: que el puente cerrará en mayo",
            "Clara Moreno: que nadie preguntó a los vecinos");
  }

  @Test
  void aQuotationLeftOpenBelongsToWhoeverIsNamedAfterItsRest() {
    assertThat(
            said(
                "en",
                "“There were five of us in the boat. It was dark.\n\n“Nobody spoke,” said Dora"
                    + " Quist."))
        .containsExactly(
            "Dora Quist: “There were five of us in the boat. It was dark. “Nobody spoke,”");
  }

  private String quotedSource(String language, String text) {
    return finder.find(article(language, text)).quotes().getFirst().source().getFirst().of(text);
  }

  private List<String> said(String language, String text) {
    return finder.find(article(language, text)).quotes().stream()
        .map(quote -> quote.speaker() + ": " + quote.words(text))
        .toList();
  }

  private static Article article(String language, String text) {
    return Article.of(
        1, "https://a.example/1", "a.example", "T", text, language, null, Instant.EPOCH);
  }
}
