package org.skep;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/**
 * When articles were first seen, guessed for data sets that tell only their order and what each
 * page claims. The guess is the running median of the last claims, which a few wrong clocks cannot
 * move, and never goes back. Deterministic; constant cost.
 */
public final class ArrivalClock {
  private static final int CLAIMS = 31;
  private static final Duration DELAY = Duration.ofMinutes(20);
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Instant[] last = new Instant[CLAIMS];
  private int count;
  private Instant now = Instant.EPOCH;

  /** When the next article of the stream arrived. */
  public Instant seen(@Nullable Stated claimed) {
    if (claimed != null) {
      last[count++ % CLAIMS] = claimed.instant();
      Instant median = median();
      if (median.isAfter(now)) {
        now = median;
      }
    } else {
      now = now.plus(STEP);
    }
    Instant usual = now.plus(DELAY);
    boolean fresh =
        claimed != null
            && claimed.instant().isAfter(now)
            && claimed.instant().isBefore(usual.plus(DELAY));
    return fresh && claimed != null ? claimed.instant() : usual;
  }

  private Instant median() {
    var sorted = Arrays.copyOf(last, Math.min(count, CLAIMS));
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
