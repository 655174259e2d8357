package org.skep.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.Quote;

/** Who said what: the forms a quote takes in a newspaper, one by one. */
class QuoteFinderTest {
  private final QuoteFinder finder = new QuoteFinder();

  @Test
  void whoSpeaksStandsBeforeOrAfterTheVerb() {
    assertThat(said("“We will open on Monday,” said Marta Ellison."))
        .containsExactly("Marta Ellison: “We will open on Monday,”");
    assertThat(said("Marta Ellison said: “We will open on Monday.”"))
        .containsExactly("Marta Ellison: “We will open on Monday.”");
  }

  @Test
  void aQuoteSplitByItsSpeakerIsOneQuote() {
    assertThat(
            said("“The bridge is safe,” said Marta Ellison, the city’s engineer. “We will wait.”"))
        .containsExactly("Marta Ellison: “The bridge is safe,” “We will wait.”");
  }

  @Test
  void speechWithoutMarksIsItsThatClause() {
    assertThat(said("The Kremlin denied that any letter had been received."))
        .containsExactly("Kremlin: that any letter had been received");
  }

  @Test
  void aPersonReportingAnotherIsAQuoteWithinAQuote() {
    var quotes =
        find("Ewan Pryce said that the Central Bank had promised to keep rates unchanged.");

    assertThat(quotes).hasSize(2);
    assertThat(quotes.get(1).within()).isZero();
    assertThat(quotes.get(0).speaker()).isEqualTo("Ewan Pryce");
    assertThat(quotes.get(1).speaker()).isEqualTo("Central Bank");
  }

  private List<Quote> find(String text) {
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", text, "en", null, Instant.EPOCH);
    return finder.find(article, List.of()).quotes();
  }

  private List<String> said(String text) {
    return find(text).stream().map(quote -> quote.speaker() + ": " + quote.words(text)).toList();
  }
}
