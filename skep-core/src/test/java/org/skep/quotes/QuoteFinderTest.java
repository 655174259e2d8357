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
  void speechMayGoOnAfterItsSpeakerWithAConjunction() {
    assertThat(said("“I like the pier,” Marta Ellison said, but “nobody will walk on it.”"))
        .containsExactly("Marta Ellison: “I like the pier,” but “nobody will walk on it.”");
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

  @Test
  void aChainHasTwoSpeakers() {
    var quotes = find("Orla Brandt said that the envoy Piet Hamm told them the treaty was ready.");

    assertThat(quotes).extracting(Quote::speaker).containsExactly("Orla Brandt", "Piet Hamm");
    assertThat(quotes.get(1).within()).isZero();
    assertThat(quotes.get(1).confidence()).isLessThan(quotes.get(0).confidence());
  }

  @Test
  void speechInsideSpeechIsWithinIt() {
    var quotes = find("“The minister said that the ferry was full,” Lena Strand said.");

    assertThat(quotes).hasSize(2);
    assertThat(quotes.get(0).speaker()).isEqualTo("Lena Strand");
    assertThat(quotes.get(1).within()).isZero();
  }

  @Test
  void insideAQuotationSomebodyUnnamedReportsNothing() {
    assertThat(said("“He said it was late and he wants to leave Arlen early,” Lena Strand said."))
        .hasSize(1);
  }

  @Test
  void speechThatGoesOnAfterAnAbbreviationIsOneQuote() {
    assertThat(
            said(
                "“It seemed open to me,” said Lena Strand, 40, of Arlen, Fla. “The other plan is an"
                    + " old one and nobody liked it.”"))
        .containsExactly(
            "Lena Strand: “It seemed open to me,” “The other plan is an old one and nobody liked"
                + " it.”");
  }

  @Test
  void whatFollowsSpeechIsNoPartOfIt() {
    assertThat(said("Dora Quist said, “We will see,” when the council met on Monday."))
        .containsExactly("Dora Quist: “We will see,”");
  }

  @Test
  void aRelativeClauseEndsBeforeTheVerbOfItsOwner() {
    assertThat(
            said(
                "Tom Averill, who said last week that the pier was closed, issued a statement"
                    + " saying, “I do not know who has the key.”"))
        .contains("Tom Averill: “I do not know who has the key.”")
        .noneMatch(quote -> quote.contains("closed, issued"));
  }

  @Test
  void whoeverIsAskedAnswers() {
    assertThat(said("Asked whether the pier would open, Mrs. Quist shook her head and said, “No.”"))
        .contains("Quist: “No.”");
    assertThat(
            said("“Leave it as it is,” said retired engineer Tom Averill, asked about the pier."))
        .contains("Tom Averill: “Leave it as it is,”");
  }

  @Test
  void whoeverIsAskedDoesNotAsk() {
    assertThat(find("Tom Averill was asked, “What is the worst place you have been to?”"))
        .noneMatch(quote -> quote.confidence() > 0.5);
    assertThat(said("Tom Averill was told by Dora Quist that the pier was closed."))
        .allMatch(quote -> quote.startsWith("Dora Quist"));
  }

  @Test
  void anAsideNamesWhoeverIsDescribedBeforeIt() {
    assertThat(said("“It will hold,” the engineer, Marta Ellison, told the Arlen Post."))
        .containsExactly("Marta Ellison: “It will hold,”");
  }

  @Test
  void theNameOfAProgrammeIsNoSpeech() {
    assertThat(said("“It was late,” Dora Quist told the morning show “Inside Arlen” on Monday."))
        .containsExactly("Dora Quist: “It was late,”");
  }

  @Test
  void whatStandsBesideAReportedReportIsReportedToo() {
    var quotes =
        find(
            "The ministry confirmed that Ewan Pryce urged the mayor to stop the works “at once,”"
                + " while Dora Quist promised to reopen the bridge.");

    assertThat(quotes).hasSize(3);
    assertThat(quotes.get(1).within()).isZero();
    assertThat(quotes.get(2).within()).isZero();
  }

  @Test
  void aPromiseEndsBeforeWhatIsAdmittedOfIt() {
    assertThat(
            said(
                "Ewan Pryce vowed to open the bridge within two days – a promise he later admitted"
                    + " was exaggerated."))
        .contains("Ewan Pryce: to open the bridge within two days");
  }

  @Test
  void aNounMaySayWhatItsOwnerSaid() {
    assertThat(said("Tom Averill’s claim that the bridge had been checked was false."))
        .anyMatch(quote -> quote.startsWith("Tom Averill: that the bridge had been checked"));
  }

  @Test
  void aStatementSpeaksForWhoeverReleasedIt() {
    assertThat(said("Jo Karras released a statement on Monday saying the port was closed."))
        .containsExactly("Jo Karras: the port was closed");
  }

  @Test
  void aPlaceInTheOpeningIsNoSpeaker() {
    assertThat(
            said(
                "Speaking in Arlen, Northshire, Dora Quist praised the crew, saying they had"
                    + " saved the pier."))
        .contains("Dora Quist: they had saved the pier");
  }

  @Test
  void anAsideMayStandBetweenSpeakerAndVerb() {
    assertThat(said("“It will hold,” Graham Oke, a former pilot, told the Arlen Post."))
        .containsExactly("Graham Oke: “It will hold,”");
    assertThat(said("Sara Lund, 31, a baker, said the ovens were cold."))
        .containsExactly("Sara Lund: the ovens were cold");
  }

  @Test
  void whatIsCalledANameIsPartOfWhatIsSaid() {
    assertThat(said("Dora Quist called the new tariff a “tax on fog” last week."))
        .containsExactly("Dora Quist: the new tariff a “tax on fog” last week");
    assertThat(said("Dora Quist described the long talks as “short of sleep”."))
        .containsExactly("Dora Quist: “short of sleep”");
  }

  @Test
  void wordsAnnouncedWithAColonStandInTheNextParagraph() {
    assertThat(
            said(
                "After the storm in Arlen, mayor Dora Quist issued this message:\n\n"
                    + "“We will rebuild the pier by spring and keep it open.”"))
        .containsExactly("Dora Quist: “We will rebuild the pier by spring and keep it open.”");
  }

  private List<Quote> find(String text) {
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", text, "en", null, Instant.EPOCH);
    return finder.find(article).quotes();
  }

  private List<String> said(String text) {
    return find(text).stream().map(quote -> quote.speaker() + ": " + quote.words(text)).toList();
  }
}
