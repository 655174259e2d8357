package org.skep.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.StoryChange;

class StoriesTest {
  private static final String FERRY =
      "A ferry with 214 people on board ran aground off Quillport on Monday. Captain Ada Holmgaard "
          + "said the engines of the Sea Lomax had failed. Tugs from Rosendam came at noon.";

  private final Stories stories = new Stories();
  private final StoryIndex index = new StoryIndex();
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void aJoinGivesItsReasons() {
    arrive("a", FERRY);

    assertThat(arrive("b", FERRY).get(0))
        .isInstanceOfSatisfying(
            StoryChange.Joined.class,
            joined -> {
              assertThat(joined.story()).isEqualTo(ArticleId.of("a"));
              assertThat(joined.reasons())
                  .anyMatch(reason -> reason.contains("Captain Ada Holmgaard"));
            });
  }

  @Test
  void anArticleAUserTookOutStaysOutForEver() {
    arrive("a", FERRY);
    arrive("b", FERRY);
    long story = ArticleId.of("a");

    var changes = stories.correct(index, new Correction.NotThisStory(ArticleId.of("b"), story));
    stories.settle(index);

    assertThat(changes)
        .containsExactly(
            new StoryChange.Left(story, ArticleId.of("b")),
            new StoryChange.Opened(ArticleId.of("b"), ArticleId.of("b")));
    assertThat(index.find(ArticleId.of("b"))).isNotSameAs(index.find(ArticleId.of("a")));
  }

  @Test
  void theFirstArticleTakenOutGetsAStoryOfAnotherId() {
    arrive("a", FERRY);
    arrive("b", FERRY);

    var changes = stories.correct(index, new Correction.SplitStory(ArticleId.of("a")));

    assertThat(changes.get(1).story()).isNotEqualTo(ArticleId.of("a"));
    assertThat(index.find(ArticleId.of("b"))).extracting(Story::id).isEqualTo(ArticleId.of("a"));
  }

  @Test
  void storiesAUserPutTogetherKeepTheOlderId() {
    arrive("a", FERRY);
    arrive("z", "Egon Mirador won the chess cup of Vinterby in 31 moves against Dora Kestrel.");

    var changes =
        stories.correct(index, new Correction.MergeStories(ArticleId.of("z"), ArticleId.of("a")));
    stories.settle(index);

    assertThat(changes).singleElement().extracting(StoryChange::story).isEqualTo(ArticleId.of("a"));
    assertThat(index.find(ArticleId.of("z"))).isSameAs(index.find(ArticleId.of("a")));
  }

  @Test
  void aPurgedArticleLeavesAndItsStoryStays() {
    arrive("a", FERRY);
    arrive("b", FERRY);

    assertThat(stories.purge(index, ArticleId.of("a")))
        .containsExactly(new StoryChange.Left(ArticleId.of("a"), ArticleId.of("a")));
    assertThat(arrive("c", FERRY).get(0).story()).isEqualTo(ArticleId.of("a"));
  }

  @Test
  void aCorrectionReachesAStoryThatIsNoLongerLive() {
    arrive("a", FERRY);
    arrive("b", FERRY);
    later(30);

    var changes =
        stories.correct(index, new Correction.NotThisStory(ArticleId.of("b"), ArticleId.of("a")));

    assertThat(changes)
        .containsExactly(
            new StoryChange.Left(ArticleId.of("a"), ArticleId.of("b")),
            new StoryChange.Opened(ArticleId.of("b"), ArticleId.of("b")));
  }

  @Test
  void theFirstArticleOfARetiredStoryLeavesItUnderAnotherId() {
    arrive("a", FERRY);
    later(30);

    var changes =
        stories.correct(index, new Correction.NotThisStory(ArticleId.of("a"), ArticleId.of("a")));

    assertThat(changes.getLast().story()).isNotEqualTo(ArticleId.of("a"));
  }

  @Test
  void aLiveStoryPutToARetiredOneGoesOnUnderTheOlderId() {
    arrive("a", FERRY);
    later(30);
    arrive("z", "Egon Mirador won the chess cup of Vinterby in 31 moves against Dora Kestrel.");

    var changes =
        stories.correct(index, new Correction.MergeStories(ArticleId.of("z"), ArticleId.of("a")));

    assertThat(changes).singleElement().extracting(StoryChange::story).isEqualTo(ArticleId.of("a"));
    assertThat(index.find(ArticleId.of("z"))).extracting(Story::id).isEqualTo(ArticleId.of("a"));
  }

  @Test
  void twoRetiredStoriesAreOneFromNowOn() {
    arrive("a", FERRY);
    arrive("z", "Egon Mirador won the chess cup of Vinterby in 31 moves against Dora Kestrel.");
    later(30);

    stories.correct(index, new Correction.MergeStories(ArticleId.of("a"), ArticleId.of("z")));

    assertThat(index.resolve(ArticleId.of("z"))).isEqualTo(ArticleId.of("a"));
  }

  @Test
  void storiesARebuildDrewOtherwiseStayApartWhenAUserSaidSo() {
    arrive("a", FERRY);
    arrive("b", FERRY);
    arrive("z", "Egon Mirador won the chess cup of Vinterby in 31 moves against Dora Kestrel.");

    stories.correct(index, new Correction.NotThisStory(ArticleId.of("z"), ArticleId.of("b")));

    assertThat(index.apart(story("z"), story("a"))).isTrue();
  }

  @Test
  void aReportThatFitsTwoStoriesPutsThemTogether() {
    arrive("a", FERRY);
    broken("b", FERRY);
    stories.settle(index);
    assertThat(story("b")).isNotSameAs(story("a"));

    arrive("c", FERRY);
    stories.settle(index);

    assertThat(story("b")).isSameAs(story("a"));
  }

  @Test
  void aStoryOfManyReportsIsLookedAtAgainWhenItHasGrownByAnEighth() {
    arrive("a", FERRY);
    var story = story("a");
    assertThat(story.hasGrown()).isTrue();

    story.reviewed = 80;
    story.reports = 90;
    assertThat(story.hasGrown()).isFalse();
    story.reports = 92;
    assertThat(story.hasGrown()).isTrue();
  }

  @Test
  void aStoryWithoutNewsForTwoWeeksRetires() {
    arrive("a", FERRY);
    later(15);

    assertThat(index.find(ArticleId.of("a"))).isNull();
  }

  private Story story(String article) {
    return Objects.requireNonNull(index.find(ArticleId.of(article)));
  }

  /** Something else happens so many days later. */
  private void later(int days) {
    now = now.plus(Duration.ofDays(days));
    arrive("later " + days, "Snow closed the pass of Hochgrat; nine lorries wait for the plough.");
  }

  /** A story of its own for the article, whatever it is about. */
  private void broken(String id, String text) {
    var features = stories.features(article(id, text));
    var story = index.open(features.article(), features.language(), features.seconds());
    story.report(index.lookup(features).report().sample());
    index.settleIn(story, features.article());
    index.changed(story);
  }

  private Article article(String id, String text) {
    return Article.of(
        ArticleId.of(id),
        "https://" + id.replace(' ', '-') + ".example/",
        id + ".example",
        text.substring(0, text.indexOf('.')),
        text,
        "en",
        null,
        now);
  }

  private List<StoryChange> arrive(String id, String text) {
    var article = article(id, text);
    var features = stories.features(article);
    var copy = Copy.original(article.id(), article.id(), List.of());
    return stories.apply(index, stories.decide(features, copy, index.lookup(features)));
  }
}
