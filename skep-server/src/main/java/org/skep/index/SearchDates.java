package org.skep.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dates of {@code before:} and {@code after:}: 2026, 2026-03 or 2026-03-01, in UTC. */
final class SearchDates {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

  private SearchDates() {}

  /** From its first moment up to the first moment after it. */
  record Period(Instant from, Instant until) {}

  static Optional<Period> parse(String text) {
    var match = DATE.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(match.group(1));
      boolean hasMonth = match.group(2) != null;
      boolean hasDay = match.group(3) != null;
      LocalDate first =
          LocalDate.of(
              year,
              hasMonth ? Integer.parseInt(match.group(2)) : 1,
              hasDay ? Integer.parseInt(match.group(3)) : 1);
      LocalDate after =
          hasDay ? first.plusDays(1) : hasMonth ? first.plusMonths(1) : first.plusYears(1);
      return Optional.of(new Period(start(first), start(after)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
