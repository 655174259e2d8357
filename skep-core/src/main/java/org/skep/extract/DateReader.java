package org.skep.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.date.Dates;
import org.skep.date.PrintedDates;
import org.skep.model.Stated;

/**
 * Reads dates as a page in this language means them, and only possible ones: not before the web,
 * not later than the fetch.
 */
final class DateReader {
  private static final Instant WEB = Instant.parse("1994-01-01T00:00:00Z");
  private static final Duration CLOCK_SKEW = Duration.ofDays(2);

  private final @Nullable String language;
  private final Instant latest;

  DateReader(@Nullable String language, Instant fetchedAt) {
    this.language = language;
    this.latest = fetchedAt.plus(CLOCK_SKEW);
  }

  /** The date of a text that is little else; {@code null} when it holds none. */
  @Nullable Stated read(String value) {
    Optional<Stated> whole = Dates.parse(value, language).filter(this::isPossible);
    if (whole.isPresent()) {
      return whole.get();
    }
    List<PrintedDates.Printed> dates = printed(value);
    return dates.isEmpty() ? null : dates.getFirst().stated();
  }

  /** All of these that are dates. */
  List<Stated> readAll(List<String> values) {
    var dates = new ArrayList<Stated>();
    for (String value : values) {
      Stated stated = read(value);
      if (stated != null) {
        dates.add(stated);
      }
    }
    return dates;
  }

  /** The dates in a line. */
  List<PrintedDates.Printed> printed(String line) {
    List<PrintedDates.Printed> dates = PrintedDates.findInLine(line, language);
    return dates.isEmpty()
        ? dates
        : dates.stream().filter(one -> isPossible(one.stated())).toList();
  }

  private boolean isPossible(Stated stated) {
    Instant at = stated.instant();
    return at.isAfter(WEB) && at.isBefore(latest);
  }
}
