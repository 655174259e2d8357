package org.skep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skep.store.Articles.NOON;
import static org.skep.store.Articles.article;
import static org.skep.store.Articles.quoting;
import static org.skep.store.Articles.revision;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.model.Analysis;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.Page;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.SpeakerKind;
import org.skep.model.StoryChange;
import org.skep.store.FeedRow.Kind;

/** What every store must do, whatever database is behind it. */
class StoreContractTest {
  private static final Analysis BRIDGE =
      quoting(
          "https://gazette.example/bridge",
          "Bridge opens",
          "The bridge is open. \"It holds,\" the mayor Ada Holm said.",
          "It holds",
          "Ada Holm");
  private static final Analysis BRIDGE_COPY =
      quoting(
          "https://herald.example/bridge-open",
          "Old bridge open again",
          "The bridge is open. \"It holds,\" the mayor Ada Holm said.",
          "It holds",
          "Ada Holm");
  private static final Analysis HARBOUR =
      article("https://gazette.example/harbour", "Harbour closed", "Ice closed the harbour.");

  @TempDir Path dir;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(dir, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anArrivalIsAcknowledgedWithItsPlaceInTheLog() {
    assertThat(arrive(BRIDGE)).isEqualTo(new Arrival.Fresh(1));
    assertThat(arrive(HARBOUR)).isEqualTo(new Arrival.Fresh(2));

    assertThat(list(tx -> tx.log().after(0, 10)))
        .containsExactly(
            new LogEntry.PageArrived(1, NOON, BRIDGE), new LogEntry.PageArrived(2, NOON, HARBOUR));
  }

  @Test
  void whatWasAcknowledgedIsThereAfterReopening() {
    arrive(BRIDGE);
    store.close();
    store = Store.open(dir, clock);

    assertThat(maybe(tx -> tx.articles().analysis(BRIDGE.article().id()))).contains(BRIDGE);
  }

  @Test
  void theSameWordsAgainAreNothingNewAndOtherWordsAreARevision() {
    arrive(BRIDGE);
    var edited =
        revision(article("https://gazette.example/bridge", "Bridge opens", "It is closed."), 1);

    assertThat(arrive(BRIDGE)).isEqualTo(new Arrival.Unchanged());
    assertThat(arrive(edited)).isEqualTo(new Arrival.Revised(2));

    long id = BRIDGE.article().id();
    assertThat(list(tx -> tx.articles().revisions(id)))
        .extracting(ArticleRows.Revision::revision)
        .containsExactly(0, 1);
    assertThat(maybe(tx -> tx.articles().analysis(id))).contains(edited);
    assertThat(maybe(tx -> tx.articles().analysis(id, 0))).contains(BRIDGE);
  }

  @Test
  void aRevisionThatCameTooLateSaysWhichOneItMissed() {
    arrive(BRIDGE);
    var blind = article("https://gazette.example/bridge", "Bridge opens", "It is closed.");

    assertThat(arrive(blind)).isEqualTo(new Arrival.Outdated(0));
    assertThat(number(tx -> tx.log().last())).isEqualTo(1);
  }

  @Test
  void anArticleOfAJobThatFailedWasNeverThere() {
    assertThatThrownBy(() ->
            store.change(tx -> {
              tx.articles().arrive(Arriving.of(BRIDGE, null), NOON);
              throw new IllegalStateException("no");
            }))
        .hasMessage("no");
    var other = article("https://gazette.example/bridge", "Bridge opens", "It is closed.");
    arrive(other);

    assertThat(maybe(tx -> tx.articles().analysis(BRIDGE.article().id()))).contains(other);
  }

  @Test
  void anErasedArticleLeavesATombstoneAndNoWordsAndNeverComesBack() {
    arrive(BRIDGE);
    arrive(HARBOUR);
    long id = BRIDGE.article().id();
    store.change(tx -> tx.articles().purge(id, NOON));

    assertThat(arrive(BRIDGE)).isEqualTo(new Arrival.Erased());
    assertThat(maybe(tx -> tx.articles().find(id))).isEmpty();
    assertThat(list(tx -> tx.log().after(0, 10)))
        .containsExactly(
            new LogEntry.Purged(1, NOON, id),
            new LogEntry.PageArrived(2, NOON, HARBOUR),
            new LogEntry.Purged(3, NOON, id));
  }

  @Test
  void everyCorrectionReadsBackFromTheLog() {
    List<Correction> corrections =
        List.of(
            new Correction.NotThisStory(1, 2),
            new Correction.MergeStories(3, 4),
            new Correction.SplitStory(5),
            new Correction.CutLink(5, 6),
            new Correction.MergePersons(6, 7),
            new Correction.RenamePerson(8, "Ada Holm"),
            new Correction.HidePerson(9, true),
            new Correction.SplitPerson(10, List.of(11L, 12L)),
            new Correction.Mute(1, Correction.Mute.What.STORY, 13, true));
    corrections.forEach(correction -> store.change(tx -> tx.log().append(correction, NOON)));

    assertThat(list(tx -> tx.log().after(0, 10)))
        .extracting(entry -> entry instanceof LogEntry.Corrected it ? it.correction() : null)
        .containsExactlyElementsOf(corrections);
  }

  @Test
  void derivedRecordsAreCommittedWithTheSeqTheyCover() {
    arrive(BRIDGE);
    arrive(BRIDGE_COPY);
    long first = BRIDGE.article().id();
    long second = BRIDGE_COPY.article().id();
    derive(BRIDGE, 1, original(first), new StoryChange.Opened(70, first));
    derive(
        BRIDGE_COPY,
        2,
        new Copy(
            second, first, first, List.of(), Copy.Kind.VERBATIM, true, 1, 1, List.of(), List.of()),
        new StoryChange.Joined(70, second, List.of("a copy of its lead"), .95));

    assertThat(number(tx -> tx.derived().covered())).isEqualTo(2);
    var story = store.read(tx -> tx.stories().find(70)).orElseThrow();
    assertThat(story.headline()).isEqualTo("Bridge opens");
    assertThat(story.articles()).isEqualTo(2);
    assertThat(story.reports()).as("a copy is no report of its own").isEqualTo(1);
    assertThat(story.outlets()).isEqualTo(2);
    var person = store.read(tx -> tx.persons().find(7)).orElseThrow();
    assertThat(person.quotes()).isEqualTo(2);
    assertThat(person.reports()).isEqualTo(1);
    assertThat(person.hasPage()).as("quoted in one report only").isFalse();
    assertThat(list(tx -> tx.quotes().ofStory(70)))
        .extracting(QuoteRow::words, QuoteRow::person)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("It holds", 7L),
            org.assertj.core.groups.Tuple.tuple("It holds", 7L));
    assertThat(store.read(tx -> tx.articles().find(second)).orElseThrow().copy())
        .isEqualTo(Copy.Kind.VERBATIM);
  }

  @Test
  void aMergedStoryIsFoundUnderBothIds() {
    arrive(BRIDGE);
    arrive(HARBOUR);
    derive(
        BRIDGE,
        1,
        original(BRIDGE.article().id()),
        new StoryChange.Opened(70, BRIDGE.article().id()));
    derive(
        HARBOUR,
        2,
        original(HARBOUR.article().id()),
        new StoryChange.Opened(80, HARBOUR.article().id()),
        new StoryChange.Merged(70, 80, List.of("same winter")));

    var story = store.read(tx -> tx.stories().find(80)).orElseThrow();
    assertThat(story.id()).isEqualTo(70);
    assertThat(story.reports()).isEqualTo(2);
    assertThat(number(tx -> tx.stories().count())).isEqualTo(1);
  }

  @Test
  void aHiddenPersonHasNoPage() {
    arrive(BRIDGE);
    derive(
        BRIDGE,
        1,
        original(BRIDGE.article().id()),
        new StoryChange.Opened(70, BRIDGE.article().id()));
    var hide = new Correction.HidePerson(7, true);
    long seq = store.write(tx -> tx.log().append(hide, NOON));
    store.change(tx ->
        tx.derived()
            .apply(
                new Derived(seq, List.of(), List.of(), List.of(), List.of()),
                new LogEntry.Corrected(seq, NOON, hide),
                "1"));

    assertThat(store.read(tx -> tx.persons().find(7)).orElseThrow().hidden()).isTrue();
  }

  @Test
  void aFailedWriteIsUndoneAloneAndTellsItsCaller() {
    assertThatThrownBy(() ->
            store.change(tx -> {
              tx.users().star(1, 5, NOON);
              throw new IllegalStateException("second thoughts");
            }))
        .isInstanceOf(IllegalStateException.class);
    store.change(tx -> tx.users().star(1, 6, NOON));

    assertThat(list(tx -> tx.users().starred(1))).containsExactly(6L);
    assertThat(store.trouble()).isEmpty();
  }

  @Test
  void marksOfAUserAreKept() {
    store.change(tx -> {
      tx.users().markRead(1, 5, NOON);
      tx.users().star(1, 5, NOON);
      tx.users().label(1, 5, "bridges");
    });

    assertThat(object(tx -> tx.users().marks(1, 5)))
        .isEqualTo(new UserRows.Marks(true, true, List.of("bridges")));
    assertThat(object(tx -> tx.users().marks(1, 6))).isEqualTo(UserRows.Marks.NONE);
    assertThat(object(tx -> tx.users().labels(1))).isEqualTo(Map.of("bridges", 1L));
  }

  @Test
  void aFeedIsStoredOncePerAddressWithItsSchedule() {
    var hour = Duration.ofMinutes(60);
    var feed = FeedRow.of("https://gazette.example/feed", Kind.FEED, "News", NOON, hour);
    var stored = store.write(tx -> tx.feeds().add(feed));
    var again = store.write(tx -> tx.feeds().add(feed));

    assertThat(again).isEqualTo(stored);
    assertThat(list(tx -> tx.feeds().due(NOON, 10))).containsExactly(stored);
    store.change(tx -> tx.feeds().nextCheck(stored.id(), NOON.plus(hour), NOON));
    assertThat(list(tx -> tx.feeds().due(NOON, 10))).isEmpty();
  }

  @Test
  void theRiverShowsTheNewestFirstAndFoldsCopies() {
    arrive(BRIDGE);
    arrive(BRIDGE_COPY);
    arrive(HARBOUR);
    long copy = Math.max(BRIDGE.article().id(), BRIDGE_COPY.article().id());
    long origin = Math.min(BRIDGE.article().id(), BRIDGE_COPY.article().id());
    store.change(tx -> {
      tx.copies().save(original(origin), 1);
      tx.copies()
          .save(
              new Copy(
                  copy,
                  origin,
                  origin,
                  List.of(),
                  Copy.Kind.VERBATIM,
                  true,
                  1,
                  1,
                  List.of(),
                  List.of()),
              2);
      tx.users().markRead(1, HARBOUR.article().id(), NOON);
    });

    assertThat(list(tx -> tx.articles().river(RiverFilter.all(1), 10))).hasSize(3);
    assertThat(list(tx -> tx.articles().riverIds(RiverFilter.all(1).folded(), 10)))
        .containsExactlyInAnyOrder(origin, HARBOUR.article().id());
    assertThat(list(tx -> tx.articles().riverIds(RiverFilter.all(1).folded().onlyUnread(), 10)))
        .containsExactly(origin);
  }

  @Test
  void aPageIsKeptAsFetchedUntilForgotten() {
    byte[] bytes = "<p>The bridge is open.".getBytes(StandardCharsets.UTF_8);
    var page = new Page(BRIDGE.article().url(), Map.of(), bytes, NOON);
    store.write(tx -> tx.articles().arrive(Arriving.of(BRIDGE, page), NOON));

    assertThat(maybe(tx -> tx.pages().find(BRIDGE.article().id(), 0))).contains(bytes);
    store.change(tx -> tx.pages().forget(NOON.plusSeconds(1)));
    assertThat(number(tx -> tx.pages().bytes())).isZero();
  }

  @Test
  void theTwoNewestSnapshotsAreKept() {
    for (int seq = 1; seq <= 3; seq++) {
      byte[] state = {(byte) seq};
      long at = seq;
      store.change(tx -> tx.snapshots().save(at, "code", SnapshotRows.pack(state)));
    }

    assertThat(store.read(tx -> tx.snapshots().newest("code", 9)).orElseThrow().bytes())
        .containsExactly(3);
    assertThat(store.read(tx -> tx.snapshots().newest("code", 2)).orElseThrow().seq()).isEqualTo(2);
    assertThat(maybe(tx -> tx.snapshots().newest("code", 1))).isEmpty();
    assertThat(maybe(tx -> tx.snapshots().newest("other code", 9))).isEmpty();
  }

  private <T> List<T> list(Function<Tx, List<T>> query) {
    return store.read(query);
  }

  private <T> Optional<T> maybe(Function<Tx, Optional<T>> query) {
    return store.read(query);
  }

  private Object object(Function<Tx, Object> query) {
    return store.read(query);
  }

  private long number(Function<Tx, Long> query) {
    return store.read(query);
  }

  private Arrival arrive(Analysis analysis) {
    return store.write(tx -> tx.articles().arrive(Arriving.of(analysis, null), NOON));
  }

  private static Copy original(long id) {
    return Copy.original(id, id, List.of());
  }

  private void derive(Analysis analysis, long seq, Copy copy, StoryChange... changes) {
    var ada = new Person(7, "Ada Holm", SpeakerKind.PERSON, List.of(), List.of(), NOON, NOON, null);
    var links =
        analysis.speakers().stream()
            .map(speaker -> new PersonLink(analysis.article().id(), speaker.name(), 7))
            .toList();
    var derived = new Derived(seq, List.of(copy), List.of(ada), links, List.of(changes));
    store.change(
        tx -> tx.derived().apply(derived, new LogEntry.PageArrived(seq, NOON, analysis), "1"));
  }
}
