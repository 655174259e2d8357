package org.skep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.skep.clock.Clock;
import org.sqlite.SQLiteConfig;

/**
 * The truth on disk: one SQLite database in one directory, held by one process. WAL with {@code
 * synchronous=FULL}, so that what was acknowledged survives a power cut. Reads run side by side on
 * their own connections; writes go through one thread with group commit. Thread-safe.
 *
 * <pre>{@code
 * List<FeedRow> due = store.read(tx -> tx.feeds().due(now, 100));
 * store.change(tx -> tx.users().markRead(1, article, now)); // returns after the commit
 * }</pre>
 */
public final class Store implements AutoCloseable {
  private static final int READERS = 4;

  /** The migration from which on no address holds a password. */
  static final int CREDENTIALS = 5;

  private final DataDirectory directory;
  private final Writer writer;
  private final Sql writing;
  private final Readers readers;
  private boolean closed;

  private Store(DataDirectory directory, Sql writing, Writer writer, Readers readers) {
    this.directory = directory;
    this.writing = writing;
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens the directory, making or migrating what is in it.
   *
   * @throws StoreException when another process has it, when a newer Skep wrote it, or when the
   *     disk says no; the message is for the person at the terminal
   */
  public static Store open(Path dir, Clock clock) {
    return open(dir, clock, Migrations.bundled());
  }

  static Store open(Path dir, Clock clock, Migrations migrations) {
    DataDirectory directory = DataDirectory.take(dir);
    try {
      if (directory.version() > migrations.newest()) {
        throw Migrations.newer(directory.version(), migrations.newest());
      }
      Sql writing = connect(directory.database());
      migrations.run(writing, number -> saveBefore(directory, writing, number));
      var vault = new Vault(directory.path());
      sealOldCredentials(directory, writing, vault, migrations);
      directory.writeVersion(migrations.newest());
      var analyses = RecentAnalyses.shared();
      var readers = new Readers(READERS, vault, analyses, () -> connect(directory.database()));
      var writer = new Writer(writing, vault, analyses.arriving(), clock);
      writer.start();
      return new Store(directory, writing, writer, readers);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The data directory. */
  public Path path() {
    return directory.path();
  }

  /** What the query finds, all of one moment. */
  public <T> T read(Function<Tx, T> query) {
    return readers.read(query);
  }

  /** Runs the work in a transaction; returns its result after the commit. */
  public <T> T write(Function<Tx, T> work) {
    try {
      return writer.submit(work).join();
    } catch (CompletionException | CancellationException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new StoreException("write failed: " + e.getMessage(), e);
    }
  }

  /** Like {@link #write} for work without a result. */
  public void change(Consumer<Tx> work) {
    write(tx -> {
      work.accept(tx);
      return Boolean.TRUE;
    });
  }

  /** Like {@link #write}, without waiting: the future completes after the commit. */
  public <T> CompletableFuture<T> submit(Function<Tx, T> work) {
    return writer.submit(work);
  }

  /** Why nothing is written any more, in a sentence; empty while all is well. */
  public Optional<String> trouble() {
    StoreException broken = writer.broken();
    return broken == null ? Optional.empty() : Optional.of(broken + ": " + broken.getCause());
  }

  /** Writes what is queued, checkpoints the log file, releases the directory. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    writer.close();
    readers.close();
    if (writer.broken() == null) {
      writing.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    writing.close();
    directory.close();
  }

  static Sql connect(Path database) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-8192");
    config.setGetGeneratedKeys(false); // or the driver asks for the key after every insert
    try {
      return new Sql(database, config.createConnection("jdbc:sqlite:" + database));
    } catch (SQLException e) {
      throw Faults.of(database, "opening it", e);
    }
  }

  /** For a file nobody else has open: nothing beside it is made or changed. */
  static Sql connectToRead(Path database) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    try {
      return new Sql(database, config.createConnection("jdbc:sqlite:" + database));
    } catch (SQLException e) {
      throw Faults.of(database, "opening it", e);
    }
  }

  /** Repeated after a kill: the version is written when it is done. */
  private static void sealOldCredentials(
      DataDirectory directory, Sql sql, Vault vault, Migrations migrations) {
    int before = directory.version();
    if (before > 0 && before < CREDENTIALS && migrations.newest() >= CREDENTIALS) {
      sql.execute("PRAGMA secure_delete = ON");
      sql.execute("BEGIN IMMEDIATE");
      new CredentialRows(sql, vault).sealOld();
      sql.execute("COMMIT");
      sql.execute("PRAGMA secure_delete = OFF");
    }
  }

  private static void saveBefore(DataDirectory directory, Sql sql, int number) {
    Path file = directory.path().resolve("backup").resolve("pre-" + number + ".db");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file); // of a migration that was killed: this one is newer or the same
    } catch (java.io.IOException e) {
      throw new StoreException("Cannot back up before migrating: " + e, e);
    }
    sql.execute("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
  }
}
