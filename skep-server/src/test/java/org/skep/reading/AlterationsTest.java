package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skep.CopyStream;
import org.skep.model.Article;
import org.skep.model.Copy;

/** What a copy changed, as the copies stage found it, in the words of both. */
class AlterationsTest {
  private static final String WIRE =
      """
      Dock workers in Varenholm walked out on Monday after talks over night shifts broke down.

      Some 340 ships wait off the harbour for a berth, the port authority of Varenholm said.

      “We have no room at all for another hull,” said Ida Voss, who runs the eastern quay.

      The strike is the third this spring, and both sides meet again before the ministry on Friday.
      """;
  private static final String POST =
      WIRE.replace("340", "430").replace("no room at all for", "little room left for");

  @Test
  void aChangedNumberAndAChangedQuoteAreShownInBothWordings() {
    Copy copy = copy(POST);

    assertThat(Alterations.of(copy, POST, WIRE))
        .extracting(CopyView.Alteration::what, CopyView.Alteration::was, CopyView.Alteration::now)
        .containsExactly(
            tuple(Copy.Alteration.What.NUMBER, "340", "430"),
            tuple(
                Copy.Alteration.What.QUOTE,
                "We have no room at all for another hull",
                "We have little room left for another hull"));
    assertThat(Alterations.of(copy, POST, WIRE))
        .allSatisfy(changed ->
            assertThat(POST.substring(changed.begin(), changed.end())).isEqualTo(changed.now()));
  }

  @Test
  void otherMarksAndSpacesAreNoChange() {
    String post = WIRE.replace("down.", "down!").replace("“", "\"").replace("”", "\"");

    assertThat(Alterations.of(copy(post), post, WIRE)).isEmpty();
  }

  @Test
  void whatLiesOutsideATextThatWasCutShorterIsNotShown() {
    assertThat(Alterations.of(copy(POST), POST.substring(0, 60), WIRE)).isEmpty();
  }

  private static Copy copy(String text) {
    var stream = new CopyStream();
    stream.add(article(1, "wire.example", WIRE));
    Copy copy = stream.add(article(2, "post.example", text));
    assertThat(copy.origin()).isEqualTo(1);
    return copy;
  }

  private static Article article(long id, String outlet, String text) {
    var seen = Instant.parse("2026-03-02T08:00:00Z").plusSeconds(id * 3600);
    String url = "https://" + outlet + "/" + id;
    return Article.of(id, url, outlet, "Dock strike", text, "en", null, seen);
  }
}
