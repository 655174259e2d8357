package org.skep.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;

/**
 * Whose words a quotation is that nobody is named beside: those of whom the sentence before was
 * about. How sure that is, and whether it is shown, is another question; these are candidates.
 */
class TopicsTest {
  private final QuoteFinder finder = new QuoteFinder();

  @Test
  void aSentenceAboutSomebodyOpensWordsOfHers() {
    assertThat(said("en", "Dora Quist was blunt. “Nobody asked the people of Arlen.”"))
        .contains("Dora Quist: “Nobody asked the people of Arlen.”");
    assertThat(said("de", "Die Richterin Ute Brandt war krank. „Es geht mir wieder gut.“"))
        .contains("Ute Brandt: „Es geht mir wieder gut.“");
  }

  @Test
  void aPronounIsWhoeverItMeans() {
    assertThat(
            said(
                "en",
                "Mrs. Dora Quist left the hall late. She was blunt. “Nobody asked the people of"
                    + " Arlen.”"))
        .contains("Dora Quist: “Nobody asked the people of Arlen.”");
  }

  @Test
  void theSentenceBeforeCountsAndNotTheFirst() {
    assertThat(
            said(
                "en",
                "Dora Quist opened the meeting. Tom Averill was blunt. “Nobody asked us about"
                    + " it.”"))
        .contains("Tom Averill: “Nobody asked us about it.”");
    assertThat(
            said(
                "es",
                "Rosa Vidal abrió la sesión. Clara Moreno dirige la escuela. «Nadie nos ha"
                    + " preguntado nada», dice."))
        .contains("Clara Moreno: «Nadie nos ha preguntado nada»");
  }

  @Test
  void whatAThingDidOpensNobodysWords() {
    assertThat(said("es", "El puente cerró en mayo. «Nadie nos ha preguntado nada», dice."))
        .allMatch(quote -> quote.startsWith("null: "));
  }

  @Test
  void aSentenceAboutAThingEndsWhatIsSpokenOf() {
    assertThat(
            said(
                "pl", "Anna Wilk prowadzi szkołę.\n\nWoda opadła.\n\n„Nikt nas nie pytał” – mówi."))
        .noneMatch(quote -> quote.startsWith("Anna Wilk"));
  }

  private List<String> said(String language, String text) {
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", text, language, null, Instant.EPOCH);
    return finder.candidates(article).stream()
        .map(candidate -> candidate.quote().speaker() + ": " + candidate.quote().words(text))
        .toList();
  }
}
