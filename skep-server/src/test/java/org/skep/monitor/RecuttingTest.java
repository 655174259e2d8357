package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.model.Page;
import org.skep.store.Store;

/** A profile that learns cleans the outlet's older articles, as revisions. */
class RecuttingTest {
  private static final String APPEAL =
      "This paper belongs to its readers and to nobody else, and every small gift helps us to send"
          + " somebody to the next council meeting.";

  @TempDir Path dir;
  private final SystemClock clock = new SystemClock();
  private final List<Long> seen = new ArrayList<>();
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
  void whatTheThirdPageGivesAwayIsCutFromTheFirstTwo() {
    take(true, 3);

    assertThat(seen)
        .allSatisfy(id -> {
          assertThat(text(id)).doesNotContain(APPEAL).contains("council of Weller");
          assertThat(revisions(id)).isEqualTo(2);
        });
    assertThat(store.read(tx -> tx.pages().newest("weller.example", 10)).size())
        .as("the bytes belong to the new revision too")
        .isEqualTo(3);
  }

  @Test
  void aSecondCutHasNothingToDo() {
    take(true, 3);
    var profiles = new Profiles(store);
    var again = new Recutting(store, new Pipeline(), clock);

    assertThat(again.recut("weller.example", profiles.of("weller.example"))).isZero();
  }

  @Test
  void withoutTheirBytesOldArticlesStayAsTheyWere() {
    take(false, 3);

    assertThat(text(seen.getFirst())).contains(APPEAL);
    assertThat(revisions(seen.getFirst())).isEqualTo(1);
  }

  @Test
  void aProfileThatGrowsSlowlyIsNotAskedAfterEveryPage() {
    var profiles = new Profiles(store);
    var asked = new ArrayList<Integer>();
    for (int page = 1; page <= 12; page++) {
      profiles.learn("a.example", List.of((long) (page / 3), (long) (page / 3 + 1), 1L));
      if (profiles.takeWiser("a.example")) {
        asked.add(page);
      }
    }

    assertThat(asked).startsWith(3).hasSizeLessThan(5);
  }

  private void take(boolean keepPages, int pages) {
    var intake = new Intake(store, new Pipeline(), clock, keepPages, () -> {});
    for (int number = 1; number <= pages; number++) {
      var taken = (Intake.Taken.Stored) intake.take(page(number), null, (_, _) -> {});
      seen.add(taken.article());
    }
  }

  private int revisions(long id) {
    return store.read(tx -> tx.articles().revisions(id)).size();
  }

  private String text(long id) {
    return store.read(tx -> tx.articles().analysis(id)).orElseThrow().article().text();
  }

  private static Page page(int number) {
    String html =
        """
        <html lang=en><head><title>Story %1$d</title></head><body><article><h1>Story %1$d</h1>
        <p>The council of Weller town number %1$d voted on Tuesday to keep its market square free of cars for %1$d more years.</p>
        <p>Shopkeepers in street %1$d had warned that trade would suffer, but the mayor said that he had counted the visitors himself.</p>
        <p>%2$s</p></article></body></html>
        """
            .formatted(number, APPEAL);
    return new Page(
        "https://weller.example/" + number,
        Map.of("content-type", "text/html; charset=utf-8"),
        html.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-06-01T00:00:00Z").plusSeconds(number));
  }
}
