package org.skep.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/**
 * Dates of digits and hyphens only: what ISO 8601 allows to be left out (20031231, 2003-365,
 * -03-12) and seconds or milliseconds since 1970.
 */
final class CompactDates {
  private CompactDates() {}

  static @Nullable Stated parse(String text) {
    String digits = text.replace("-", "");
    if (digits.isEmpty() || digits.length() > 14 || !isNumber(digits)) {
      return null;
    }
    try {
      return switch (shape(text)) {
        case "9999" -> day(LocalDate.of(number(digits, 0, 4), 1, 1));
        case "9999-99" -> day(LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), 1));
        case "99999999" ->
            day(LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
        case "999999", "99-99-99" ->
            day(LocalDate.of(year(digits), number(digits, 2, 4), number(digits, 4, 6)));
        case "9999999", "9999-999" ->
            day(LocalDate.ofYearDay(number(digits, 0, 4), number(digits, 4, 7)));
        case "99999", "99-999" -> ordinal(digits);
        case "-9999", "-99-99" -> day(LocalDate.of(year(digits), number(digits, 2, 4), 1));
        case "999999999", "9999999999" -> instant(Instant.ofEpochSecond(Long.parseLong(digits)));
        case "9999999999999" -> instant(Instant.ofEpochMilli(Long.parseLong(digits)));
        case "999999999999", "99999999999999" -> clock(digits);
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** 03335 is day 335 of 2003; 22013 is more likely a slip for 2013 than a 13th of January. */
  private static @Nullable Stated ordinal(String digits) {
    int day = number(digits, 2, 5);
    return day < 100 ? null : day(LocalDate.ofYearDay(year(digits), day));
  }

  private static Stated clock(String digits) {
    int seconds = digits.length() == 14 ? number(digits, 12, 14) : 0;
    var at =
        LocalDateTime.of(
            number(digits, 0, 4),
            number(digits, 4, 6),
            number(digits, 6, 8),
            number(digits, 8, 10),
            number(digits, 10, 12),
            seconds);
    return new Stated(at.atOffset(ZoneOffset.UTC), false);
  }

  private static @Nullable Stated day(LocalDate date) {
    return date.getYear() < 1000
        ? null
        : new Stated(date.atStartOfDay().atOffset(ZoneOffset.UTC), true);
  }

  private static Stated instant(Instant at) {
    return new Stated(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), false);
  }

  private static int year(String digits) {
    int year = number(digits, 0, 2);
    return year < 70 ? 2000 + year : 1900 + year;
  }

  private static int number(String digits, int begin, int end) {
    return Integer.parseInt(digits, begin, end, 10);
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String shape(String text) {
    var shape = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      shape.append(text.charAt(i) == '-' ? '-' : '9');
    }
    return shape.toString();
  }
}
