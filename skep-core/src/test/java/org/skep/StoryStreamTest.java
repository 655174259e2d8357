package org.skep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Stated;

class StoryStreamTest {
  private final StoryStream stream = new StoryStream();

  @Test
  void reportsOfOneEventInDifferentWordsAreOneStory() {
    var first =
        stream.add(
            article(
                "a",
                "Ferry runs aground off Quillport with 214 aboard",
                "A ferry with 214 people on board ran aground off Quillport on Monday morning. "
                    + "Captain Ada Holmgaard said the engines of the Sea Lomax had failed. "
                    + "Tugs from Rosendam reached the ship before noon.",
                "08:00"));
    var second =
        stream.add(
            article(
                "b",
                "Quillport ferry: 214 passengers wait for tugs",
                "The Sea Lomax, a ferry that links Quillport and Rosendam, lost its engines and "
                    + "hit a sandbank, captain Ada Holmgaard reported. All 214 people are safe.",
                "09:00"));

    assertThat(second.story()).isEqualTo(first.story());
  }

  @Test
  void theSameKindOfEventElsewhereIsAnotherStory() {
    var first =
        stream.add(
            article(
                "a",
                "Ferry runs aground off Quillport with 214 aboard",
                "A ferry with 214 people on board ran aground off Quillport on Monday morning. "
                    + "Captain Ada Holmgaard said the engines of the Sea Lomax had failed.",
                "08:00"));
    var second =
        stream.add(
            article(
                "b",
                "Ferry runs aground off Tolvika with 61 aboard",
                "A ferry with 61 people on board ran aground off Tolvika on Tuesday morning. "
                    + "Captain Egon Mirador said the rudder of the Blue Nagelund had broken.",
                "20:00"));

    assertThat(second.story()).isNotEqualTo(first.story());
  }

  private static Article article(String id, String title, String text, String time) {
    var at = OffsetDateTime.parse("2026-03-02T" + time + ":00Z");
    return Article.of(
        ArticleId.of(id),
        "https://x.example/" + id,
        id + ".example",
        title,
        text,
        "en",
        new Stated(at, false),
        at.toInstant().plusSeconds(60));
  }
}
