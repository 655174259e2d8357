package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.store.Articles.NOON;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.Pipeline;
import org.skep.model.Account;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Correction;
import org.skep.model.Correction.Mute.What;
import org.skep.store.Arriving;
import org.skep.store.Store;
import org.skep.store.StoryRow;
import org.skep.store.TestClock;
import org.skep.store.UserRows;
import org.skep.store.UserRows.Mute;

/** What users asked for, and what follows from the stories, stands after a rebuild as before. */
class RebuildTest {
  private static final String GAZETTE = "https://gazette.example/ferry";
  private static final String HERALD = "https://herald.example/ferry";

  @TempDir private Path directory;
  private final Pipeline pipeline = new Pipeline();
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(directory, new TestClock("2026-03-02T12:00:00Z"));
    arrive(
        GAZETTE,
        "Ferry Tern runs aground off Norden",
        "The ferry Tern ran aground off Norden on Monday morning. Twelve people were injured"
            + " when the ferry Tern hit the rocks, the harbour master Jon Berg said.");
    arrive(
        HERALD,
        "Tern ferry aground near Norden, many hurt",
        "The ferry Tern has run aground near Norden. Harbour master Jon Berg was on the quay."
            + " Nineteen people were injured on the ferry Tern, the clinic in Norden reported.");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void mutesAreObeyedAndTakenBack() {
    long story = ArticleId.of(GAZETTE);
    long article = ArticleId.of(HERALD);
    correct(new Correction.Mute(UserRows.READER, What.STORY, story, true));
    correct(new Correction.Mute(UserRows.READER, What.ARTICLE, article, true));
    correct(new Correction.Mute(UserRows.READER, What.STORY, story, false));
    correct(new Correction.Mute(99, What.STORY, story, true)); // nobody of that number

    derive();
    List<Mute> before = mutes();
    store.change(tx -> tx.derived().clear(Pipeline.VERSION));
    assertThat(mutes()).isEmpty();
    derive();

    assertThat(mutes())
        .isEqualTo(before)
        .containsExactly(new Mute(Mute.Kind.ARTICLE, "" + article));
  }

  @Test
  void accountsAreComparedWhenAStoryChangesAndAgainInARebuild() {
    correct(new Correction.MergeStories(ArticleId.of(GAZETTE), ArticleId.of(HERALD)));
    derive();
    long story = store.read(tx -> tx.stories().resolve(ArticleId.of(GAZETTE)));
    List<Account> accounts = store.read(tx -> tx.accounts().ofStory(story));
    assertThat(accounts)
        .anySatisfy(account -> {
          assertThat(account.kind()).isEqualTo(Account.Kind.NUMBER);
          assertThat(account.sides())
              .extracting(Account.Side::says)
              .contains("Twelve people", "Nineteen people");
        });

    store.change(tx -> tx.derived().clear(Pipeline.VERSION));
    assertThat(accounts(story)).isEmpty();
    derive();
    assertThat(accounts(story)).isEqualTo(accounts);
  }

  @Test
  void aLinkAcrossLanguagesAUserCutStaysCut() {
    String zeitung = "https://zeitung.example/ferry";
    arrive(
        zeitung,
        "Fähre Tern läuft vor Norden auf Grund",
        "Die Fähre Tern ist am Montag vor Norden auf Grund gelaufen, sagte Hafenmeister Jon Berg.",
        "de");
    correct(new Correction.MergeStories(ArticleId.of(GAZETTE), ArticleId.of(HERALD)));
    long english = ArticleId.of(GAZETTE);
    long german = ArticleId.of(zeitung);
    List<Long> linked = Stream.of(english, german).sorted().toList();
    for (int n = 0; n < 40; n++) { // a story is looked at again after others came
      arrive("https://a" + n + ".example/", "Choir number " + n, "A choir sang " + n + " songs.");
    }
    derive();
    assertThat(group(english)).isEqualTo(linked);

    correct(new Correction.CutLink(english, german));
    derive();
    assertThat(group(english)).containsExactly(english);
    assertThat(group(german)).containsExactly(german);

    store.change(tx -> tx.derived().clear(Pipeline.VERSION));
    derive();
    assertThat(group(english)).containsExactly(english);
  }

  private List<Long> group(long story) {
    return store.read(tx ->
        tx.stories().group(tx.stories().find(story).orElseThrow().group()).stream()
            .map(StoryRow::id)
            .sorted()
            .toList());
  }

  private List<Account> accounts(long story) {
    return store.read(tx -> tx.accounts().ofStory(story));
  }

  private List<Mute> mutes() {
    return store.read(tx -> tx.users().mutes(UserRows.READER));
  }

  private void derive() {
    var sequencer = new Sequencer(store, pipeline, Pipeline.VERSION);
    var comparison = new Comparison(store);
    sequencer.restore();
    while (sequencer.step(8) + comparison.step(8) > 0) {
      // until nothing is left
    }
  }

  private void correct(Correction correction) {
    store.change(tx -> tx.log().append(correction, NOON));
  }

  private void arrive(String url, String title, String text) {
    arrive(url, title, text, "en");
  }

  private void arrive(String url, String title, String text, String language) {
    String host = url.substring(8, url.indexOf('/', 8));
    Analysis analysis =
        pipeline.analyse(
            Article.of(ArticleId.of(url), url, host, title, text, language, null, NOON));
    store.change(tx -> tx.articles().arrive(Arriving.of(analysis, null), NOON));
  }
}
