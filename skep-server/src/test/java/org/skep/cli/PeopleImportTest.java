package org.skep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.store.Articles.NOON;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.SystemClock;
import org.skep.store.Arriving;
import org.skep.store.Articles;
import org.skep.store.PersonRow;
import org.skep.store.Store;

/** {@code skep people import} over a store in which one person speaks under two names. */
class PeopleImportTest {
  private static final String GAZETTE = "https://gazette.example/1";
  private static final String HERALD = "https://herald.example/1";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void arrive() {
    try (var store = Store.open(folder.resolve("data"), new SystemClock())) {
      arrive(store, GAZETTE, "The quay stays open", "Ida Voss");
      arrive(store, HERALD, "Lorries will have to wait", "Lina Tern");
    }
  }

  @Test
  void aTableMakesOnePersonOfTwoNames() throws IOException {
    assertThat(load("Q7\tIda Voss\tLina Tern\n")).isZero();

    assertThat(out.toString()).contains("Loaded 1 rows; 0 as before.");
    assertThat(person(GAZETTE, "Ida Voss")).isEqualTo(person(HERALD, "Lina Tern"));
    assertThat(person(HERALD, "Lina Tern").person().wikidata()).isEqualTo("Q7");
    assertThat(person(HERALD, "Lina Tern").quotes()).isEqualTo(2);
  }

  @Test
  void whatIsLoadedTwiceIsOneEntryAndStandsAfterARebuild() throws IOException {
    load("Q7\tIda Voss\tLina Tern\n");
    long last = logged();
    PersonRow before = person(HERALD, "Lina Tern");

    assertThat(load("# the same\nQ7\tIda Voss\tLina Tern\n")).isZero();
    assertThat(out.toString()).contains("Loaded 0 rows; 1 as before.");
    assertThat(logged()).isEqualTo(last);

    try (var store = Store.open(folder.resolve("data"), new SystemClock())) {
      store.change(tx -> tx.derived().clear("another version"));
    }
    load("\tBo Lind\n"); // derives everything anew on its way
    assertThat(person(HERALD, "Lina Tern")).isEqualTo(before);
    assertThat(person(GAZETTE, "Ida Voss")).isEqualTo(before);
  }

  @Test
  void aBadLineIsNamedAndTheOthersAreLoaded() throws IOException {
    assertThat(load("Q7\tIda Voss\tLina Tern\nseven\tBo Lind\n")).isOne();

    assertThat(err.toString())
        .contains("people.tsv:2: \"seven\" is no Wikidata id; write Q and a number");
    assertThat(person(HERALD, "Lina Tern").person().name()).isEqualTo("Ida Voss");
  }

  private int load(String table) throws IOException {
    Path file = Files.writeString(folder.resolve("people.tsv"), table);
    var line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(
        "people", "import", file.toString(), "--data", folder.resolve("data").toString());
  }

  private PersonRow person(String url, String speaker) {
    try (var store = Store.open(folder.resolve("data"), new SystemClock())) {
      return store.read(tx -> {
        long article = Articles.article(url, "T", "T").article().id();
        return tx.persons()
            .find(tx.persons().ofArticle(article).getOrDefault(speaker, 0L))
            .orElseThrow();
      });
    }
  }

  private long logged() {
    try (var store = Store.open(folder.resolve("data"), new SystemClock())) {
      return store.read(tx -> tx.log().last());
    }
  }

  private static void arrive(Store store, String url, String said, String who) {
    var analysis =
        Articles.quoting(url, "The quay", "“" + said + "”, " + who + " said in Norden.", said, who);
    store.change(tx -> tx.articles().arrive(Arriving.of(analysis, null), NOON));
  }
}
