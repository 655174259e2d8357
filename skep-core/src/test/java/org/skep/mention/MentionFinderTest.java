package org.skep.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.Mention;

/** Names, and what is counted and dated. All articles appear on Saturday, 21 November 2026. */
class MentionFinderTest {
  private final MentionFinder finder = new MentionFinder();

  @Test
  void whatIsCountedComparesWhateverItsAdjectives() {
    assertThat(facts("It was their sixth known phone call this year.", "en"))
        .containsExactly("ordinal 6 phone call: sixth known phone call");
    assertThat(facts("They held at least six official phone calls.", "en"))
        .containsExactly("count >=6 phone call: at least six official phone calls");
  }

  @Test
  void deadAndInjuredAreKnownByManyWords() {
    assertThat(facts("Twelve people were killed and nearly 30 wounded.", "en"))
        .containsExactly("count 12 dead: Twelve people", "count ~30 injured: nearly 30 wounded");
    assertThat(facts("Mindestens zwölf Menschen wurden getötet.", "de"))
        .containsExactly("count >=12 dead: Mindestens zwölf Menschen");
    assertThat(facts("Quinze blessés ont été soignés.", "fr"))
        .containsExactly("count 15 injured: Quinze blessés");
  }

  @Test
  void aPartOfThemIsNotHowManyTheyAre() {
    assertThat(facts("She said that two of the injured were in a serious condition.", "en"))
        .isEmpty();
    assertThat(facts("Zwei der Verletzten schweben in Lebensgefahr.", "de")).isEmpty();
    assertThat(facts("Deux des blessés sont dans un état grave.", "fr")).isEmpty();
    assertThat(facts("Dos de los heridos siguen graves.", "es")).isEmpty();
    assertThat(facts("Four of the 90 passengers were injured.", "en"))
        .containsExactly("count 4 injured: Four", "count 90 passenger: 90 passengers");
  }

  @Test
  void durationsAndAmountsAreNormalised() {
    assertThat(facts("He would end it within 24 hours for $1.6 million.", "en"))
        .containsExactly("duration PT24H : 24 hours", "amount 1600000 USD : $1.6 million");
  }

  @Test
  void tensInWordsAreWhatTheySay() {
    assertThat(facts("It took twenty days, thirty days, fifty days, ninety days.", "en"))
        .extracting(fact -> fact.split(" ")[1])
        .containsExactly("P20D", "P30D", "P50D", "P90D");
    assertThat(facts("Es dauerte zwanzig Tage, dreißig Tage, achtzig Tage.", "de"))
        .extracting(fact -> fact.split(" ")[1])
        .containsExactly("P20D", "P30D", "P80D");
  }

  @Test
  void weekdaysLookBackFromTheArticlesDay() {
    assertThat(facts("She arrived on Thursday.", "en"))
        .containsExactly("date 2026-11-19 : Thursday");
    assertThat(facts("Am Samstag kam sie an, gestern nicht.", "de"))
        .containsExactly("date 2026-11-21 : Samstag", "date 2026-11-20 : gestern");
  }

  @Test
  void howOftenSomethingHappenedIsAnOrdinal() {
    assertThat(facts("The pump failed for the third time this week.", "en"))
        .containsExactly("ordinal 3 time: third time");
    assertThat(facts("Die Pumpe fiel zum dritten Mal in dieser Woche aus.", "de"))
        .containsExactly("ordinal 3 mal: dritten Mal");
    assertThat(facts("La pompe est tombée en panne pour la troisième fois.", "fr"))
        .containsExactly("ordinal 3 fois: troisième fois");
  }

  @Test
  void placesNumbersAndDaysAreMentions() {
    var article =
        article(
            "At least six boats capsized near Quillport on Thursday, the second storm since May.",
            "en");

    assertThat(finder.find(article).mentions())
        .extracting(mention -> mention.kind() + " " + mention.key())
        .containsExactly(
            "NUMBER >=6 boat", "PLACE quillport", "DATE 2026-11-19", "ORDINAL 2 storm");
  }

  @Test
  void aNameStandsApartFromItsTitleAndOffice() {
    assertThat(names("Interior minister Samuel Adeyemi met President Moreau and Ms. Berg."))
        .contains("Samuel Adeyemi PERSON", "Moreau PERSON", "Berg PERSON");
  }

  @Test
  void aWordIsNoNameForOpeningASentence() {
    assertThat(names("Nobody came. Yesterday it rained. However, the Ledger knew."))
        .containsExactly("Ledger ORGANIZATION");
  }

  private List<String> facts(String text, String language) {
    return finder.find(article(text, language)).facts().stream()
        .map(f -> f.kind().label() + " " + f.value() + " " + f.about() + ": " + f.text())
        .toList();
  }

  private List<String> names(String text) {
    return finder.find(article(text, "en")).mentions().stream()
        .filter(m -> m.kind().compareTo(Mention.Kind.NAME) <= 0)
        .map(m -> m.text() + " " + m.kind())
        .toList();
  }

  private static Article article(String text, String language) {
    return Article.of(
        1,
        "https://a.example/1",
        "a.example",
        "T",
        text,
        language,
        null,
        Instant.parse("2026-11-21T12:00:00Z"));
  }
}
