package org.skep.hostile;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.skep.Pipeline;
import org.skep.extract.SiteProfile;
import org.skep.feed.FeedLine;
import org.skep.model.Page;
import org.skep.robots.Robots;
import org.skep.warc.WarcReader;

/**
 * Reads files of the pack as what they claim to be. As a program it reads a folder of them, one at
 * a time, and prints what each took; given a second argument it does so once before, to be warm.
 */
final class HostileReader {
  private static final Pipeline PIPELINE = new Pipeline();

  private HostileReader() {}

  static Object read(HostileFile.Kind kind, byte[] bytes) {
    return switch (kind) {
      case LISTING -> FeedLine.of(bytes, Map.of(), "https://a.example/feed");
      case PAGE ->
          PIPELINE.extract(
              new Page("https://a.example/1", Map.of(), bytes, Instant.EPOCH), SiteProfile.EMPTY);
      case ARCHIVE -> WarcReader.summarize(new ByteArrayInputStream(bytes));
      case ROBOTS -> Robots.parse(bytes).decide("Skep", "https://a.example/" + "a".repeat(2_000));
    };
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (var list = Files.list(Path.of(arguments[0]))) {
      files = list.sorted().toList();
    }
    if (arguments.length > 1) {
      for (Path file : files) {
        read(kind(file), Files.readAllBytes(file));
      }
    }
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      long begin = thread.getCurrentThreadCpuTime();
      long before = thread.getCurrentThreadAllocatedBytes();
      try {
        read(kind(file), bytes);
      } catch (OutOfMemoryError e) {
        throw new IllegalStateException(file + " needs too much memory", e);
      }
      long allocated = thread.getCurrentThreadAllocatedBytes() - before;
      long millis = (thread.getCurrentThreadCpuTime() - begin) / 1_000_000;
      System.out.printf(
          "%6d ms %6d KB, %7d KB allocated: %s%n",
          millis, bytes.length >> 10, allocated >> 10, file.getFileName());
    }
  }

  private static HostileFile.Kind kind(Path file) {
    String name = file.getFileName().toString();
    return HostileFile.Kind.valueOf(name.substring(name.indexOf('-') + 1));
  }
}
