package org.skep.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/**
 * Reads a text that is a date and nothing else, as feeds and pages' metadata state it: RFC 822 with
 * all the dirt of the real world, ISO 8601 and W3CDTF, asctime, seconds since 1970, month and day
 * names of every language that has a {@code months.txt}. Every part of the text must be explained:
 * "16 zzz 2012" is no date. A weekday that contradicts the date is ignored, one that decides
 * between 3/4 and 4/3 is heard; without it a slash is American unless the language says otherwise.
 *
 * <p>Pure, thread-safe, linear; texts over {@link #LENGTH_MAX} characters are no dates. A time
 * without a zone is taken as UTC, one with Korean words as Korean. About 2 µs.
 */
public final class Dates {
  /** The longest honest one seen names its zone in words and has 70 characters. */
  static final int LENGTH_MAX = 120;

  private Dates() {}

  /** The date this text states; empty when it states none. */
  public static Optional<Stated> parse(String text) {
    return parse(text, null);
  }

  /**
   * The date this text states.
   *
   * @param language ISO 639-1 of the text around it, for 3/4/2026; {@code null} when unknown
   */
  public static Optional<Stated> parse(String text, @Nullable String language) {
    String trimmed = text.strip();
    if (trimmed.isEmpty() || trimmed.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    Stated standard = StandardDates.parse(trimmed);
    return standard != null ? Optional.of(standard) : anyway(trimmed, language);
  }

  /** Of any spelling. */
  static Optional<Stated> anyway(String trimmed, @Nullable String language) {
    Stated compact = CompactDates.parse(trimmed);
    return compact != null
        ? Optional.of(compact)
        : Optional.ofNullable(new Reading(new DateTokens(trimmed), language).stated());
  }

  /** Whether this word names a month or a day of the week in any language. */
  public static boolean isMonthOrWeekday(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return DateWords.ALL.month(lower, null) > 0 || DateWords.ALL.weekday(lower) > 0;
  }

  /** One pass over the tokens, filling day, time and zone as they come. */
  private static final class Reading {
    private final DateTokens tokens;
    private final DateGrammar grammar;
    private DateGrammar.@Nullable Day day;
    private int year;
    private @Nullable LocalTime time;
    private @Nullable ZoneOffset zone;
    private int weekday;
    private boolean korean;

    Reading(DateTokens tokens, @Nullable String language) {
      this.tokens = tokens;
      this.grammar = new DateGrammar(tokens, language, true);
    }

    @Nullable Stated stated() {
      for (int i = 0; i < tokens.size(); ) {
        int next = step(i);
        if (next < 0) {
          return null;
        }
        korean |= isKorean(tokens.raw(i)) || isKorean(tokens.raw(next - 1));
        i = next;
      }
      return result();
    }

    /** The token after what begins at this one, or -1 when nothing explains it. */
    private int step(int i) {
      int end = dayAt(i);
      end = end < 0 ? timeAt(i) : end;
      end = end < 0 ? zoneAt(i) : end;
      end = end < 0 ? yearAt(i) : end;
      return end < 0 ? fillingAt(i) : end;
    }

    private int dayAt(int i) {
      if (day != null) {
        return -1;
      }
      var found = grammar.dayAt(i);
      if (found == null && (weekdayAt(i) == 0 || weekday > 0)) { // "mar" is Tuesday, then March
        found = grammar.withoutYearAt(i);
        found = found != null ? found : grammar.monthAndYearAt(i);
      }
      day = found;
      return found == null ? -1 : found.end();
    }

    private int timeAt(int i) {
      if (time != null || (day == null && tokens.is(i + 1, '.'))) {
        return -1;
      }
      var found = grammar.timeAt(i);
      if (found == null) {
        return -1;
      }
      time = found.time();
      return found.end();
    }

    private int zoneAt(int i) {
      if (day == null || (time == null && !tokens.isWord(i))) {
        return -1;
      }
      var found = grammar.zoneAt(i, day == null ? null : day.date());
      if (found == null) {
        return unknownZoneAt(i);
      }
      zone = zone == null ? found.offset() : zone;
      return found.end();
    }

    /** Capital letters after the time are a zone nobody knows: better UTC than no date. */
    private int unknownZoneAt(int i) {
      String raw = tokens.raw(i);
      boolean zone =
          time != null
              && tokens.isWord(i)
              && raw.length() >= 3
              && raw.length() <= 5
              && raw.chars().allMatch(c -> c >= 'A' && c <= 'Z')
              && weekdayAt(i) == 0;
      return zone ? i + 1 : -1;
    }

    private int yearAt(int i) {
      boolean missing = day != null && day.year() == 0 && year == 0;
      if (missing && tokens.isNumber(i) && tokens.digits(i) == 4) {
        year = (int) tokens.value(i);
        return i + 1;
      }
      return -1;
    }

    /** Commas, dashes before the time, weekdays, "at", "(Coordinated Universal Time)". */
    private int fillingAt(int i) {
      if (tokens.is(i, '(')) {
        int end = i + 1;
        while (end < tokens.size() && !tokens.is(end, ')')) {
          end++;
        }
        return end + 1;
      }
      if (tokens.isAny(i, ",،.;|·•")) {
        return i + 1;
      }
      if (tokens.isAny(i, "-–—@/") && !tokens.isAny(i + 1, "-–—@/")) {
        return tokens.glued(i + 1) && tokens.glued(i) ? -1 : i + 1;
      }
      if (weekdayAt(i) > 0) {
        weekday = weekdayAt(i);
        return i + 1;
      }
      String word = tokens.word(i);
      boolean t = word.equals("t") && day != null && time == null;
      return t || DateWords.ALL.isFilling(word) ? i + 1 : -1;
    }

    private int weekdayAt(int i) {
      String word = tokens.word(i);
      return word.isEmpty() ? 0 : DateWords.ALL.weekday(word);
    }

    private static boolean isKorean(String raw) {
      return !raw.isEmpty() && raw.charAt(0) >= '\uac00' && raw.charAt(0) <= '\ud7a3';
    }

    private @Nullable Stated result() {
      if (day == null) {
        return null;
      }
      LocalDate date =
          day.year() == 0 ? DateGrammar.date(year, day.month(), day.day()) : day.date();
      LocalDate swapped = day.swapped();
      if (weekday > 0
          && swapped != null
          && swapped.getDayOfWeek().getValue() == weekday
          && (date == null || date.getDayOfWeek().getValue() != weekday)) {
        date = swapped;
      }
      if (date == null) {
        return null;
      }
      ZoneOffset unstated = korean ? ZoneOffset.ofHours(9) : ZoneOffset.UTC;
      ZoneOffset offset = zone == null ? unstated : zone;
      return time == null
          ? new Stated(date.atStartOfDay().atOffset(ZoneOffset.UTC), true)
          : new Stated(date.atTime(time).atOffset(offset), false);
    }
  }
}
