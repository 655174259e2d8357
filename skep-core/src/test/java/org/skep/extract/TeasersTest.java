package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skep.html.Html;
import org.skep.model.Link;

class TeasersTest {
  private final Teasers teasers = new Teasers(Phrases.load());

  @Test
  void aTeaserGluedBeforeASentenceIsCutAtTheLink() {
    var result = cut("<p>Read more <a href='/w'>Why the weir broke</a>The board denied it.</p>");

    assertThat(result.text()).isEqualTo("The board denied it.");
    assertThat(result.pieces()).containsExactly("Read more Why the weir broke");
    assertThat(result.links()).containsExactly(new Link("Why the weir broke", "/w"));
  }

  @Test
  void aTeaserBehindASentenceIsCutFromItsLabelOn() {
    var result =
        cut("<p>The board denied it. <b>Read more:</b> <a href='/w'>Why the weir broke</a></p>");

    assertThat(result.text()).isEqualTo("The board denied it.");
  }

  @Test
  void aParagraphThatIsOneTeaserVanishes() {
    assertThat(cut("<p><a href='/w'>SEE ALSO: Why the weir broke</a></p>").text()).isEmpty();
    assertThat(cut("<p>Lire aussi : <a href='/w'>Pourquoi le barrage a cédé</a></p>").text())
        .isEmpty();
  }

  @Test
  void aReportersOwnReadMoreStays() {
    String own = "Read more books, the teacher told them, and fewer of these.";

    assertThat(cut("<p>" + own + "</p>").text()).isEqualTo(own);
  }

  @Test
  void aLinkInASentenceStays() {
    String sentence = "They could read more about the broken weir in the report.";

    assertThat(
            cut("<p>They could read more about <a href='/w'>the broken weir</a> in the report.</p>")
                .text())
        .isEqualTo(sentence);
  }

  @Test
  void aTitleWithoutALinkEndsWhereTheNextSentenceBeginsWithoutASpace() {
    assertThat(
            cut("<p>Read more Why McDonald left (VIDEO)The board of YouTube denied it on"
                    + " Monday.</p>")
                .text())
        .isEqualTo("The board of YouTube denied it on Monday.");
  }

  private Teasers.Result cut(String html) {
    return teasers.cut(BlockReader.read(Html.parse(html)).blocks().getFirst());
  }
}
