package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.SystemClock;
import org.skep.model.Page;
import org.skep.store.Arrival;
import org.skep.store.Store;
import org.skep.store.StoreException;

/** Pages from disk: how far it got, and what one bad page does to the others. */
class IngestTest {
  @TempDir Path dir;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(dir, new SystemClock());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPageThatCannotBeReadStopsNoOther() throws InterruptedException {
    Ingest.Rate rate =
        run(
            100,
            page -> {
              if (page.url().endsWith("/7")) {
                throw new IllegalStateException("a fault of our own");
              }
              return new Intake.Taken.Stored(1, new Arrival.Fresh(1));
            });

    assertThat(rate.pages()).isEqualTo(100);
    assertThat(rate.articles()).isEqualTo(99);
    assertThat(rate.failed()).isEqualTo(1);
  }

  @Test
  void theNextRunGoesOnBehindIt() throws InterruptedException {
    var looked = new ArrayList<String>();
    Function<Page, Intake.Taken> intake =
        page -> {
          synchronized (looked) {
            looked.add(page.url());
          }
          throw new IllegalStateException("a fault of our own");
        };
    run(3, intake);
    looked.clear();

    run(4, intake);

    assertThat(looked).containsExactly("https://a.example/3");
  }

  @Test
  void aStoreThatCannotWriteEndsTheRunSoThatNothingIsLost() {
    assertThatThrownBy(() ->
            run(
                3,
                page -> {
                  throw new StoreException("no room on the disk");
                }))
        .isInstanceOf(StoreException.class);
    assertThat(store.<Long>read(tx -> tx.ingests().position("archive"))).isZero();
  }

  private Ingest.Rate run(int pages, Function<Page, Intake.Taken> intake)
      throws InterruptedException {
    List<Page> all =
        IntStream.range(0, pages)
            .mapToObj(n -> new Page("https://a.example/" + n, Map.of(), new byte[0], Instant.EPOCH))
            .toList();
    return new Ingest(store, intake, new SystemClock()).run("archive", all.iterator(), _ -> {});
  }
}
