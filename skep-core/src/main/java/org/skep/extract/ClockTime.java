package org.skep.extract;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day at the beginning of a line, as live blogs print it: "23.40", "9:05 p.m.", "17h30",
 * "14.20 Uhr".
 *
 * @param end one past its last UTF-16 unit
 */
record ClockTime(LocalTime time, int end) {
  /** Behind the clock of a line that is nothing else: "Uhr", "GMT", "heures". */
  private static final int UNIT_CHARS_MAX = 8;

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<hour>[01]?\\d|2[0-3])[:.h](?<minute>[0-5]\\d)(?![\\d.,:])(?<half>\\s?[ap]\\.?m\\b\\.?)?",
          Pattern.CASE_INSENSITIVE);

  /** The clock this line begins with; {@code null} when it begins otherwise. */
  static @Nullable ClockTime leading(String line) {
    if (line.isEmpty() || !Character.isDigit(line.charAt(0))) {
      return null;
    }
    Matcher clock = CLOCK.matcher(line);
    if (!clock.lookingAt()) {
      return null;
    }
    int hour = Integer.parseInt(clock.group("hour"));
    String half = clock.group("half");
    if (half != null) {
      boolean afternoon = Character.toLowerCase(half.strip().charAt(0)) == 'p';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    var time = LocalTime.of(hour, Integer.parseInt(clock.group("minute")));
    return new ClockTime(time, clock.end());
  }

  /** Whether the line is a clock and no more than its unit. */
  static boolean isAll(String line) {
    ClockTime clock = leading(line);
    return clock != null && line.length() - clock.end <= UNIT_CHARS_MAX;
  }
}
