package org.skep.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Stated;

/**
 * Finds the full dates printed in a text: "12. März 2026, 14:20 Uhr", "March 12, 2026 at 2:20 pm",
 * "12/03/2026 14h20", "2026年3月12日". Day, month and year must all be there, the year with four
 * digits; 3/4/2026 in an English text is skipped, as nobody can tell. Months come from {@code
 * language/<code>/months.txt}.
 *
 * <p>Pure, thread-safe, linear in the text. A time without a zone is given in UTC.
 */
public final class PrintedDates {
  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2100;
  private static final int LINE_CHARS_MAX = 100;

  /** "12 March 2026, at 14:20": a comma and two words may stand between day and time. */
  private static final int GAP_MAX = 3;

  /** What the text is: in a line with no more than four digits in a row 12.3.26 is a date too. */
  private enum Where {
    PROSE,
    LINE,
    SHORT_LINE
  }

  private PrintedDates() {}

  /**
   * A date and where it stands in the text.
   *
   * @param begin UTF-16, of the day, or of the time when that stands first
   * @param end exclusive
   */
  public record Printed(int begin, int end, Stated stated) {}

  /**
   * All dates of the text, in order.
   *
   * @param language ISO 639-1, with a region where known ("en-gb"), for months that mean another
   *     one elsewhere and for 3/4/2026; {@code null} when unknown
   */
  public static List<Printed> find(String text, @Nullable String language) {
    return hasDigits(text, 4) ? find(text, language, Where.PROSE) : List.of();
  }

  /**
   * All dates of a line that is little else, where 12.3.26 is one too.
   *
   * @param language as for {@link #find}
   */
  public static List<Printed> findInLine(String line, @Nullable String language) {
    boolean whole = hasDigits(line, 4);
    List<Printed> dates = whole ? find(line, language, Where.LINE) : List.of();
    return dates.isEmpty() && line.length() <= LINE_CHARS_MAX && hasDigits(line, 2)
        ? find(line, language, Where.SHORT_LINE)
        : dates;
  }

  private static List<Printed> find(String text, @Nullable String language, Where where) {
    var tokens = new DateTokens(text);
    var grammar = new DateGrammar(tokens, language, where == Where.SHORT_LINE);
    var found = new ArrayList<Printed>();
    int from = 0;
    for (int i = 0; i < tokens.size(); ) {
      boolean inside =
          isInsideNumber(tokens, i) && !(where != Where.PROSE && isAfterLabel(tokens, i));
      var day = inside ? null : grammar.dayAt(i);
      LocalDate date = day == null ? null : day.date();
      if (day == null || date == null || !isCertain(tokens, i, day, date, language)) {
        i++;
        continue;
      }
      var printed = withTime(tokens, grammar, from, i, day.end(), date);
      found.add(printed);
      i = day.end();
      while (i < tokens.size() && tokens.begin(i) < printed.end()) {
        i++;
      }
      from = i;
    }
    return List.copyOf(found);
  }

  /** So many digits in a row: without them there is nothing to find. */
  private static boolean hasDigits(String text, int digits) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = Character.isDigit(text.charAt(i)) ? run + 1 : 0;
      if (run == digits) {
        return true;
      }
    }
    return false;
  }

  /** 192.168.12.03.2026 and 7-12-03-2026 are no dates. */
  private static boolean isInsideNumber(DateTokens tokens, int i) {
    return tokens.isNumber(i)
        && tokens.glued(i)
        && (tokens.isAny(i - 1, ".-/,:")
            ? tokens.glued(i - 1) && tokens.isNumber(i - 2)
            : tokens.isWord(i - 1));
  }

  /** "Jane Roe3.11.2026", "Posted3/11/2026": two elements that only the style sheet sets apart. */
  private static boolean isAfterLabel(DateTokens tokens, int i) {
    String label = tokens.raw(i - 1);
    return tokens.isWord(i - 1)
        && label.length() > 1
        && Character.isLowerCase(label.charAt(label.length() - 1))
        && tokens.digits(i) <= 2
        && tokens.isAny(i + 1, "./")
        && tokens.digits(i + 2) <= 2
        && tokens.isAny(i + 3, "./");
  }

  private static boolean isCertain(
      DateTokens tokens, int i, DateGrammar.Day day, LocalDate date, @Nullable String language) {
    boolean nowhere = language == null || language.equals("en") || language.equals("und");
    boolean unclear = day.swapped() != null && tokens.is(i + 1, '/') && nowhere;
    boolean cut = tokens.isNumber(day.end()) && tokens.glued(day.end());
    return !unclear && !cut && date.getYear() >= YEAR_MIN && date.getYear() <= YEAR_MAX;
  }

  private static Printed withTime(
      DateTokens tokens, DateGrammar grammar, int from, int begin, int end, LocalDate date) {
    int gap = end;
    while (gap < tokens.size() && gap - end < GAP_MAX && isGap(tokens, gap)) {
      gap++;
    }
    var after = grammar.timeAt(gap);
    if (after != null) {
      var zone = grammar.zoneAt(after.end(), date);
      int last = zone == null ? after.end() : zone.end();
      return printed(tokens, begin, last, date, after.time(), zone);
    }
    for (int i = Math.max(from, begin - 6); i < begin; i++) {
      var before = isInsideNumber(tokens, i) ? null : grammar.timeAt(i);
      if (before != null
          && before.end() <= begin
          && before.end() >= begin - 1
          && (before.end() == begin || isGap(tokens, before.end()))) {
        return printed(tokens, i, end, date, before.time(), null);
      }
    }
    return printed(tokens, begin, end, date, null, null);
  }

  private static boolean isGap(DateTokens tokens, int i) {
    if (tokens.isAny(i, ",،-–—|·•@/")) {
      return true;
    }
    String word = tokens.word(i);
    return word.equals("t")
        || (!word.isEmpty() && DateWords.ALL.isFilling(word))
        || (tokens.is(i, '.') && tokens.isWord(i - 1));
  }

  private static Printed printed(
      DateTokens tokens,
      int begin,
      int end,
      LocalDate date,
      @Nullable LocalTime time,
      DateGrammar.@Nullable Zone zone) {
    ZoneOffset offset = zone == null ? ZoneOffset.UTC : zone.offset();
    var stated =
        time == null
            ? new Stated(date.atStartOfDay().atOffset(ZoneOffset.UTC), true)
            : new Stated(date.atTime(time).atOffset(offset), false);
    return new Printed(tokens.begin(begin), tokens.end(end - 1), stated);
  }
}
