package org.skep.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Fills the days and hours into an article, so that a press written once is always about today:
 * {@code {weekday}}, {@code {weekday+2}} and {@code {date+4}} count from the day of the event,
 * {@code {time-35m}} from the minute of publication.
 */
record Dateline(Instant event, Instant published, String language) {
  /** The whole demo press lives in one time zone. */
  static final ZoneId ZONE = ZoneOffset.ofHours(1);

  private static final Pattern SLOT = Pattern.compile("\\{(weekday|date|time)([+-]\\d+[hm]?)?\\}");

  String fill(String text) {
    return SLOT.matcher(text).replaceAll(slot -> value(slot));
  }

  /** A span as the files write it: {@code 48h}, {@code 3h20m}, {@code 20s}. */
  static Duration span(String text) {
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }

  /** How the outlet prints a moment above an article. */
  static String shown(Instant moment, String language) {
    var local = moment.atZone(ZONE);
    return day(local, language) + " " + local.getYear() + ", " + time(local, language);
  }

  private String value(MatchResult slot) {
    String shift = slot.group(2) == null ? "+0" : slot.group(2);
    return switch (slot.group(1)) {
      case "weekday" ->
          days(shift).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.of(language));
      case "date" -> day(days(shift), language);
      default -> time(published.plus(signed(shift)).atZone(ZONE), language);
    };
  }

  private ZonedDateTime days(String shift) {
    return event.atZone(ZONE).plusDays(Integer.parseInt(shift));
  }

  private static Duration signed(String shift) {
    if (shift.equals("+0")) {
      return Duration.ZERO;
    }
    Duration size = span(shift.substring(1));
    return shift.startsWith("-") ? size.negated() : size;
  }

  private static String day(ZonedDateTime moment, String language) {
    String month = moment.getMonth().getDisplayName(TextStyle.FULL, Locale.of(language));
    int day = moment.getDayOfMonth();
    return switch (language) {
      case "de" -> day + ". " + month;
      case "fr" -> (day == 1 ? "1er" : day) + " " + month;
      case "es" -> day + " de " + month;
      default -> day + " " + month;
    };
  }

  private static String time(ZonedDateTime moment, String language) {
    String pattern =
        switch (language) {
          case "de" -> "H.mm 'Uhr'";
          case "fr" -> "H 'h' mm";
          case "es" -> "H.mm";
          default -> "H:mm";
        };
    return moment.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }
}
