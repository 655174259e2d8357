package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skep.model.Entry;

/** When a feed is asked again: fetching.md F7 to F12 as functions of what is known. Pure. */
final class Pace {
  static final Duration INTERVAL_MAX = Duration.ofHours(24);
  static final Duration RETRY_MAX = Duration.ofDays(7);
  static final Duration GONE_PROBE = Duration.ofDays(30);

  private static final Duration FAILED_FIRST = Duration.ofHours(1);
  private static final Duration QUIET = Duration.ofDays(30);
  private static final int RATE_ENTRIES = 20;
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*(\\d{1,9})");

  private Pace() {}

  /**
   * Half the mean time between the last entries, not less than {@code min}, not more than a day; a
   * day when nothing came for a month.
   */
  static Duration adaptive(List<Entry> entries, Instant now, Duration min) {
    List<Instant> dates =
        entries.stream()
            .map(Entry::published)
            .filter(Objects::nonNull)
            .map(stated -> stated.instant())
            .filter(date -> !date.isAfter(now))
            .sorted(Comparator.reverseOrder())
            .limit(RATE_ENTRIES)
            .toList();
    if (dates.size() < 2) {
      return min;
    }
    if (dates.getFirst().isBefore(now.minus(QUIET))) {
      return INTERVAL_MAX;
    }
    Duration half = Duration.between(dates.getLast(), now).dividedBy(2L * dates.size());
    return clamp(half, min, INTERVAL_MAX);
  }

  /** How long the publisher wants the answer to be kept; zero when it does not say. */
  static Duration hinted(Map<String, String> headers, Duration ttl) {
    Duration hint = clamp(ttl, Duration.ZERO, INTERVAL_MAX);
    var maxAge = MAX_AGE.matcher(headers.getOrDefault("cache-control", ""));
    if (maxAge.find()) {
      return longer(
          hint,
          clamp(Duration.ofSeconds(Long.parseLong(maxAge.group(1))), Duration.ZERO, RETRY_MAX));
    }
    Optional<Instant> expires = date(headers.getOrDefault("expires", ""));
    Optional<Instant> date = date(headers.getOrDefault("date", ""));
    return expires.isPresent() && date.isPresent()
        ? longer(
            hint, clamp(Duration.between(date.get(), expires.get()), Duration.ZERO, INTERVAL_MAX))
        : hint;
  }

  /** An hour, doubled with each failure in a row, at most a day. */
  static Duration backOff(int failures) {
    return failures > 5
        ? INTERVAL_MAX
        : clamp(
            FAILED_FIRST.multipliedBy(1L << Math.max(0, failures - 1)), FAILED_FIRST, INTERVAL_MAX);
  }

  /** The interval, up to a tenth longer: feeds must not come due together for ever. */
  static Duration spread(Duration interval, long feed, long polls) {
    long hash = (feed * 0x9E3779B97F4A7C15L + polls * 0xC2B2AE3D27D4EB4FL) >>> 40;
    return interval.plusMillis(interval.toMillis() / 10 * (hash % 1_000) / 1_000);
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration clamp(Duration value, Duration min, Duration max) {
    return value.compareTo(min) < 0 ? min : value.compareTo(max) > 0 ? max : value;
  }

  private static Optional<Instant> date(String header) {
    try {
      return header.isBlank()
          ? Optional.empty()
          : Optional.of(
              ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
