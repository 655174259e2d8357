package org.skep.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.mention.MentionFinder;
import org.skep.model.Account;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.quotes.QuoteFinder;

/** What a reader would call a difference, and what not. */
class AccountFinderTest {
  private final AccountFinder finder = new AccountFinder();
  private final QuoteFinder quotes = new QuoteFinder();
  private final MentionFinder mentions = new MentionFinder();
  private final List<Analysis> story = new ArrayList<>();

  @Test
  void oneSaysProgressTheOtherNone() {
    report("“We made no progress,” Marc Duval said after the call.");
    report("Yelena Orlova said the leaders made progress on the exchange of prisoners.");

    assertThat(differing())
        .containsExactly(
            "STATEMENT progress | Yelena Orlova: the leaders made progress on the exchange of"
                + " prisoners | Marc Duval: “We made no progress,”");
  }

  @Test
  void aTollThatGrowsIsDrift() {
    report("Twelve people were killed when the mine collapsed.");
    report("The mine collapse killed at least 14 people.");

    assertThat(differing())
        .containsExactly("DRIFT dead | outlet-1: Twelve people | outlet-2: at least 14 people");
  }

  @Test
  void aCallIsTheSixthOrTheFifth() {
    report("The leaders held their sixth known phone call this year, discussing prisoners.");
    report("The leaders discussed prisoners in their fifth phone call of the year.");

    assertThat(differing())
        .containsExactly(
            "NUMBER phone call | outlet-1: sixth known phone call"
                + " | outlet-2: fifth phone call");
  }

  @Test
  void aSixthKnownCallIsASixthCall() {
    report("It was the sixth known call between Mr Holm and Ms Brandt, his office said.");
    report("It was the fifth call between Ms Brandt and Mr Holm, her office said.");

    assertThat(differing())
        .containsExactly("NUMBER known call | outlet-1: sixth known call | outlet-2: fifth call");
  }

  @Test
  void aNumberOfAnotherMatterDoesNotHideADifference() {
    report("The ferry Halcyon carried 40 passengers when it ran aground off Quillport.");
    report("The ferry Halcyon carried 38 passengers when it ran aground off Quillport.");
    report("A bus to the airport had 12 passengers on board.");

    assertThat(differing())
        .containsExactly("NUMBER passenger | outlet-1: 40 passengers | outlet-2: 38 passengers");
  }

  @Test
  void someOfTheInjuredAreNoOtherCountOfThem() {
    report("Fourteen people were injured when the mine collapsed.");
    report("After the mine collapsed two of the injured were in a serious condition.");

    assertThat(differing()).isEmpty();
  }

  @Test
  void atLeastSixAndSevenAgree() {
    report("The leaders held at least six official phone calls about prisoners.");
    report("The leaders held seven official phone calls about prisoners.");

    assertThat(differing()).isEmpty();
  }

  @Test
  void differentThingsCountedDifferentlyAreNoConflict() {
    report("The company hired 300 workers in the north.");
    report("Some 80 workers of the harbour went on strike.");
    report("The team won the second quarter and lost the third quarter.");

    assertThat(differing()).isEmpty();
  }

  @Test
  void anOutletsOwnWordsAnswerAnother() {
    report("The talks on the Quillport fishing quota made progress on Monday.");
    report("The talks on the Quillport fishing quota made no progress.");
    report("The bakery's new bread is a success.");

    assertThat(differing())
        .containsExactly(
            "STATEMENT progress | outlet-1: The talks on the Quillport fishing quota made progress"
                + " on Monday. | outlet-2: The talks on the Quillport fishing quota made no"
                + " progress.");
  }

  @Test
  void progressOnOneThingAndNoneOnAnotherIsNoDifference() {
    report("The talks on the fishing quota made progress on Monday.");
    report("The bridge works made no progress.");

    assertThat(differing()).isEmpty();
  }

  @Test
  void aNumberAnOutletHasCorrectedSinceIsDrift() {
    report("The ferry Halcyon carried 40 passengers when it ran aground off Quillport.");
    report(
        "The ferry Halcyon carried 38 passengers when it ran aground off Quillport.", "outlet-1");

    assertThat(differing())
        .containsExactly("DRIFT passenger | outlet-1: 40 passengers | outlet-1: 38 passengers");
  }

  @Test
  void twoOutletsCountTheSamePassengersDifferently() {
    report("The ferry Halcyon carried 40 passengers when it ran aground off Quillport.");
    report("The ferry Halcyon carried 38 passengers when it ran aground off Quillport.");

    assertThat(differing())
        .containsExactly("NUMBER passenger | outlet-1: 40 passengers | outlet-2: 38 passengers");
  }

  private void report(String text) {
    report(text, "outlet-" + (story.size() + 1));
  }

  private void report(String text, String outlet) {
    int n = story.size() + 1;
    var article =
        Article.of(
            n,
            "https://" + n + ".example/",
            outlet,
            "T",
            text,
            "en",
            null,
            Instant.parse("2026-11-20T00:00:00Z").plusSeconds(n * 3600L));
    var found = quotes.find(article);
    story.add(
        new Analysis(
            article, List.of(), mentions.find(article).facts(), found.quotes(), found.speakers()));
  }

  private List<String> differing() {
    return finder.differing(story).stream().map(AccountFinderTest::line).toList();
  }

  private static String line(Account account) {
    var line = new StringBuilder(account.kind() + " " + account.about());
    account.sides().forEach(side -> line.append(" | " + side.by() + ": " + side.says()));
    return line.toString();
  }
}
