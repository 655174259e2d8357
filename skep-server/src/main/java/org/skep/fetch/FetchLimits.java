package org.skep.fetch;

import java.time.Duration;

/**
 * How long a server may take. These run on real time, also under a virtual clock.
 *
 * @param connect until the connection stands, and for one question to a name server
 * @param firstByte of silence, before the first byte and between two
 * @param whole one request with its redirects, without the waits for the host's pace
 * @param slowAfter from then on less than {@code bytesPerSecondMin} ends it
 */
public record FetchLimits(
    Duration connect,
    Duration firstByte,
    Duration whole,
    Duration slowAfter,
    int bytesPerSecondMin) {
  public static final FetchLimits ORDINARY =
      new FetchLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          1000);

  /** The same limits, a hundred times shorter say, for tests. */
  public FetchLimits dividedBy(int factor) {
    return new FetchLimits(
        connect.dividedBy(factor),
        firstByte.dividedBy(factor),
        whole.dividedBy(factor),
        slowAfter.dividedBy(factor),
        bytesPerSecondMin * factor);
  }
}
