package org.skep.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.StoryChange;

/** Stories of one event in several languages, and the user who says that it is not one. */
class LinksTest {
  private static final String FERRY =
      "The ferry Lomax ran aground off Quillport. Captain Ada Holmgaard and 214 people wait there "
          + "for tugs from Rosendam.";
  private static final String FAEHRE =
      "Die Fähre Lomax ist vor Quillport gestrandet. Kapitänin Ada Holmgaard und 214 Menschen "
          + "warten dort auf Schlepper aus Rosendam.";
  private static final String FERRY_FR =
      "Le ferry Lomax a échoué devant Quillport. La capitaine Ada Holmgaard et 214 personnes y "
          + "attendent des remorqueurs de Rosendam.";

  private final Stories stories = new Stories();
  private StoryIndex index = new StoryIndex();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");

  @BeforeEach
  void oneEventInTwoLanguages() {
    arrive("en", FERRY, "en");
    arrive("de", FAEHRE, "de");
    stories.settle(index);
  }

  @Test
  void storiesOfOneEventShareAGroup() {
    assertThat(story("de").group).isEqualTo(story("en").group);
  }

  @Test
  void namesThatEachLanguageSpellsInItsOwnWayLinkToo() {
    arrive(
        "en name",
        "Shevchenko met Lukashenko in Gomel. Dmytro Shevchenko handed Viktor Lukashenko 312 letters "
            + "from the United States.",
        "en");
    arrive(
        "de name",
        "Schewtschenko traf Lukaschenko in Gomel. Dmytro Schewtschenko gab Viktor Lukaschenko 312 "
            + "Briefe, die Vereinigte Staaten als Absender trugen.",
        "de");
    stories.settle(index);

    assertThat(story("de name").group).isEqualTo(story("en name").group);
  }

  @Test
  void aLinkAUserCutStaysCutAndTheStoriesStayAsTheyAre() throws IOException {
    var changes =
        stories.correct(index, new Correction.CutLink(ArticleId.of("en"), ArticleId.of("de")));
    assertThat(changes)
        .containsExactly(new StoryChange.Grouped(ArticleId.of("de"), ArticleId.of("de")));

    index = copied(index);
    arrive("de 2", FAEHRE, "de");
    arrive("en 2", FERRY, "en");
    stories.settle(index);

    assertThat(story("en").members).contains(ArticleId.of("en"), ArticleId.of("en 2"));
    assertThat(story("de").members).contains(ArticleId.of("de"), ArticleId.of("de 2"));
    assertThat(story("de").group).isNotEqualTo(story("en").group);
  }

  @Test
  void theStoryItsGroupIsNamedAfterCanLeaveToo() {
    var changes =
        stories.correct(index, new Correction.CutLink(ArticleId.of("de"), ArticleId.of("en")));

    assertThat(changes)
        .containsExactly(new StoryChange.Grouped(ArticleId.of("de"), ArticleId.of("de")));
  }

  @Test
  void whatWasCutFromOneMayLinkToAThirdOnlyWithoutTheOther() {
    stories.correct(index, new Correction.CutLink(ArticleId.of("en"), ArticleId.of("de")));
    arrive("fr", FERRY_FR, "fr");
    stories.settle(index);

    assertThat(story("de").group).isNotEqualTo(story("en").group);
    assertThat(story("fr").group).isIn(story("de").group, story("en").group);
  }

  @Test
  void aStoryThatTookInTheCutOneIsNotLinkedEither() {
    arrive("z", "Egon Mirador gewann den Pokal von Vinterby in 31 Zügen gegen Dora Kestrel.", "de");
    stories.correct(index, new Correction.CutLink(ArticleId.of("en"), ArticleId.of("z")));
    stories.correct(index, new Correction.MergeStories(ArticleId.of("de"), ArticleId.of("z")));
    stories.settle(index);

    assertThat(story("de").group).isNotEqualTo(story("en").group);
  }

  @Test
  void aRetiredStoryLeavesForAGroupOfItsOwn() {
    now = now.plus(Duration.ofDays(30));
    arrive("later", "Snow closed the pass of Hochgrat; nine lorries wait for the plough.", "en");

    var changes =
        stories.correct(index, new Correction.CutLink(ArticleId.of("de"), ArticleId.of("en")));

    assertThat(changes)
        .singleElement()
        .isInstanceOfSatisfying(
            StoryChange.Grouped.class,
            grouped -> {
              assertThat(grouped.story()).isEqualTo(ArticleId.of("en"));
              assertThat(grouped.group()).isNotIn(ArticleId.of("en"), ArticleId.of("de"));
            });
  }

  private Story story(String article) {
    return Objects.requireNonNull(index.find(ArticleId.of(article)));
  }

  private static StoryIndex copied(StoryIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    index.snapshot(new DataOutputStream(bytes));
    return StoryIndex.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private void arrive(String id, String text, String language) {
    var article =
        Article.of(
            ArticleId.of(id),
            "https://" + id.replace(' ', '-') + ".example/",
            id + ".example",
            text.substring(0, text.indexOf('.')),
            text,
            language,
            null,
            now);
    var features = stories.features(article);
    var copy = Copy.original(article.id(), article.id(), List.of());
    stories.apply(index, stories.decide(features, copy, index.lookup(features)));
  }
}
