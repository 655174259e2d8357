package org.skep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.model.Codec;

/** One process a directory, one direction of versions. */
class DataDirectoryTest {
  private static final String FIRST =
      "CREATE TABLE thing (name TEXT);\nINSERT INTO thing VALUES ('a');\n";

  @TempDir Path dir;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");

  @Test
  void theSecondOpenerIsToldWhoHasTheDirectory() {
    try (var first = Store.open(dir, clock)) {
      assertThatThrownBy(() -> Store.open(dir, clock))
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining(dir.toString());
      long count = first.read(tx -> tx.articles().count());
      assertThat(count).as("the first is not disturbed").isZero();
    }
  }

  @Test
  void dataOfANewerProgramIsRefusedAndNotTouched() throws IOException {
    Store.open(dir, clock).close();
    Files.writeString(dir.resolve("VERSION"), "schema 99\n");
    byte[] before = Files.readAllBytes(dir.resolve("skep.db"));

    assertThatThrownBy(() -> Store.open(dir, clock)).hasMessageContaining("newer Skep (schema 99");
    assertThat(Files.readAllBytes(dir.resolve("skep.db"))).isEqualTo(before);
  }

  @Test
  void aMigrationIsPrecededByABackup() {
    Store.open(dir, clock, Migrations.of(List.of(FIRST))).close();
    Store.open(dir, clock, Migrations.of(List.of(FIRST, "DROP TABLE thing;\n"))).close();

    Path backup = dir.resolve("backup").resolve("pre-2.db");
    try (Sql sql = Store.connect(backup)) {
      assertThat(sql.number("SELECT count(*) FROM thing")).isEqualTo(1);
    }
  }

  @Test
  void aMigrationThatFailsChangesNothing() {
    Store.open(dir, clock, Migrations.of(List.of(FIRST))).close();
    var broken = Migrations.of(List.of(FIRST, "DROP TABLE thing;\nDROP TABLE nothing;\n"));

    assertThatThrownBy(() -> Store.open(dir, clock, broken))
        .hasMessageContaining("migration 2 failed, nothing was changed");
    try (Sql sql = Store.connect(dir.resolve("skep.db"))) {
      assertThat(sql.number("SELECT count(*) FROM thing")).isEqualTo(1);
      assertThat(sql.number("PRAGMA user_version")).isEqualTo(1);
    }
  }

  @Test
  void aBackupMadeWhileOpenRestoresIntoAnEmptyDirectoryAndNowhereElse() throws IOException {
    Path backup = dir.resolve("backup-1");
    Path restored = dir.resolve("restored");
    try (var store = Store.open(dir.resolve("data"), clock)) {
      store.change(tx -> tx.users().star(1, 5, clock.now()));
      Backup.make(store, backup, clock.now());
    }
    Backup.restore(backup, restored);

    try (var store = Store.open(restored, clock)) {
      List<Long> starred = store.read(tx -> tx.users().starred(1));
      assertThat(starred).containsExactly(5L);
    }
    assertThatThrownBy(() -> Backup.restore(backup, restored)).hasMessageContaining("not empty");
    byte[] bytes = Files.readAllBytes(backup.resolve("skep.db"));
    bytes[bytes.length - 1] ^= 1;
    Files.write(backup.resolve("skep.db"), bytes);
    assertThatThrownBy(() -> Backup.restore(backup, dir.resolve("other")))
        .hasMessageContaining("damaged");
  }

  @Test
  void aBackupNamesNothingOutsideItselfAndHoldsNoLinks() throws IOException {
    Path backup = dir.resolve("backup-1");
    Path target = dir.resolve("target");
    try (var store = Store.open(dir.resolve("data"), clock)) {
      Backup.make(store, backup, clock.now());
    }
    var honest = Backup.manifest(backup);
    for (String name :
        List.of(
            "../skep.db", "/etc/passwd", "skep.db/../../x", "..\\x", "", "lock", "secret.key")) {
      var files = new ArrayList<>(honest.files());
      files.add(new Backup.Part(name, 1, "00"));
      var forged = new Backup.Manifest(honest.schema(), honest.seq(), honest.created(), files);
      Files.write(backup.resolve("manifest.json"), Codec.encode(forged));
      assertThatThrownBy(() -> Backup.restore(backup, target))
          .hasMessageEndingWith("names " + name + ", which no backup holds");
    }
    Files.write(backup.resolve("manifest.json"), Codec.encode(honest));
    Path elsewhere = Files.move(backup.resolve("skep.db"), dir.resolve("elsewhere"));
    Files.createSymbolicLink(backup.resolve("skep.db"), elsewhere);

    assertThatThrownBy(() -> Backup.restore(backup, target)).hasMessageContaining("no links");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void theDirectoryIsForItsOwnerAloneWhenWeMakeIt() throws IOException {
    Path made = dir.resolve("made/data");
    try (var store = Store.open(made, clock)) {
      assumeTrue(Files.getFileStore(store.path()).supportsFileAttributeView("posix"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
  }
}
