package org.skep.stories;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skep.model.Article;
import org.skep.text.Fold;
import org.skep.text.Hash64;
import org.skep.text.Lexicon;
import org.skep.text.Words;

/**
 * The terms of one article being gathered: an open-addressing table that only ever grows. Words
 * become stems, names of two words terms of their own, numbers terms with and without what they
 * count, printed days and weekdays days of the calendar.
 */
final class TermBag {
  private static final int NAMES_MAX = 16;
  private static final int CROSS_MAX = 128;
  private static final int AMOUNTS_MAX = 16;
  private static final int DAYS_IN_MONTH = 31;

  /** So short a name of a weekday may be another word (sat, sun, mar). */
  private static final int ABBREVIATED_MAX = 3;

  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2100;

  /** Between a number and what it counts stand so many empty words at most ("3 of the ships"). */
  private static final int UNIT_WORDS = 3;

  private final Article article;
  private final LocalDate day;
  private final long salt;
  private final Lexicon lexicon;
  private final Countries countries;
  private final Sounds sounds;
  private int[] keys = new int[256];
  private float[] counts = new float[256];
  private byte[] marks = new byte[256];
  private int size;
  private final int[] cross = new int[CROSS_MAX];
  private int crossSize;
  private final List<String> names = new ArrayList<>();
  private final int[] nameTerms = new int[NAMES_MAX];
  private final long[] amounts = new long[AMOUNTS_MAX];
  private int amountsSize;

  TermBag(Article article, Lexicon lexicon, Countries countries, Sounds sounds) {
    this.article = article;
    this.day = LocalDate.ofInstant(article.dated(), ZoneOffset.UTC);
    this.salt = Hash64.of(article.language());
    this.lexicon = lexicon;
    this.countries = countries;
    this.sounds = sounds;
  }

  /**
   * @param place the mark of everything found here
   * @param capitals whether capital letters tell names
   */
  void scan(Words words, int from, int to, int place, boolean capitals) {
    for (int i = from; i < to; i++) {
      int month = lexicon.month(words, i);
      boolean spelt = words.end(i) - words.begin(i) > ABBREVIATED_MAX;
      int weekday = spelt && month == 0 ? lexicon.weekday(words, i) : 0;
      if (words.number(i)) {
        number(words, i, to, place);
      } else if (month > 0 && dayOf(words, i, from, to) > 0) {
        day(month, dayOf(words, i, from, to), place);
      } else if (weekday > 0) {
        weekday(weekday, place);
      } else if (!lexicon.stops(words, i) && words.end(i) - words.begin(i) > 1) {
        long stem = lexicon.stem(words, i);
        boolean name = capitals && name(words, i);
        add(term(stem), 1, place | (name ? StoryFeatures.NAME : 0));
        if (name) {
          name(words, i, to, stem, place);
        }
      }
    }
  }

  private static boolean name(Words words, int i) {
    if (!words.capital(i) || words.end(i) - words.begin(i) < 2) {
      return false;
    }
    return !words.beginsSentence(i)
        || (words.touchesNext(i) && words.capital(i + 1) && !words.number(i + 1));
  }

  private void name(Words words, int i, int to, long stem, int place) {
    long country = countries.key(words, i, to);
    cross(country != 0 ? country : Hash64.of(sounds.of(words.printed(i))));
    boolean pair = i + 1 < to && words.touchesNext(i) && words.capital(i + 1);
    if (pair && !lexicon.stops(words, i + 1)) {
      int full = term(Hash64.of(stem, lexicon.stem(words, i + 1)));
      add(full, 1, place | StoryFeatures.FULL);
      remember(words.text().substring(words.begin(i), words.end(i + 1)), full);
    } else if (words.end(i) - words.begin(i) > 2) {
      remember(words.printed(i), term(stem));
    }
  }

  private void remember(String name, int term) {
    if (names.size() < NAMES_MAX && !names.contains(name)) {
      nameTerms[names.size()] = term;
      names.add(name);
    }
  }

  /** The day of the month printed before or after its name; 0 for none. */
  private int dayOf(Words words, int month, int from, int to) {
    int after = month + 1 < to ? dayNumber(words, month + 1) : 0;
    if (after > 0) {
      return after;
    }
    int before = month - 1;
    while (before > from && before > month - 3 && lexicon.stops(words, before)) {
      before--;
    }
    return before >= from && before < month ? dayNumber(words, before) : 0;
  }

  private static int dayNumber(Words words, int i) {
    int value = leading(words.printed(i));
    return words.number(i) && value <= DAYS_IN_MONTH ? value : 0;
  }

  /** The whole number a word begins with ("18th"); 0 for none or one of more than four digits. */
  private static int leading(String printed) {
    int value = 0;
    for (int i = 0; i < printed.length() && i < 5; i++) {
      int digit = Character.digit(printed.charAt(i), 10);
      if (digit < 0) {
        break;
      }
      value = value * 10 + digit;
    }
    return value > 9999 ? 0 : value;
  }

  private void day(int month, int dayOfMonth, int place) {
    add(term(Hash64.of(month, dayOfMonth)), 1, place | StoryFeatures.DAY);
  }

  /** The last such day before the article's date. */
  private void weekday(int weekday, int place) {
    if (place != 0) {
      var then = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
      day(then.getMonthValue(), then.getDayOfMonth(), place);
    }
  }

  /** The number, the number with what it counts, and that alone. */
  private void number(Words words, int i, int to, int place) {
    String printed = words.printed(i);
    String plain = plain(printed);
    long value = Hash64.of(plain);
    int year = printed.length() == 4 ? leading(printed) : 0;
    boolean isYear = year >= YEAR_MIN && year <= YEAR_MAX;
    if (printed.length() > 1) {
      add(term(value), 1, place | (isYear ? StoryFeatures.YEAR : 0));
    }
    int next = i + 1;
    while (next < to && next < i + UNIT_WORDS && lexicon.stops(words, next)) {
      next++;
    }
    boolean counts = next < to && !words.number(next) && !words.beginsSentence(next);
    if (counts && !isYear && lexicon.month(words, next) == 0) {
      long unit = lexicon.stem(words, next);
      add(term(Hash64.of(value, unit)), 1, place | StoryFeatures.NUMBER);
      add(term(Hash64.of(7, unit)), 1, place | StoryFeatures.UNIT);
      if (place != 0) {
        amount(unit, plain);
      }
    }
    if (place != 0 && printed.length() > 2) {
      cross(value);
    }
  }

  private void amount(long unit, String plain) {
    if (amountsSize < AMOUNTS_MAX
        && plain.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
      int value = Float.floatToIntBits(Float.parseFloat(plain));
      amounts[amountsSize++] = (long) (int) unit << 32 | value;
    }
  }

  /** 1,234.5 and 1.234,5 are one number; three digits after the only mark are thousands. */
  private static String plain(String printed) {
    int last = Math.max(printed.lastIndexOf('.'), printed.lastIndexOf(','));
    boolean decimals = last > 0 && printed.length() - last - 1 != 3;
    var plain = new StringBuilder(printed.length());
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        int digit = Character.digit(c, 10);
        plain.append(digit < 0 ? Fold.fold(c) : (char) ('0' + digit));
      } else if (c != '.' && c != ',') {
        plain.append('-');
      } else if (i == last && decimals) {
        plain.append('.');
      }
    }
    return plain.toString();
  }

  private int term(long hash) {
    return term(hash, salt);
  }

  /** A stem's term in the language of that salt; never 0. */
  static int term(long stem, long salt) {
    int term = (int) Hash64.mix(stem ^ salt);
    return term == 0 ? 1 : term;
  }

  private void cross(long key) {
    if (crossSize < cross.length) {
      cross[crossSize++] = (int) key;
    }
  }

  private void add(int term, float count, int mark) {
    int i = ((term * 0x9e3779b9) >>> 4) & (keys.length - 1);
    while (keys[i] != 0 && keys[i] != term) {
      i = (i + 1) & (keys.length - 1);
    }
    if (keys[i] == 0) {
      keys[i] = term;
      size++;
    }
    counts[i] += count;
    marks[i] |= (byte) mark;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldCounts = counts;
    byte[] oldMarks = marks;
    keys = new int[oldKeys.length * 2];
    counts = new float[keys.length];
    marks = new byte[keys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        add(oldKeys[i], oldCounts[i], oldMarks[i]);
      }
    }
  }

  StoryFeatures features(int words, boolean roundup) {
    var order = new long[size];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        order[n++] = (long) keys[i] << 32 | i;
      }
    }
    Arrays.sort(order);
    var terms = new int[n];
    var weights = new float[n];
    var kinds = new byte[n];
    for (int j = 0; j < n; j++) {
      int i = (int) order[j];
      terms[j] = keys[i];
      weights[j] = 1 + (float) Math.log(counts[i]);
      kinds[j] = marks[i];
    }
    Arrays.sort(amounts, 0, amountsSize);
    var units = new int[amountsSize];
    var values = new float[amountsSize];
    for (int k = 0; k < amountsSize; k++) {
      units[k] = (int) (amounts[k] >> 32);
      values[k] = Float.intBitsToFloat((int) amounts[k]);
    }
    return new StoryFeatures(
        article.id(),
        article.language(),
        article.dated().getEpochSecond(),
        article.published() != null,
        words,
        terms,
        weights,
        kinds,
        units,
        values,
        Arrays.stream(cross, 0, crossSize).distinct().sorted().toArray(),
        List.copyOf(names),
        Arrays.copyOf(nameTerms, names.size()),
        roundup);
  }
}
