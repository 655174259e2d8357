package org.skep.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one reader with damaged input until it fails, hangs or has had enough. What it failed on is
 * made small and kept as a file.
 */
final class Fuzzer {
  static final Path CRASHES = Path.of("src/test/resources/crash");

  /** No input of at most 32 KB takes a hundredth of it; longer means that it never ends. */
  private static final Duration HANG = Duration.ofSeconds(30);

  private static final int SHRINKS_MAX = 3_000;

  private final Target target;
  private final long seed;
  private final Mutator mutator;
  private volatile byte[] input = {};
  private final AtomicLong number = new AtomicLong();
  private volatile @Nullable Throwable failure;
  private long slowestNanos;
  private byte[] slowest = {};

  Fuzzer(Target target, long seed) {
    this.target = target;
    this.seed = seed;
    this.mutator = new Mutator(target, seed);
  }

  /**
   * Runs until so many inputs were read or the time is over, whichever is later.
   *
   * @return how many were read
   * @throws AssertionError naming the kept file and how to read it again
   */
  long run(long inputs, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    var stopped = new AtomicBoolean();
    var thread =
        Thread.ofPlatform()
            .daemon()
            .name("fuzz-" + target)
            .unstarted(() -> {
              while (failure == null
                  && !stopped.get()
                  && (number.get() < inputs || System.nanoTime() - end < 0)) {
                one();
              }
            });
    thread.start();
    long seen = -1;
    while (!thread.join(HANG)) {
      if (number.get() == seen) {
        var hang = new AssertionError("hangs");
        hang.setStackTrace(thread.getStackTrace());
        stopped.set(true);
        throw kept(hang, input);
      }
      seen = number.get();
    }
    Throwable failed = failure;
    if (failed != null) {
      throw kept(failed, smallest(input, failed));
    }
    return number.get();
  }

  /** The input that took longest, for looking at. */
  byte[] slowest() {
    return slowest;
  }

  Duration slowestTime() {
    return Duration.ofNanos(slowestNanos);
  }

  private void one() {
    byte[] next = mutator.next();
    input = next;
    long begin = System.nanoTime();
    Throwable failed = read(next);
    long nanos = System.nanoTime() - begin;
    if (nanos > slowestNanos) {
      slowestNanos = nanos;
      slowest = next;
    }
    if (failed == null) {
      number.incrementAndGet();
    }
    failure = failed;
  }

  private @Nullable Throwable read(byte[] bytes) {
    try {
      target.reading().of(bytes);
      return null;
    } catch (Exception | Error e) { // a stack that overflows is a crash like any other
      return e;
    }
  }

  /** Leaves out what it does not need to fail in the same way. */
  private byte[] smallest(byte[] bytes, Throwable failed) {
    byte[] small = bytes;
    int tries = 0;
    for (int size = Math.max(1, small.length / 2); size > 0; size /= 2) {
      for (int at = 0; at < small.length && tries < SHRINKS_MAX; tries++) {
        byte[] shorter = without(small, at, size);
        Throwable again = read(shorter);
        if (again != null && again.getClass() == failed.getClass()) {
          small = shorter;
        } else {
          at += size;
        }
      }
    }
    return small;
  }

  private static byte[] without(byte[] bytes, int at, int size) {
    int end = Math.min(bytes.length, at + size);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
    return shorter;
  }

  private AssertionError kept(Throwable failed, byte[] bytes) {
    Path file = CRASHES.resolve(target.name()).resolve(name(bytes));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep a crash of " + target + " in " + file, e);
    }
    return new AssertionError(
        """
        %s, seed %d, input %d: %s
        Kept as %s (%d bytes). Read it again, and all that ever crashed, with
          scripts/maven test -pl skep-bench -am -Dsurefire.failIfNoSpecifiedTests=false \\
            -Dtest='FuzzTest#whatOnceCrashedIsRead'
        """
            .formatted(target, seed, number.get(), failed, file, bytes.length),
        failed);
  }

  private static String name(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
