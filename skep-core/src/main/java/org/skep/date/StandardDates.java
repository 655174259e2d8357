package org.skep.date;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/**
 * The two spellings that nearly all feeds use, letter for letter: {@code Mon, 02 Mar 2026 14:15:00
 * +0100} (RFC 822) and {@code 2026-03-02T14:15:00Z} (RFC 3339). What is only nearly so is left to
 * the grammar, which says the same of these and takes ten times as long.
 */
final class StandardDates {
  private static final List<String> WEEKDAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private StandardDates() {}

  static @Nullable Stated parse(String text) {
    if (text.length() < 20 || text.length() > 31) {
      return null;
    }
    return text.charAt(3) == ',' ? rfc822(text) : text.charAt(10) == 'T' ? rfc3339(text) : null;
  }

  private static @Nullable Stated rfc822(String text) {
    boolean spelled =
        text.length() >= 27
            && text.charAt(4) == ' '
            && text.charAt(7) == ' '
            && text.charAt(11) == ' '
            && text.charAt(16) == ' '
            && text.charAt(25) == ' '
            && WEEKDAYS.contains(text.substring(0, 3));
    return spelled
        ? stated(
            number(text, 12, 16),
            MONTHS.indexOf(text.substring(8, 11)) + 1,
            number(text, 5, 7),
            text,
            17,
            offset(text, 26, false))
        : null;
  }

  private static @Nullable Stated rfc3339(String text) {
    boolean spelled = text.charAt(4) == '-' && text.charAt(7) == '-';
    return spelled
        ? stated(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            text,
            11,
            offset(text, 19, true))
        : null;
  }

  /** With the clock's {@code 14:15:00} at an offset; {@code null} when any part is not as it is. */
  private static @Nullable Stated stated(
      int year, int month, int day, String text, int clock, @Nullable ZoneOffset offset) {
    int hour = number(text, clock, clock + 2);
    int minute = number(text, clock + 3, clock + 5);
    int second = number(text, clock + 6, clock + 8);
    boolean read =
        offset != null
            && year >= 1970
            && year < 2100
            && month > 0
            && text.charAt(clock + 2) == ':'
            && text.charAt(clock + 5) == ':';
    if (!read || offset == null) {
      return null;
    }
    try {
      return new Stated(
          LocalDateTime.of(year, month, day, hour, minute, second).atOffset(offset), false);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** {@code +0100} or {@code +01:00} up to the end, or one of the names of UTC. */
  private static @Nullable ZoneOffset offset(String text, int at, boolean colon) {
    int length = text.length() - at;
    if (length <= 3) {
      String name = text.substring(at);
      boolean utc = colon ? name.equals("Z") : name.equals("GMT") || name.equals("UTC");
      return utc ? ZoneOffset.UTC : null;
    }
    char sign = text.charAt(at);
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, text.length() - 2, text.length());
    boolean spelled =
        (sign == '+' || sign == '-')
            && length == (colon ? 6 : 5)
            && (!colon || text.charAt(at + 3) == ':')
            && hours >= 0
            && hours <= 12
            && (minutes == 0 || minutes == 30);
    int sum = 60 * hours + minutes;
    return spelled ? ZoneOffset.ofTotalSeconds(60 * (sign == '-' ? -sum : sum)) : null;
  }

  /** -1 where anything but digits stands. */
  private static int number(String text, int begin, int end) {
    int number = 0;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + c - '0';
    }
    return number;
  }
}
