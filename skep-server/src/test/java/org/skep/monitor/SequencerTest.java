package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skep.store.Articles.NOON;
import static org.skep.store.Articles.article;
import static org.skep.store.Articles.quoting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.Pipeline;
import org.skep.index.Marks;
import org.skep.index.SearchIndex;
import org.skep.index.SearchQuery;
import org.skep.index.SearchResult.Order;
import org.skep.model.Analysis;
import org.skep.model.Correction;
import org.skep.store.Arriving;
import org.skep.store.Store;
import org.skep.store.TestClock;

/** The same log gives the same stories, quotes and index, however often it is interrupted. */
class SequencerTest {
  private static final List<Analysis> PRESS =
      List.of(
          quoting(
              "https://gazette.example/bridge",
              "Mayor opens the old stone bridge in Lindau",
              "The old stone bridge in Lindau is open again after two years of work. \"It holds,\""
                  + " the mayor Ada Holm said on Monday while a brass band played.",
              "It holds",
              "Ada Holm"),
          quoting(
              "https://herald.example/bridge-open",
              "Stone bridge of Lindau open again",
              "The old stone bridge in Lindau is open again after two years of work. \"It holds,\""
                  + " the mayor Ada Holm said on Monday while a brass band played.",
              "It holds",
              "Ada Holm"),
          article(
              "https://gazette.example/harbour",
              "Ice closes the harbour of Norden",
              "Thick ice has closed the harbour of Norden to all ships until the weekend."),
          quoting(
              "https://courier.example/harbour-ice",
              "Norden: ships wait as ice closes harbour",
              "Eleven ships wait outside the harbour of Norden. \"Nobody moves before Saturday,\""
                  + " harbour master Jon Berg said.",
              "Nobody moves before Saturday",
              "Jon Berg"));

  @TempDir Path dir;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");

  @Test
  void aReplayOfTheLogIntoAnEmptyStoreGivesTheSameStoriesAndQuotes() {
    List<String> first;
    try (var store = Store.open(dir.resolve("first"), clock)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));
      first = derived(store);
    }
    try (var store = Store.open(dir.resolve("second"), clock)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));

      assertThat(derived(store)).isEqualTo(first).isNotEmpty();
    }
  }

  @Test
  void anInterruptedSequencerGoesOnWhereItWas() {
    try (var store = Store.open(dir, clock)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));
      List<String> uninterrupted = derived(store);
      store.change(tx -> tx.derived().clear("1"));
      store.change(tx -> tx.log().append(new Correction.SplitStory(1), NOON));
      for (int i = 0; i < PRESS.size() + 1; i++) {
        var sequencer = new Sequencer(store, new Pipeline(), "1");
        sequencer.restore();
        sequencer.step(1);
        if (i % 2 == 0) {
          sequencer.save(); // every other one is killed instead
        }
      }

      assertThat(derived(store)).isEqualTo(uninterrupted);
    }
  }

  @Test
  void otherStagesDeriveEverythingAnew() {
    try (var store = Store.open(dir, clock)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));
      List<String> before = derived(store);
      drain(new Sequencer(store, new Pipeline(), "2"));

      assertThat(derived(store)).isEqualTo(before);
      String code = store.read(tx -> tx.derived().code());
      assertThat(code).isEqualTo("2");
    }
  }

  @Test
  void theIndexFollowsFindsAndForgets() {
    try (var store = Store.open(dir, clock);
        var index = SearchIndex.open(store)) {
      arrive(store);
      var sequencer = new Sequencer(store, new Pipeline(), "1");
      drain(sequencer);
      index.catchUp();

      assertThat(found(index, "harbour")).hasSize(2);
      assertThat(found(index, "HARBOUR -eleven")).hasSize(1);
      assertThat(found(index, "source:gazette.example harbour")).hasSize(1);
      assertThat(found(index, "source:courier")).hasSize(1);
      assertThat(found(index, "said:\"nobody moves\" speaker:berg")).hasSize(1);
      assertThat(found(index, "title:lindau")).hasSize(2);
      assertThat(found(index, "harb*")).hasSize(2);
      assertThat(found(index, "has:quote")).hasSize(3);
      assertThat(found(index, "lang:en after:2026-03-01 before:2026-03-03")).hasSize(4);
      assertThat(found(index, "before:2026-03-02")).isEmpty();

      long harbour = PRESS.get(2).article().id();
      store.change(tx -> tx.articles().purge(harbour, NOON));
      assertThat(found(index, "harbour")).as("no phantom before the index follows").hasSize(1);
      drain(sequencer);
      index.catchUp();
      assertThat(index.ids()).hasSize(3).doesNotContain(harbour);
    }
  }

  @Test
  void aSnippetShowsTheWordsThatWereFound() {
    try (var store = Store.open(dir, clock);
        var index = SearchIndex.open(store)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));
      index.catchUp();

      var hit =
          index
              .search(
                  SearchQuery.parse("\"brass band\" source:herald"), Marks.NONE, Order.BEST, 0, 9)
              .hits()
              .getFirst();
      assertThat(hit.text().marks())
          .extracting(mark -> hit.text().text().substring(mark.begin(), mark.end()))
          .containsExactly("brass", "band");
    }
  }

  @Test
  void anIndexThatIsGoneOrDamagedIsBuiltAgain() throws IOException {
    try (var store = Store.open(dir, clock)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));
      try (var index = SearchIndex.open(store)) {
        index.catchUp();
      }
      try (var files = Files.list(dir.resolve("index"))) {
        for (Path file : files.filter(it -> it.toString().endsWith(".cfs")).toList()) {
          byte[] bytes = Files.readAllBytes(file);
          bytes[bytes.length / 2] ^= 1;
          Files.write(file, bytes);
        }
      }
      try (var index = SearchIndex.open(store)) {
        index.catchUp();

        assertThat(found(index, "harbour")).hasSize(2);
        assertThat(index.check()).isEmpty();
      }
    }
  }

  /** As a full disk does: the first write that fails ends Lucene's writer for good. */
  @Test
  void anIndexThatCouldNotBeWrittenIsOpenedAgain() throws IOException {
    Path path = dir.resolve("index");
    try (var store = Store.open(dir, clock);
        var index = SearchIndex.open(store)) {
      arrive(store);
      drain(new Sequencer(store, new Pipeline(), "1"));
      try (var files = Files.list(path)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(path);
      Files.writeString(path, "in the way");

      assertThatThrownBy(index::catchUp)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("nothing is lost");
      assertThat(found(index, "harbour")).isEmpty();

      index.catchUp();
      assertThat(found(index, "harbour")).hasSize(2);
      assertThat(index.check()).isEmpty();
    }
  }

  private static List<Long> found(SearchIndex index, String query) {
    return index.search(SearchQuery.parse(query), Marks.NONE, Order.NEWEST, 0, 100).hits().stream()
        .map(hit -> hit.article())
        .toList();
  }

  private static void arrive(Store store) {
    PRESS.forEach(
        analysis -> store.write(tx -> tx.articles().arrive(Arriving.of(analysis, null), NOON)));
  }

  private static void drain(Sequencer sequencer) {
    sequencer.restore();
    while (sequencer.step(64) > 0) {
      // a batch each
    }
    sequencer.save();
  }

  /** Everything derived, as text. */
  private static List<String> derived(Store store) {
    var lines = new ArrayList<String>();
    for (Analysis analysis : PRESS) {
      long id = analysis.article().id();
      lines.add(store.read(tx -> tx.copies().find(id)).toString());
      lines.add(store.read(tx -> tx.quotes().ofArticle(id)).toString());
      lines.add(store.read(tx -> tx.persons().ofArticle(id)).toString());
      lines.add(store.read(tx -> tx.stories().member(id)).toString());
    }
    store
        .read(tx -> tx.stories().recent(NOON.minusSeconds(9), 100))
        .forEach(story -> lines.add(story.toString()));
    store.read(tx -> tx.persons().listed(0, 100)).forEach(person -> lines.add(person.toString()));
    return lines;
  }
}
