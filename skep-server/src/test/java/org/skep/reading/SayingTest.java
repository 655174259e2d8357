package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.Pipeline;
import org.skep.model.Article;

class SayingTest {
  private final Pipeline pipeline = new Pipeline();

  @Test
  void aDenialIsPrintedWithItsVerb() {
    assertThat(openings("Ada Lund denied that the call had brought any progress."))
        .containsExactly("denied");
    assertThat(openings("Ada Lund did not say whether the ferry would sail."))
        .containsExactly("did not say");
  }

  @Test
  void whatTellsWhoTheSpeakerIsIsNoPartOfIt() {
    assertThat(openings("Ada Lund, the city's engineer, told reporters that the ferry would sail."))
        .containsExactly("told reporters");
  }

  @Test
  void directWordsAndACueThatFollowsNeedNoOpening() {
    assertThat(openings("“The ferry will sail on Monday,” said Ada Lund.")).containsExactly("");
    assertThat(openings("The ferry will sail on Monday, Ada Lund said.")).containsExactly("");
  }

  private List<String> openings(String text) {
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", text, "en", null, Instant.EPOCH);
    return pipeline.analyse(article).quotes().stream()
        .map(quote -> Saying.opening(text, quote))
        .toList();
  }
}
