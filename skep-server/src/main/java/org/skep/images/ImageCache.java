package org.skep.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Pictures on disk, one file each, named by the hash of its address: at most {@link #BYTES_MAX},
 * the ones unused for longest forgotten first. May be deleted at any time. Thread-safe.
 */
final class ImageCache {
  static final long BYTES_MAX = 256L << 20;

  private final Path folder;
  private final long bytesMax;

  ImageCache(Path folder, long bytesMax) {
    this.folder = folder;
    this.bytesMax = bytesMax;
  }

  Optional<byte[]> find(String name, Instant now) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(file, FileTime.from(now));
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty(); // forgotten in between: it is fetched again
    }
  }

  /** A disk that is full costs the cache, not the picture. */
  synchronized void put(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      makeRoom(bytesMax - bytes.length);
      Path half = Files.createTempFile(folder, "half", ".tmp");
      Files.write(half, bytes);
      Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // served all the same
    }
  }

  private void makeRoom(long bytes) throws IOException {
    record Kept(Path file, long bytes, FileTime used) {}
    List<Kept> kept;
    try (var files = Files.list(folder)) {
      kept =
          files
              .map(file -> {
                var attributes = file.toFile();
                return new Kept(
                    file, attributes.length(), FileTime.fromMillis(attributes.lastModified()));
              })
              .sorted(Comparator.comparing(Kept::used))
              .toList();
    }
    long sum = kept.stream().mapToLong(Kept::bytes).sum();
    for (Kept one : kept) {
      if (sum <= bytes) {
        return;
      }
      Files.deleteIfExists(one.file());
      sum -= one.bytes();
    }
  }
}
