package org.skep.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a date, a time of day or a zone that begins at one token. Every method answers with
 * what it found and where it ends, or {@code null}. Used twice: {@link Dates} wants the whole text
 * explained, {@link PrintedDates} finds dates among other words.
 */
final class DateGrammar {
  /**
   * A day, or part of one.
   *
   * @param year 0 when the year is not here (it may follow the time: "Jan 4 16:29:06 2004")
   * @param day 1 when only month and year are printed
   * @param swapped the other reading of 3/4/2026; {@code null} when there is only one
   * @param end the token after it
   */
  record Day(int year, int month, int day, @Nullable LocalDate swapped, int end) {
    @Nullable LocalDate date() {
      return DateGrammar.date(year, month, day);
    }
  }

  record Time(LocalTime time, int end) {}

  record Zone(ZoneOffset offset, int end) {}

  private static final int THAI_YEARS = 543;
  private static final String SEPARATORS = "-/.‐–|";

  private final DateTokens tokens;
  private final @Nullable String language;
  private final boolean shortYears;

  /**
   * @param shortYears whether "04" may be a year
   */
  DateGrammar(DateTokens tokens, @Nullable String language, boolean shortYears) {
    this.tokens = tokens;
    this.language = language;
    this.shortYears = shortYears;
  }

  static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return year < 1000 || year > 9999 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A whole date: day, month and year in any order printed anywhere. */
  @Nullable Day dayAt(int i) {
    if (tokens.isNumber(i)) {
      Day day = numeric(i);
      day = day != null ? day : east(i);
      day = day != null ? day : dayFirst(i);
      return day != null ? day : yearFirst(i);
    }
    return tokens.isWord(i) ? monthFirst(i) : null;
  }

  /** "Jan 4" or "4 Jan": the year comes later. */
  @Nullable Day withoutYearAt(int i) {
    if (tokens.isNumber(i) && tokens.digits(i) <= 2) {
      int m = afterOrdinal(i + 1);
      return day(0, month(m), (int) tokens.value(i), m + 1);
    }
    int d = skipPoint(i + 1);
    if (month(i) > 0 && tokens.isNumber(d) && tokens.digits(d) <= 2 && !tokens.is(d + 1, ':')) {
      return day(0, month(i), (int) tokens.value(d), afterOrdinal(d + 1));
    }
    return null;
  }

  /** "Nov. 2020". */
  @Nullable Day monthAndYearAt(int i) {
    int y = afterConnector(skipPoint(i + 1));
    return month(i) > 0 && tokens.isNumber(y) && tokens.digits(y) == 4
        ? day(year(y), month(i), 1, y + 1)
        : null;
  }

  private @Nullable Day day(int year, int month, int day, int end) {
    return month < 1 || month > 12 || day < 1 || day > 31
        ? null
        : new Day(year, month, day, null, end);
  }

  /** 2026-03-12, 12.03.2026, 3/12/2026, 26-03-12. */
  private @Nullable Day numeric(int i) {
    boolean separated =
        tokens.isAny(i + 1, SEPARATORS)
            && tokens.isNumber(i + 2)
            && tokens.isAny(i + 3, SEPARATORS)
            && tokens.raw(i + 1).equals(tokens.raw(i + 3))
            && tokens.isNumber(i + 4);
    boolean blank =
        shortYears
            && tokens.isNumber(i + 1)
            && tokens.isNumber(i + 2)
            && tokens.digits(i) == 2
            && tokens.digits(i + 1) == 2
            && tokens.digits(i + 2) == 4;
    if (!separated && !blank) {
      return null;
    }
    int step = separated ? 2 : 1;
    int end = i + 2 * step + 1;
    long a = tokens.value(i);
    long b = tokens.value(i + step);
    long c = tokens.value(i + 2 * step);
    boolean dashed = tokens.isAny(i + 1, "-‐–");
    boolean yearInFront =
        tokens.digits(i) == 4 || (shortYears && dashed && tokens.digits(i + 2 * step) == 2);
    if (yearInFront) {
      return tokens.digits(i + step) <= 3 && tokens.digits(i + 2 * step) <= 2
          ? day(year(i), (int) b, (int) c, end)
          : null;
    }
    boolean yearBehind =
        tokens.digits(i + 2 * step) == 4 || (shortYears && tokens.digits(i + 2 * step) == 2);
    if (!yearBehind || tokens.digits(i) > 2 || tokens.digits(i + step) > 2 || a > 31 || b > 31) {
      return null;
    }
    int year = year(i + 2 * step);
    boolean american = tokens.is(i + 1, '/') && isAmerican();
    int first = (int) a;
    int second = (int) b;
    if (american ? first > 12 : second > 12) {
      american = !american;
    }
    Day day = american ? day(year, first, second, end) : day(year, second, first, end);
    boolean clear = first > 12 || second > 12 || first == second;
    if (day == null || clear) {
      return day;
    }
    LocalDate swapped = date(year, /* month= */ day.day(), /* day= */ day.month());
    return new Day(year, day.month(), day.day(), swapped, end);
  }

  private boolean isAmerican() {
    return language == null
        || language.equals("en")
        || language.equals("und")
        || language.equals("en-us")
        || language.equals("en-ph");
  }

  /** 2026年3月12日, 2026년 3월 12일. */
  private @Nullable Day east(int i) {
    if (!tokens.isAny(i + 1, "年년") || !tokens.isAny(i + 3, "月월")) {
      return null;
    }
    int end = tokens.isAny(i + 5, "日日号號일") ? i + 6 : i + 5;
    return day(year(i), (int) tokens.value(i + 2), (int) tokens.value(i + 4), end);
  }

  /** 12. März 2026, 12 de marzo de 2026, 1er mars 2026, 12-Mar-04. */
  private @Nullable Day dayFirst(int i) {
    if (tokens.digits(i) > 2) {
      return null;
    }
    int m = afterOrdinal(i + 1);
    int month = month(m);
    if (month == 0) {
      return null;
    }
    int y = afterConnector(skipPoint(endOfMonth(m)));
    boolean year =
        tokens.isNumber(y)
            && (tokens.digits(y) == 4 || (shortYears && tokens.digits(y) == 2 && !isClock(y)));
    return year ? day(thai(m, year(y)), month, (int) tokens.value(i), y + 1) : null;
  }

  private boolean isClock(int number) {
    return tokens.is(number + 1, ':');
  }

  /** March 12, 2026; Mar. 12th 2026. */
  private @Nullable Day monthFirst(int i) {
    int month = month(i);
    int d = skipPoint(endOfMonth(i));
    d = tokens.isAny(d, "-‐/") ? d + 1 : d;
    if (month == 0 || !tokens.isNumber(d) || tokens.digits(d) > 2 || isClock(d)) {
      return null;
    }
    int y = afterConnector(afterOrdinal(d + 1));
    return tokens.isNumber(y) && tokens.digits(y) == 4
        ? day(year(y), month, (int) tokens.value(d), y + 1)
        : null;
  }

  /** 2026. március 12., 2004-július-13, 2026 m. kovo 12 d. */
  private @Nullable Day yearFirst(int i) {
    if (tokens.digits(i) != 4) {
      return null;
    }
    int m = tokens.isAny(i + 1, ".-/,") ? i + 2 : i + 1;
    if (tokens.word(m).equals("m")) {
      m = skipPoint(m + 1);
    }
    int d = tokens.isAny(m + 1, ".-/") ? m + 2 : m + 1;
    if (month(m) == 0 || !tokens.isNumber(d) || tokens.digits(d) > 2 || isClock(d)) {
      return null;
    }
    int end = tokens.is(d + 1, '.') ? d + 2 : d + 1;
    return day(year(i), month(m), (int) tokens.value(d), end);
  }

  private int month(int token) {
    String word = tokens.word(token);
    if (word.isEmpty()) {
      return 0;
    }
    int month = DateWords.ALL.month(word, language);
    return month > 0 || !tokens.isWord(token + 1)
        ? month
        : DateWords.ALL.month(word + " " + tokens.word(token + 1), language);
  }

  /** Levantine and Latin names stand together: كانون الثاني/يناير. */
  private int endOfMonth(int token) {
    int end = DateWords.ALL.month(tokens.word(token), language) > 0 ? token + 1 : token + 2;
    return tokens.is(end, '/') && tokens.isWord(end + 1) ? endOfMonth(end + 1) : end;
  }

  private int thai(int month, int year) {
    boolean thai =
        !tokens.raw(month).isEmpty()
            && tokens.raw(month).charAt(0) >= 0x0e00
            && tokens.raw(month).charAt(0) <= 0x0e7f;
    return thai && year > 2300 ? year - THAI_YEARS : year;
  }

  private int year(int token) {
    int value = (int) Math.max(0, Math.min(99_999, tokens.value(token)));
    if (tokens.digits(token) > 2) {
      return value;
    }
    return value < 70 ? 2000 + value : 1900 + value;
  }

  private int skipPoint(int i) {
    return tokens.is(i, '.') ? i + 1 : i;
  }

  /** 12., 12th, 1er, 12º, 12 de, 12-. */
  private int afterOrdinal(int from) {
    int i = from;
    if (tokens.glued(i) && tokens.isWord(i) && isOrdinalEnding(tokens.word(i))) {
      i++;
    }
    if (tokens.isAny(i, ".-‐º°ª/")) {
      i++;
    }
    String word = tokens.word(i);
    return isOf(word) ? i + 1 : i;
  }

  private static boolean isOrdinalEnding(String word) {
    return switch (word) {
      case "st", "nd", "rd", "th", "er", "re", "e", "ος", "η", "ή", "ste", "de" -> true;
      default -> false;
    };
  }

  private static boolean isOf(String word) {
    return switch (word) {
      case "of", "de", "d", "di", "del", "da", "do", "tháng" -> true;
      default -> false;
    };
  }

  /** What stands between month and year: a comma, "de", "del", a hyphen, an apostrophe. */
  private int afterConnector(int from) {
    int i = from;
    if (tokens.isAny(i, ",،-‐/'’")) {
      i++;
    }
    return isOf(tokens.word(i)) ? i + 1 : i;
  }

  /** 14:20, 14:20:05.123, 2:20 pm, 2pm, 14h20, 14.20 Uhr, 下午2:20, 14時20分, 오후 11:23. */
  @Nullable Time timeAt(int from) {
    int half = half(from);
    int i = half == 0 ? from : skipPoint(from + 1);
    if (!tokens.isNumber(i) || tokens.digits(i) > 2) {
      return null;
    }
    long hour = tokens.value(i);
    long minute = 0;
    long second = 0;
    int end;
    boolean clock = tokens.is(i + 1, ':') && tokens.isNumber(i + 2);
    boolean french =
        tokens.word(i + 1).equals("h") && tokens.isNumber(i + 2) && tokens.glued(i + 2);
    boolean east = tokens.isAny(i + 1, "时時点點시");
    boolean german =
        tokens.is(i + 1, '.')
            && tokens.isNumber(i + 2)
            && tokens.digits(i + 2) == 2
            && isHourWord(tokens.word(i + 3));
    if (clock || french || german) {
      minute = tokens.digits(i + 2) <= 2 ? tokens.value(i + 2) : 99;
      end = i + 3;
      if (clock && tokens.is(end, ':') && tokens.isNumber(end + 1)) {
        second = tokens.digits(end + 1) <= 2 ? tokens.value(end + 1) : 99;
        end += 2;
        if (tokens.isAny(end, ".,") && tokens.isNumber(end + 1) && tokens.glued(end + 1)) {
          end += 2;
        }
        if (tokens.is(end, ':')) {
          return null;
        }
      }
    } else if (east) {
      end = i + 2;
      if (tokens.isNumber(end) && tokens.isAny(end + 1, "分분")) {
        minute = tokens.value(end);
        end += 2;
        if (tokens.isNumber(end) && tokens.isAny(end + 1, "秒초")) {
          second = tokens.value(end);
          end += 2;
        }
      }
    } else if (half != 0 || half(i + 1) != 0) {
      end = i + 1;
    } else {
      return null;
    }
    if (half == 0 && half(end) != 0) {
      half = half(end);
      end = skipPoint(end + 1);
    }
    if (half != 0 && hour > 12 && hour < 24) {
      half = 0; // "15:30 PM"
    }
    return time(hour, minute, second, half, end);
  }

  private static boolean isHourWord(String word) {
    return word.equals("uhr") || word.equals("h") || word.equals("uur");
  }

  /** Seconds may be 60 (a leap second) and hours 24 (the end of the day), as ISO 8601 has it. */
  private static @Nullable Time time(long hour, long minute, long second, int half, int end) {
    long h = half > 0 && hour < 12 ? hour + 12 : half < 0 && hour == 12 ? 0 : hour;
    if (h > 24 || minute > 59 || second > 60 || (h == 24 && minute + second > 0)) {
      return null;
    }
    return h == 24
        ? new Time(LocalTime.of(23, 59, 59), end)
        : new Time(LocalTime.of((int) h, (int) minute, (int) Math.min(59, second)), end);
  }

  /** -1 for am, 1 for pm, 0 for neither. */
  private int half(int token) {
    String word = tokens.word(token);
    if (word.isEmpty()) {
      return 0;
    }
    return DateWords.ALL.isAm(word) ? -1 : DateWords.ALL.isPm(word) ? 1 : 0;
  }

  /** Z, +0100, -05:00, GMT+1, CEST, Europe/Brussels. A second zone after an offset says nothing. */
  @Nullable Zone zoneAt(int from, @Nullable LocalDate day) {
    Zone offset = offsetAt(from);
    if (offset != null) {
      return offset;
    }
    if (!tokens.isWord(from)) {
      return null;
    }
    String word = tokens.word(from);
    if (tokens.is(from + 1, '/') && tokens.isWord(from + 2)) {
      return region(tokens.raw(from) + "/" + tokens.raw(from + 2), from + 3, day);
    }
    var zone = DateWords.ALL.zone(word);
    if (zone.isEmpty()) {
      return null;
    }
    Zone more = zone.get().getTotalSeconds() == 0 ? offsetAt(from + 1) : null;
    return more != null ? more : new Zone(zone.get(), from + 1);
  }

  private static @Nullable Zone region(String id, int end, @Nullable LocalDate day) {
    try {
      var rules = ZoneId.of(id).getRules();
      var at = (day == null ? LocalDate.EPOCH : day).atTime(12, 0);
      return new Zone(rules.getOffset(at), end);
    } catch (DateTimeException e) {
      return id.toLowerCase(Locale.ROOT).startsWith("etc/") ? new Zone(ZoneOffset.UTC, end) : null;
    }
  }

  private @Nullable Zone offsetAt(int i) {
    if (!tokens.isAny(i, "+-−‐–") || !tokens.isNumber(i + 1) || !tokens.glued(i + 1)) {
      return null;
    }
    int digits = tokens.digits(i + 1);
    long value = tokens.value(i + 1);
    long hours = digits > 2 ? value / 100 : value;
    long minutes = digits > 2 ? value % 100 : 0;
    int end = i + 2;
    if (digits <= 2 && tokens.is(end, ':') && tokens.isNumber(end + 1)) {
      minutes = tokens.value(end + 1);
      end += 2;
    } else if (digits <= 2 && tokens.is(end, ':')) {
      return null;
    }
    if (digits > 4 || hours > 18 || minutes > 59) {
      return null;
    }
    int sign = tokens.is(i, '+') ? 1 : -1;
    int seconds = sign * (int) (hours * 3600 + minutes * 60);
    return Math.abs(seconds) > 18 * 3600 ? null : new Zone(ZoneOffset.ofTotalSeconds(seconds), end);
  }
}
