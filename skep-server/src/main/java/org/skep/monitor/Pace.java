package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;
import org.skep.store.FeedRow.Rate;
import org.skep.store.FeedRow.Wishes;

/** When a feed is asked again: fetching.md F7 to F12 as functions of what is known. Pure. */
final class Pace {
  static final Duration INTERVAL_MAX = Duration.ofHours(24);
  static final Duration RETRY_MAX = Duration.ofDays(7);
  static final Duration GONE_PROBE = Duration.ofDays(30);

  private static final Instant PLAUSIBLE_MIN = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration SPREAD_MAX = Duration.ofHours(1);
  private static final Duration FAILED_FIRST = Duration.ofHours(1);
  private static final Duration QUIET = Duration.ofDays(30);
  private static final int RATE_ENTRIES = 20;
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

  private Pace() {}

  /**
   * How often a feed has news. Entries without dates, or all with the same one, tell only by
   * appearing.
   *
   * @param fresh how many of the entries were never seen before
   */
  static Rate rate(List<Entry> entries, Rate before, int fresh, Instant now) {
    List<Instant> dates =
        entries.stream()
            .map(Entry::published)
            .filter(Objects::nonNull)
            .map(stated -> stated.instant())
            .filter(date -> !date.isAfter(now) && !date.isBefore(PLAUSIBLE_MIN))
            .sorted(Comparator.reverseOrder())
            .limit(RATE_ENTRIES)
            .toList();
    if (dates.size() < 2 || dates.getFirst().equals(dates.getLast())) {
      Instant newest = fresh > 0 || before.newest() == null ? now : before.newest();
      return new Rate(newest, null, 0);
    }
    return new Rate(dates.getFirst(), dates.getLast(), dates.size());
  }

  /**
   * Half the mean time between the last entries, within the bounds; the longest when nothing came
   * for a month.
   */
  static Duration adaptive(Rate rate, Instant now, Duration min, Duration max) {
    Instant newest = rate.newest();
    if (newest != null && newest.isBefore(now.minus(QUIET))) {
      return max;
    }
    Instant oldest = rate.oldest();
    if (oldest == null || rate.entries() < 2) {
      return min;
    }
    return clamp(Duration.between(oldest, now).dividedBy(2L * rate.entries()), min, max);
  }

  /** How long the publisher wants the answer to be kept; zero when it does not say. */
  static Duration hinted(Map<String, String> headers) {
    var maxAge = MAX_AGE.matcher(headers.getOrDefault("cache-control", ""));
    if (maxAge.find()) {
      return clamp(Duration.ofSeconds(Long.parseLong(maxAge.group(1))), Duration.ZERO, RETRY_MAX);
    }
    Optional<Instant> expires = date(headers.getOrDefault("expires", ""));
    Optional<Instant> date = date(headers.getOrDefault("date", ""));
    return expires.isPresent() && date.isPresent()
        ? clamp(Duration.between(date.get(), expires.get()), Duration.ZERO, INTERVAL_MAX)
        : Duration.ZERO;
  }

  /**
   * The first moment from {@code next} on that lies in no hour and on no day without news, the
   * minute kept so that feeds do not come due together; after {@code latest} the publisher's list
   * no longer counts.
   */
  static Instant outside(Wishes wishes, Instant next, Instant latest) {
    for (Instant at = next; !at.isAfter(latest); at = at.plus(Duration.ofHours(1))) {
      ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
      boolean hour = (wishes.skipHours() >> utc.getHour() & 1) == 1;
      boolean day = (wishes.skipDays() >> (utc.getDayOfWeek().getValue() - 1) & 1) == 1;
      if (!hour && !day) {
        return at;
      }
    }
    return next.isAfter(latest) ? next : latest;
  }

  /** An hour, doubled with each failure in a row, at most a day. */
  static Duration backOff(int failures) {
    return failures > 5
        ? INTERVAL_MAX
        : clamp(
            FAILED_FIRST.multipliedBy(1L << Math.max(0, failures - 1)), FAILED_FIRST, INTERVAL_MAX);
  }

  /** The interval, up to a tenth or an hour longer: feeds must not come due together for ever. */
  static Duration spread(Duration interval, long feed, long polls) {
    long hash = (feed * 0x9E3779B97F4A7C15L + polls * 0xC2B2AE3D27D4EB4FL) >>> 40;
    long tenth = Math.min(interval.toMillis() / 10, SPREAD_MAX.toMillis());
    return interval.plusMillis(tenth * (hash % 1_000) / 1_000);
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static Instant later(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
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
      return Optional.empty(); // "0" and "-1" mean "not kept", which says nothing about polling
    }
  }
}
