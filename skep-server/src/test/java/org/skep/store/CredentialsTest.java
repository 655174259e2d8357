package org.skep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.store.FeedRow.Kind;

/** Names and passwords of feeds: apart from the address, sealed, in no backup. */
class CredentialsTest {
  private static final String CANARY = "canary-of-the-quay";
  private static final String URL = "https://anna:" + CANARY + "@wire.example/feed";

  @TempDir Path dir;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");

  @Test
  void theAddressIsKeptWithoutThemAndAskedWithThem() {
    try (var store = Store.open(data(), clock)) {
      FeedRow feed = add(store, URL);

      assertThat(feed.url()).isEqualTo("https://wire.example/feed");
      assertThat(requestUrl(store, feed)).isEqualTo(URL);
      assertThat(feeds(store)).hasSize(1);
      assertThat(find(store, URL)).isPresent();
    }
    try (var store = Store.open(data(), clock)) {
      FeedRow feed = feeds(store).getFirst();
      assertThat(requestUrl(store, feed)).as("after a restart").isEqualTo(URL);
    }
  }

  @Test
  void addingTheFeedAgainReplacesThem() {
    try (var store = Store.open(data(), clock)) {
      add(store, URL);
      FeedRow feed = add(store, "https://anna:another$1@wire.example/feed");

      assertThat(requestUrl(store, feed)).isEqualTo("https://anna:another$1@wire.example/feed");
      assertThat(feeds(store)).hasSize(1);
    }
  }

  @Test
  void noFileOfTheDirectoryHoldsThemInTheClearNotEvenWhileOpen() throws IOException {
    try (var store = Store.open(data(), clock)) {
      add(store, URL);
      assertThat(filesWith(CANARY, data())).isEmpty();
    }
    assertThat(filesWith(CANARY, data())).isEmpty();
  }

  @Test
  void theKeyIsForItsOwnerAloneAndInNoBackup() throws IOException {
    try (var store = Store.open(data(), clock)) {
      add(store, URL);
      Backup.make(store, dir.resolve("saved"), clock.now());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    Backup.restore(dir.resolve("saved"), dir.resolve("restored"));

    try (var store = Store.open(dir.resolve("restored"), clock)) {
      FeedRow feed = feeds(store).getFirst();
      assertThat(requestUrl(store, feed)).as("no key").isEqualTo("https://wire.example/feed");
    }
    Files.copy(key(), dir.resolve("restored").resolve(Vault.FILE));
    try (var store = Store.open(dir.resolve("restored"), clock)) {
      FeedRow feed = feeds(store).getFirst();
      assertThat(requestUrl(store, feed)).as("key brought along").isEqualTo(URL);
    }
  }

  @Test
  void withoutUseThereIsNoKey() {
    try (var store = Store.open(data(), clock)) {
      add(store, "https://wire.example/feed");
    }
    assertThat(key()).doesNotExist();
  }

  @Test
  void aSealOpensOnlyForWhatItWasMadeForAndUnderItsKey() {
    var vault = new Vault(dir);
    byte[] sealed = vault.seal("word", "feed 1");

    assertThat(vault.open(sealed, "feed 1")).contains("word");
    assertThat(vault.seal("word", "feed 1")).as("never twice the same").isNotEqualTo(sealed);
    assertThat(vault.open(sealed, "feed 2")).isEmpty();
    assertThat(new Vault(dir.resolve("elsewhere")).open(sealed, "feed 1")).isEmpty();
    for (int i = 0; i < sealed.length; i++) {
      byte[] forged = sealed.clone();
      forged[i] ^= 1;
      assertThat(vault.open(forged, "feed 1")).as("byte " + i).isEmpty();
    }
  }

  @Test
  void aKeyThatIsNoneIsNeverReplaced() throws IOException {
    Files.write(dir.resolve(Vault.FILE), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> new Vault(dir).seal("word", "feed 1"))
        .hasMessageContaining("has 3 bytes, a key has 32");
    assertThat(Files.size(dir.resolve(Vault.FILE))).isEqualTo(3);
  }

  @Test
  void passwordsOfAnOlderVersionAreTakenOutOfTheAddressesAtTheStart() throws IOException {
    Store.open(data(), clock, before(Store.CREDENTIALS)).close();
    try (Sql sql = Store.connect(data().resolve("skep.db"))) {
      insert(sql, URL);
      insert(sql, "https://bert:" + CANARY + "2@wire.example/feed");
      insert(sql, "https://plain.example/a@b");
    }

    try (var store = Store.open(data(), clock)) {
      assertThat(feeds(store))
          .extracting(FeedRow::url)
          .containsExactlyInAnyOrder(
              "https://wire.example/feed",
              "https://wire.example/feed#2",
              "https://plain.example/a@b");
      assertThat(feeds(store))
          .extracting(feed -> requestUrl(store, feed))
          .contains(URL, "https://bert:" + CANARY + "2@wire.example/feed#2");
    }
    assertThat(filesWith(CANARY, data()))
        .as("but what was saved before the change")
        .allMatch(file -> file.startsWith(data().resolve("backup")));
  }

  private static Migrations before(int number) {
    return Migrations.of(Migrations.bundled().scripts().subList(0, number - 1));
  }

  private static void insert(Sql sql, String url) {
    sql.update(
        """
        INSERT INTO feed (url, kind, state, full_text, added, next_check, interval_seconds)
        VALUES (?, 'FEED', 'ACTIVE', 'NEVER', 0, 0, 3600)
        """,
        url);
  }

  private Path data() {
    return dir.resolve("data");
  }

  private Path key() {
    return data().resolve(Vault.FILE);
  }

  private FeedRow add(Store store, String url) {
    var feed = FeedRow.of(url, Kind.FEED, "", clock.now(), Duration.ofHours(1));
    return store.write(tx -> tx.feeds().add(feed));
  }

  private static List<FeedRow> feeds(Store store) {
    return store.read(tx -> tx.feeds().all());
  }

  private static Optional<FeedRow> find(Store store, String url) {
    return store.read(tx -> tx.feeds().find(url));
  }

  private static String requestUrl(Store store, FeedRow feed) {
    return store.read(tx -> tx.credentials().requestUrl(feed));
  }

  private static List<Path> filesWith(String text, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
