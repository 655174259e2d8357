package org.skep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.skep.model.Analysis;
import org.skep.model.Copy;
import org.skep.model.Quote;
import org.skep.store.FeedRow;
import org.skep.store.Tx;

/**
 * The demo press read through everything that is there: real HTTP, feeds, sitemap, pages, store,
 * log, sequencer, index. What comes out is compared with the truth beside the texts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoEndToEndTest {
  private RunningDemo program;
  private TruthScore score;
  private final Map<Long, String> ids = new HashMap<>();
  private List<DemoArticle> published = List.of();

  @BeforeAll
  void readThePress(@TempDir Path directory) throws Exception {
    program = new RunningDemo(directory);
    program.readThePress();
    published =
        program.press.world().articles().stream()
            .filter(article -> !article.id().equals("kell-call/wire-3"))
            .toList();
    published.forEach(article -> ids.put(id(article), article.id()));
    score = new TruthScore(published, program.store.read(this::answers));
    Truths.report("end to end", score);
  }

  @AfterAll
  void stop() {
    program.close();
  }

  @Test
  void everyArticleOfThePressIsInTheStore() {
    var missing =
        published.stream()
            .filter(article -> program.store.read(tx -> tx.articles().find(id(article))).isEmpty())
            .map(DemoArticle::id)
            .toList();
    assertThat(missing).hasSizeLessThanOrEqualTo(Truths.MISSING_MAX);
  }

  @Test
  void theTextIsWhatWasWritten() {
    assertThat(score.extraction().of("recall")).isGreaterThanOrEqualTo(Truths.TEXT_RECALL);
    assertThat(score.extraction().of("precision")).isGreaterThanOrEqualTo(Truths.TEXT_PRECISION);
  }

  @Test
  void storiesHoldWhatBelongsTogetherAndNothingElse() {
    assertThat(score.stories(false).of("precision")).isEqualTo(1.0);
    assertThat(score.stories(false).of("recall")).isGreaterThanOrEqualTo(Truths.STORY_RECALL);
    assertThat(score.stories(true).of("precision")).isEqualTo(1.0);
  }

  @Test
  void copiesHaveTheirOriginsAndOriginalsStayOriginals() {
    assertThat(score.copies().of("origins")).isGreaterThanOrEqualTo(Truths.ORIGINS);
    assertThat(score.copies().of("originals")).isGreaterThanOrEqualTo(Truths.ORIGINALS);
  }

  @Test
  void statementsHaveTheirSpeakers() {
    assertThat(score.statements().of("found")).isGreaterThanOrEqualTo(Truths.STATEMENTS);
    assertThat(score.statements().of("speakers")).isGreaterThanOrEqualTo(Truths.SPEAKERS);
  }

  @Test
  void troubledFeedsSayWhatWasSeen() {
    assertThat(health("ostrel-courier.localhost", "culture.rss"))
        .contains("ends inside an entry", "2 entries were kept"); // after a 304 too
    assertThat(health("video.daily-flash.localhost", "latest.xml")).contains("429", "Retry-After");
    assertThat(health("newsheap.localhost", "sport/feed.xml"))
        .contains("not a feed", "NewsHeap Sport");
    assertThat(health("grauenfelser-tagblatt.localhost", "kultur/rss.rdf"))
        .contains("feuilleton.rdf");
  }

  @Test
  void entriesBeforeTheBreakAreKept() {
    var kept = program.store.read(tx -> tx.articles().find(id("only-here/courier-theatre")));

    assertThat(kept).isPresent();
  }

  @Test
  void theCorrectedArticleHasTwoRevisions() throws Exception {
    program.settle(2L * program.press.subscriptions().size() - 3, published.size() + 1);
    long id = id("quake-orsa/harbour-1");
    var titles =
        program.store.read(tx -> tx.articles().revisions(id)).stream()
            .map(revision -> revision.title())
            .toList();

    assertThat(titles)
        .containsExactlyInAnyOrder(
            "Twelve injured as earthquake cuts off villages in Almarán",
            "Fourteen injured as earthquake cuts off villages in Almarán");
  }

  private String health(String host, String path) {
    FeedRow feed =
        program.store.read(tx -> tx.feeds().all()).stream()
            .filter(row -> row.url().contains(host) && row.url().endsWith(path))
            .findFirst()
            .orElseThrow();
    return String.valueOf(feed.lastPoll()) + feed.schedule();
  }

  private Map<String, TruthScore.Answer> answers(Tx tx) {
    var answers = new HashMap<String, TruthScore.Answer>();
    for (DemoArticle article : published) {
      tx.articles()
          .analysis(id(article))
          .ifPresent(analysis -> answers.put(article.id(), answer(tx, analysis)));
    }
    return answers;
  }

  private TruthScore.Answer answer(Tx tx, Analysis analysis) {
    long id = analysis.article().id();
    Copy copy = tx.copies().find(id).orElse(null);
    long story = tx.stories().member(id).map(member -> member.story()).orElse(id);
    long group = tx.stories().find(story).map(row -> row.group()).orElse(story);
    return new TruthScore.Answer(
        analysis.article().text(),
        story,
        group,
        copy == null ? null : copy.kind(),
        copy == null
            ? List.of()
            : copy.origins().stream()
                .map(Copy.Origin::article)
                .filter(Objects::nonNull)
                .map(origin -> ids.getOrDefault(origin, "?"))
                .toList(),
        analysis.quotes().stream().map(quote -> statement(tx, analysis, quote)).toList());
  }

  private TruthScore.Statement statement(Tx tx, Analysis analysis, Quote quote) {
    Quote outer = quote.within() < 0 ? null : analysis.quotes().get(quote.within());
    return new TruthScore.Statement(
        quote.words(analysis.article().text()),
        canonical(tx, analysis, quote.speaker()),
        outer == null ? null : canonical(tx, analysis, outer.speaker()));
  }

  private static @Nullable String canonical(Tx tx, Analysis analysis, @Nullable String speaker) {
    Long person =
        speaker == null ? null : tx.persons().ofArticle(analysis.article().id()).get(speaker);
    return person == null
        ? speaker
        : tx.persons()
            .find(tx.persons().resolve(person))
            .map(row -> row.person().name())
            .orElse(speaker);
  }

  private long id(String article) {
    return id(program.press.world().article(article));
  }

  private long id(DemoArticle article) {
    return program.id(article);
  }
}
