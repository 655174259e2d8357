package org.skep.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a server that asked us to wait may be asked again: {@code Retry-After} in both its forms
 * (RFC 9110, section 10.2.3), and what we do without it.
 */
final class RetryAfter {
  /** Longer waits are a mistake of the server's, or none of its business. */
  static final Duration WAIT_MAX = Duration.ofDays(7);

  private static final Duration FIRST = Duration.ofHours(1);
  private static final Duration LAST = Duration.ofHours(24);

  /** The three forms of an HTTP-date (RFC 9110, section 5.6.7), without the day of the week. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH),
          new DateTimeFormatterBuilder()
              .appendPattern("dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss uuuu", Locale.ENGLISH));

  private RetryAfter() {}

  /** The moment the header names; empty when there is none or it is unreadable. */
  static Optional<Instant> read(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    Optional<Instant> stated =
        text.matches("[0-9]{1,18}")
            ? Optional.of(now.plus(atMost(Duration.ofSeconds(Long.parseLong(text)))))
            : date(text);
    Instant latest = now.plus(WAIT_MAX);
    return stated.map(at -> at.isAfter(latest) ? latest : at.isBefore(now) ? now : at);
  }

  /** Without a word from the server: an hour, doubled with each refusal in a row, at most a day. */
  static Instant unstated(int strikes, Instant now) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(strikes, 5));
    return now.plus(wait.compareTo(LAST) > 0 ? LAST : wait);
  }

  private static Duration atMost(Duration wait) {
    return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
  }

  private static Optional<Instant> date(String stated) {
    String text = stated.replaceFirst("^[A-Za-z]+,? ", "");
    return DATES.stream().flatMap(format -> parse(text, format).stream()).findFirst();
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty(); // it may be one of the other forms
    }
  }
}
