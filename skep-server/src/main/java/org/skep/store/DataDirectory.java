package org.skep.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one directory everything is in, held by one process at a time: an operating-system lock that
 * ends with the process, however it ends. Holds {@code skep.db}, {@code index/}, {@code backup/},
 * {@code VERSION} and {@code lock}.
 */
final class DataDirectory implements AutoCloseable {
  /** Far behind the written process id, so that others may read it where locks are mandatory. */
  private static final long LOCK_POSITION = 1L << 40;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the directory, making it when it is absent: nobody else on the machine has to know what
   * is read here.
   *
   * @throws StoreException naming the process that holds it
   */
  static DataDirectory take(Path path) {
    Path dir = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(dir, Vault.forOwnerOnly("rwx------"));
      FileChannel channel =
          FileChannel.open(
              dir.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String holder = read(channel);
        channel.close();
        throw new StoreException(
            "Another Skep (process "
                + (holder.isEmpty() ? "unknown" : holder)
                + ") is using "
                + dir
                + ". Stop it first, or give this one another directory with --data.");
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0).write(ByteBuffer.wrap(pid), 0);
      return new DataDirectory(dir, channel, lock);
    } catch (IOException e) {
      throw Faults.of(dir, e);
    }
  }

  Path path() {
    return path;
  }

  Path database() {
    return path.resolve("skep.db");
  }

  /** The schema the directory was last written with; 0 for a new one. */
  int version() {
    Path file = path.resolve("VERSION");
    try {
      return Files.exists(file) ? parse(Files.readString(file)) : 0;
    } catch (IOException e) {
      throw new StoreException("Cannot read " + file + ": " + e, e);
    }
  }

  void writeVersion(int schema) {
    try {
      Path file = path.resolve("VERSION");
      String text = "schema " + schema + "\n";
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Path temporary = path.resolve("VERSION.new");
        Files.writeString(temporary, text);
        Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw Faults.of(path, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new StoreException("Cannot release " + path + ": " + e, e);
    }
  }

  private static int parse(String text) {
    String number = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^schema ", "");
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new StoreException("VERSION says \"" + text.strip() + "\", which no Skep wrote", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCK_POSITION, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // this very process holds it
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    int length = channel.read(buffer, 0);
    return length <= 0
        ? ""
        : new String(buffer.array(), 0, length, StandardCharsets.US_ASCII).strip();
  }
}
