package org.skep.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.skep.model.Codec;

/**
 * Copies of the whole store: a folder with the database of one moment, the settings, and a manifest
 * with the hash of each file. Made beside its name and renamed last, so that an unfinished one is
 * never taken for a whole one. The search index is not in it; it is built again.
 */
public final class Backup {
  private static final String MANIFEST = "manifest.json";
  private static final String DATABASE = "skep.db";
  private static final List<String> OTHERS = List.of("skep.conf");

  private Backup() {}

  /**
   * What a backup holds.
   *
   * @param seq the last log entry in it
   */
  public record Manifest(int schema, long seq, Instant created, List<Part> files) {
    public Manifest {
      files = List.copyOf(files);
    }
  }

  /** One file of a backup. */
  public record Part(String name, long bytes, String sha256) {}

  /** Makes a backup while everything goes on. */
  public static Manifest make(Store store, Path target, Instant now) {
    return make(store.path(), target, now);
  }

  /**
   * The same for a directory that this or another process has open: SQLite reads one moment of it.
   */
  public static Manifest make(Path directory, Path target, Instant now) {
    if (!Files.exists(directory.resolve(DATABASE))) {
      throw new StoreException(directory + " holds no data of Skep");
    }
    Path whole = target.toAbsolutePath().normalize();
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      if (Files.exists(whole)) {
        throw new StoreException(whole + " exists already; a backup needs a new name");
      }
      delete(part);
      Files.createDirectories(part);
      try (Sql sql = Store.connect(directory.resolve(DATABASE))) {
        sql.execute("VACUUM INTO '" + part.resolve(DATABASE).toString().replace("'", "''") + "'");
      }
      for (String other : OTHERS) {
        if (Files.exists(directory.resolve(other))) {
          Files.copy(directory.resolve(other), part.resolve(other));
        }
      }
      Manifest manifest = describe(part, now);
      Files.write(part.resolve(MANIFEST), Codec.encode(manifest));
      force(part);
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      return manifest;
    } catch (IOException e) {
      throw new StoreException("Cannot back up to " + whole + ": " + e, e);
    }
  }

  /** Puts a backup into a directory that is empty or not there, checking every hash. */
  public static Manifest restore(Path backup, Path target) {
    try {
      Manifest manifest = manifest(backup);
      Files.createDirectories(target);
      try (var files = Files.list(target)) {
        if (files.findAny().isPresent()) {
          throw new StoreException(target + " is not empty; restore into a new directory");
        }
      }
      for (Part part : manifest.files()) {
        Path from = backup.resolve(part.name());
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
          throw new StoreException(from + " is no file; a backup holds no links");
        }
        if (!Hash.of(from).equals(part.sha256())) {
          throw new StoreException(from + " is damaged: its hash is not the manifest's");
        }
      }
      for (Part part : manifest.files()) {
        Files.copy(backup.resolve(part.name()), target.resolve(part.name()));
      }
      Files.writeString(target.resolve("VERSION"), "schema " + manifest.schema() + "\n");
      force(target);
      return manifest;
    } catch (IOException e) {
      throw new StoreException("Cannot restore " + backup + " to " + target + ": " + e, e);
    }
  }

  /** What the backup says of itself; names that leave the folder are refused. */
  public static Manifest manifest(Path backup) {
    Path file = backup.resolve(MANIFEST);
    try {
      Manifest manifest = Codec.decode(Files.readAllBytes(file), Manifest.class);
      for (Part part : manifest.files()) {
        if (!part.name().equals(DATABASE) && !OTHERS.contains(part.name())) {
          throw new StoreException(file + " names " + part.name() + ", which no backup holds");
        }
      }
      return manifest;
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreException(backup + " is no backup: " + e.getMessage(), e);
    }
  }

  /** Deletes a folder with everything in it; nothing when it is not there. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Manifest describe(Path folder, Instant now) throws IOException {
    var parts = new ArrayList<Part>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        parts.add(new Part(file.getFileName().toString(), Files.size(file), Hash.of(file)));
      }
    }
    try (Sql sql = Store.connectToRead(folder.resolve(DATABASE))) {
      return new Manifest(
          Math.toIntExact(sql.number("PRAGMA user_version")),
          sql.number("SELECT max(seq) FROM log"),
          now,
          parts);
    }
  }

  private static void force(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }
}
