package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.text.Stored;

/**
 * By how much the clock of each outlet is wrong, learnt from how long after their stated time its
 * articles were seen: an outlet whose usual delay is hours off everybody's has a wrong clock or
 * zone. Medians of the last articles, so a few odd ones do not matter. What comes in one burst, as
 * the backlog of a feed just added does, tells nothing about a clock: the first few of it count.
 * Bounded: the outlets heard of last; not thread-safe.
 */
final class Clocks {
  private static final int OUTLETS_MAX = 20_000;
  private static final int DELAYS = 31;
  private static final int DELAYS_MIN = 6;
  private static final long SKEW_MIN = Duration.ofMinutes(25).toSeconds();

  /** So many articles of an outlet count within so many seconds: fewer than a skew needs. */
  private static final int BURST_MAX = DELAYS_MIN - 1;

  private static final long BURST = Duration.ofMinutes(2).toSeconds();

  /** What is claimed to be older is no news, or the clock's battery is empty. */
  private static final long AGE_MAX = Duration.ofDays(4).toSeconds();

  /** Seconds of the last delays, and how many there were. */
  private static final class Delays {
    private final String outlet;
    private final int[] last = new int[DELAYS];
    private int count;
    private long median;
    private long burstSince;
    private int burst;

    Delays(String outlet) {
      this.outlet = outlet;
    }

    boolean counts(long seen) {
      if (Math.abs(seen - burstSince) > BURST) {
        burstSince = seen;
        burst = 0;
      }
      return ++burst <= BURST_MAX;
    }

    void add(long delay) {
      last[count++ % DELAYS] = (int) Math.clamp(delay, -AGE_MAX, AGE_MAX);
      int[] sorted = Arrays.copyOf(last, Math.min(count, DELAYS));
      Arrays.sort(sorted);
      median = sorted[sorted.length / 2];
      count = count >= 2 * DELAYS ? count - DELAYS : count;
    }
  }

  private final Delays all = new Delays("");
  private final Map<String, Delays> byOutlet = new LinkedHashMap<>(64, 0.75f, true);

  void learn(CopyFeatures features) {
    Instant claimed = features.claimed();
    if (claimed == null) {
      return;
    }
    long seen = features.seen().getEpochSecond();
    Delays delays = byOutlet.computeIfAbsent(features.outlet(), Delays::new);
    if (delays.counts(seen)) {
      long delay = seen - claimed.getEpochSecond();
      all.add(delay);
      delays.add(delay);
    }
    if (byOutlet.size() > OUTLETS_MAX) {
      Iterator<String> eldest = byOutlet.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  /** One string for all articles of an outlet. */
  String shared(String outlet) {
    Delays delays = byOutlet.get(outlet);
    return delays == null ? outlet : delays.outlet;
  }

  /** Epoch seconds when it was published, as far as it can be trusted. */
  long trusted(CopyFeatures features) {
    long seen = features.seen().getEpochSecond();
    Instant claimed = features.claimed();
    if (claimed == null) {
      return seen - Math.max(0, all.median);
    }
    long corrected = claimed.getEpochSecond() + skew(byOutlet.get(features.outlet()));
    return Math.clamp(corrected, seen - AGE_MAX, seen);
  }

  private long skew(@Nullable Delays delays) {
    long skew = delays == null || delays.count < DELAYS_MIN ? 0 : delays.median - all.median;
    return Math.abs(skew) < SKEW_MIN ? 0 : skew;
  }

  void snapshot(DataOutput out) throws IOException {
    write(out, all);
    out.writeInt(byOutlet.size());
    for (var entry : byOutlet.entrySet()) {
      out.writeUTF(entry.getKey());
      write(out, entry.getValue());
    }
  }

  private static void write(DataOutput out, Delays delays) throws IOException {
    out.writeInt(delays.count);
    out.writeLong(delays.median);
    out.writeLong(delays.burstSince);
    out.writeInt(delays.burst);
    Stored.write(out, delays.last);
  }

  private static void read(DataInput in, Delays into) throws IOException {
    into.count = in.readInt();
    into.median = in.readLong();
    into.burstSince = in.readLong();
    into.burst = in.readInt();
    System.arraycopy(Stored.ints(in), 0, into.last, 0, DELAYS);
  }

  static Clocks restore(DataInput in) throws IOException {
    var clocks = new Clocks();
    read(in, clocks.all);
    for (int n = in.readInt(); n > 0; n--) {
      String outlet = in.readUTF();
      var delays = new Delays(outlet);
      read(in, delays);
      clocks.byOutlet.put(outlet, delays);
    }
    return clocks;
  }
}
