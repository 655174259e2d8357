package org.skep.mention;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.date.PrintedDates;
import org.skep.language.LanguagePack;
import org.skep.language.Noun;
import org.skep.language.Quantity;
import org.skep.language.WordClass;
import org.skep.model.Article;
import org.skep.model.Fact;
import org.skep.text.Tokens;

/**
 * Counted and dated statements of one article: "their sixth known phone call", "at least six",
 * "within 24 hours", "on Thursday". Numbers become digits, hedges a sign before them, durations and
 * days ISO 8601; weekdays look back from the article's day. What is counted is the last words of
 * the noun phrase, folded, so that "sixth known phone call" and "six official phone calls" compare.
 *
 * <p>Linear in the tokens. Not thread-safe; lives for one article.
 */
final class Facts {
  private static final int PHRASE_WORDS_MAX = 6;
  private static final int MEASURE_WORDS_MAX = 5;

  private final Article article;
  private final String text;
  private final Tokens tokens;
  private final LanguagePack pack;
  private final LocalDate day;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(Article article, Tokens tokens, LanguagePack pack) {
    this.article = article;
    this.text = article.text();
    this.tokens = tokens;
    this.pack = pack;
    this.day = article.dated().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** In order of position. */
  static List<Fact> of(Article article, Tokens tokens, LanguagePack pack) {
    var facts = new Facts(article, tokens, pack);
    List<PrintedDates.Printed> printed = facts.printed();
    for (var date : printed) {
      LocalDate stated = date.stated().at().toLocalDate();
      facts.add(Fact.Kind.DATE, date.begin(), date.end(), stated.toString(), "");
    }
    int next = 0;
    for (int t = 0; t < tokens.size(); ) {
      while (next < printed.size() && printed.get(next).end() <= tokens.begin(t)) {
        next++;
      }
      boolean dated = next < printed.size() && tokens.begin(t) >= printed.get(next).begin();
      t = dated || !facts.mayBegin(t) ? t + 1 : Math.max(t + 1, facts.read(t));
    }
    facts.facts.sort(Comparator.comparingInt(f -> f.span().begin()));
    return facts.facts;
  }

  /** Dates in full. None goes over the end of a paragraph, and few paragraphs have one at all. */
  private List<PrintedDates.Printed> printed() {
    var found = new ArrayList<PrintedDates.Printed>();
    for (int begin = 0; begin < text.length(); ) {
      int line = text.indexOf('\n', begin);
      int end = line < 0 ? text.length() : line;
      for (var date : PrintedDates.find(text.substring(begin, end), article.language())) {
        found.add(
            new PrintedDates.Printed(begin + date.begin(), begin + date.end(), date.stated()));
      }
      begin = end + 1;
    }
    return found;
  }

  /** Whether a number, an ordinal or a day may begin at a token. Most words say at once: no. */
  private boolean mayBegin(int t) {
    String word = tokens.word(t);
    return switch (tokens.shape(t)) {
      case NUMBER -> true;
      case MARK -> !currency(t).isEmpty();
      default -> !pack.quantities(word).isEmpty() || pack.weekday(word) > 0 || pack.month(word) > 0;
    };
  }

  /** Reads what begins at a token; gives the token to go on with. */
  private int read(int t) {
    Quantity hedge = quantity(t, Quantity.Kind.HEDGE);
    if (hedge != null) {
      int after = number(t + hedge.words().size(), t, hedge.value());
      if (after > 0) {
        return after;
      }
    }
    int after = number(t, t, "");
    if (after > 0) {
      return after;
    }
    after = ordinal(t);
    return after > 0 ? after : calendar(t);
  }

  private @Nullable Quantity quantity(int t, Quantity.Kind kind) {
    if (t >= tokens.size()) {
      return null;
    }
    for (Quantity quantity : pack.quantities(tokens.word(t))) {
      if (quantity.kind() == kind && matches(quantity, t)) {
        return quantity;
      }
    }
    return null;
  }

  private boolean matches(Quantity quantity, int t) {
    for (int k = 1; k < quantity.words().size(); k++) {
      if (t + k >= tokens.size() || !tokens.word(t + k).equals(quantity.words().get(k))) {
        return false;
      }
    }
    return true;
  }

  // ---------------------------------------------------------------- numbers

  /** A number with what it counts; the token after it, or 0. */
  private int number(int t, int from, String hedge) {
    int at = t;
    String currency = at < tokens.size() ? currency(at) : "";
    if (!currency.isEmpty()) {
      at++;
    }
    BigDecimal value = at < tokens.size() ? value(at) : null;
    if (value == null) {
      return 0;
    }
    int begin = from;
    at++;
    for (Quantity times = quantity(at, Quantity.Kind.MULTIPLIER);
        times != null;
        times = quantity(at, Quantity.Kind.MULTIPLIER)) {
      value = value.multiply(new BigDecimal(times.value()));
      at++;
    }
    String digits = hedge + value.stripTrailingZeros().toPlainString();
    if (currency.isEmpty() && at < tokens.size()) {
      Quantity money = quantity(at, Quantity.Kind.MONEY);
      currency = tokens.isMark(at, '%') ? "%" : money != null ? money.value() : currency(at);
      at += currency.isEmpty() ? 0 : money == null ? 1 : money.words().size();
    }
    if (!currency.isEmpty()) {
      int end = phraseEnd(at, pack.is(word(at), WordClass.PREPOSITION) ? 1 : 0);
      add(
          Fact.Kind.AMOUNT,
          tokens.begin(begin),
          tokens.end(at - 1),
          digits + " " + currency,
          about(at, end));
      return at;
    }
    Quantity unit = quantity(at, Quantity.Kind.UNIT);
    if (unit != null) {
      String iso = unit.value().replace("1", value.stripTrailingZeros().toPlainString());
      add(Fact.Kind.DURATION, tokens.begin(begin), tokens.end(at), hedge + iso, "");
      return at + 1;
    }
    return counted(t, begin, at, digits, hedge, value);
  }

  private int counted(
      int number, int begin, int at, String digits, String hedge, BigDecimal value) {
    boolean year =
        hedge.isEmpty()
            && tokens.shape(number) == Tokens.Shape.NUMBER
            && isYear(tokens.word(number));
    boolean article_ =
        tokens.shape(number) != Tokens.Shape.NUMBER && value.intValue() == 1 && hedge.isEmpty();
    if (year || article_) {
      return 0;
    }
    int end = phraseEnd(at, PHRASE_WORDS_MAX);
    String measure = measureNear(number, at, end);
    if (!measure.isEmpty()) {
      add(Fact.Kind.COUNT, tokens.begin(begin), tokens.end(Math.max(at, end) - 1), digits, measure);
      return Math.max(at, end);
    }
    String about = about(at, end);
    if (end == at || about.isEmpty() || pack.month(word(at)) > 0) {
      return 0;
    }
    add(Fact.Kind.COUNT, tokens.begin(begin), tokens.end(end - 1), digits, about);
    return end;
  }

  /** "12 people were killed", "killed at least 14", "the death toll rose to 14". */
  private String measureNear(int number, int at, int end) {
    if (isWhole(number)) {
      return "";
    }
    int stop = Math.min(tokens.size(), end + MEASURE_WORDS_MAX);
    for (int t = at; t < stop && !isBreak(t); t++) {
      stop = isWhole(t) ? Math.min(tokens.size(), t + 1 + MEASURE_WORDS_MAX) : stop;
      boolean other = value(t) != null && !isWhole(t);
      if (t >= end && (other || pack.is(word(t), WordClass.CONJUNCTION))) {
        break;
      }
      Quantity measure = quantity(t, Quantity.Kind.MEASURE);
      if (measure != null) {
        return isPart(at, t) ? "" : measure.value();
      }
    }
    for (int t = number - 1; t >= Math.max(0, number - MEASURE_WORDS_MAX) && !isBreak(t); t--) {
      if (value(t) != null || pack.is(word(t), WordClass.CONJUNCTION)) {
        break;
      }
      Quantity measure = quantity(t, Quantity.Kind.MEASURE);
      if (measure != null) {
        boolean near = end == at || number - t <= 3 || word(t + 1).equals("toll");
        return near ? measure.value() : "";
      }
    }
    return "";
  }

  /** "Two of the injured", "zwei der Verletzten": some of them, not how many they are. */
  private boolean isPart(int at, int measure) {
    return measure > at && partitiveBefore(measure) == at;
  }

  /** The 90 in "four of the 90 passengers were injured", who are not the injured. */
  private boolean isWhole(int number) {
    int part = partitiveBefore(number) - 1;
    return part >= 0 && value(part) != null;
  }

  /**
   * Where "of the" begins that ends before a token, contracted or not; the token itself if none.
   */
  private int partitiveBefore(int t) {
    boolean the =
        pack.is(word(t - 1), WordClass.DETERMINER) || pack.is(word(t - 1), WordClass.POSSESSIVE);
    int of = the && pack.is(word(t - 2), WordClass.PREPOSITION) ? t - 2 : t - 1;
    return the ? of : t;
  }

  private boolean isBreak(int t) {
    return tokens.shape(t) == Tokens.Shape.MARK
        && "\"“”„«»".indexOf(text.charAt(tokens.begin(t))) < 0
        && !tokens.isMark(t, '-');
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && (word.startsWith("19") || word.startsWith("20"));
  }

  private String currency(int t) {
    if (tokens.shape(t) != Tokens.Shape.MARK) {
      return "";
    }
    return switch (text.charAt(tokens.begin(t))) {
      case '$' -> "USD";
      case '€' -> "EUR";
      case '£' -> "GBP";
      case '¥' -> "JPY";
      default -> "";
    };
  }

  private @Nullable BigDecimal value(int t) {
    if (tokens.shape(t) == Tokens.Shape.NUMBER) {
      return digits(tokens.word(t));
    }
    Quantity number = quantity(t, Quantity.Kind.NUMBER);
    return number == null ? null : new BigDecimal(number.value());
  }

  /** Digits with the separators of either habit; {@code null} for times, scores and codes. */
  private static @Nullable BigDecimal digits(String word) {
    var plain = new StringBuilder(word.length());
    int last = Math.max(word.lastIndexOf('.'), word.lastIndexOf(','));
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
      } else if (c == '.' || c == ',') {
        if (i == last && word.length() - i - 1 != 3) {
          plain.append('.');
        }
      } else {
        return null;
      }
    }
    return plain.length() > 15 ? null : new BigDecimal(plain.toString());
  }

  // ---------------------------------------------------------------- ordinals

  private int ordinal(int t) {
    Quantity ordinal = quantity(t, Quantity.Kind.ORDINAL);
    if (ordinal == null || t + 1 >= tokens.size() || quantity(t + 1, Quantity.Kind.UNIT) != null) {
      return 0;
    }
    boolean opened =
        t > 0
            && (pack.is(word(t - 1), WordClass.DETERMINER)
                || pack.is(word(t - 1), WordClass.POSSESSIVE)
                || pack.is(word(t - 1), WordClass.PREPOSITION));
    int end = phraseEnd(t + 1, PHRASE_WORDS_MAX);
    String about = about(t + 1, end);
    if (!opened || about.isEmpty() || pack.month(word(t + 1)) > 0) {
      return 0;
    }
    add(Fact.Kind.ORDINAL, tokens.begin(t), tokens.end(end - 1), ordinal.value(), about);
    return end;
  }

  // ---------------------------------------------------------------- what is counted

  private String word(int t) {
    return t < 0 || t >= tokens.size() ? "" : tokens.word(t);
  }

  /** Where the noun phrase that goes on at a token ends. */
  private int phraseEnd(int from, int wordsMax) {
    int t = from;
    while (t < tokens.size()
        && t - from < wordsMax
        && tokens.shape(t) != Tokens.Shape.MARK
        && tokens.shape(t) != Tokens.Shape.NUMBER
        && !apart(t)) {
      long classes = pack.classes(tokens.word(t));
      boolean open = classes == 0 || LanguagePack.is(classes, WordClass.TITLE);
      boolean verb = isVerb(t, t > from);
      if (!open || verb) {
        break;
      }
      t++;
    }
    return t;
  }

  private boolean isVerb(int t, boolean afterNoun) {
    if (!afterNoun) {
      return false;
    }
    String word = tokens.word(t);
    return pack.ends("verb-ending", word) || (pack.isCueWord(word) && !pack.isNounCue(word));
  }

  private boolean apart(int t) {
    return t > 0 && text.indexOf('\n', tokens.end(t - 1), tokens.begin(t)) >= 0;
  }

  /** The last two words of a phrase, singular, lower-case. */
  private String about(int from, int end) {
    if (end <= from) {
      return "";
    }
    String head = singular(tokens.word(end - 1));
    boolean two =
        end - from >= 2
            && !pack.ends("verb-ending", tokens.word(end - 2))
            && !pack.ends("adverb-ending", tokens.word(end - 2))
            && !(end - from == 2 && pack.noun(tokens.word(end - 1), Noun.Kind.PEOPLE) != null);
    return two ? tokens.word(end - 2) + " " + head : head;
  }

  private String singular(String word) {
    if (!pack.has("plural-s") || word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
      return word;
    }
    return word.endsWith("ies")
        ? word.substring(0, word.length() - 3) + "y"
        : word.substring(0, word.length() - 1);
  }

  // ---------------------------------------------------------------- days

  /** Weekdays, yesterday, "January 2025"; the token after it, or 0. */
  private int calendar(int t) {
    String word = tokens.word(t);
    int weekday = pack.weekday(word);
    if (weekday > 0) {
      Quantity next = t > 0 ? quantity(t - 1, Quantity.Kind.NEXT) : null;
      boolean ahead = next != null && next.value().equals("1");
      var named = DayOfWeek.of(weekday);
      LocalDate date =
          ahead
              ? day.with(TemporalAdjusters.next(named))
              : day.with(TemporalAdjusters.previousOrSame(named));
      add(Fact.Kind.DATE, tokens.begin(t), tokens.end(t), date.toString(), "");
      return t + 1;
    }
    Quantity relative = quantity(t, Quantity.Kind.DAY);
    if (relative != null) {
      String date = day.plusDays(Integer.parseInt(relative.value())).toString();
      add(Fact.Kind.DATE, tokens.begin(t), tokens.end(t), date, "");
      return t + 1;
    }
    int month = pack.month(word);
    if (month > 0 && (tokens.isCapital(t) || !pack.has("month-capitals"))) {
      return month(t, month);
    }
    return 0;
  }

  private int month(int t, int month) {
    int year = t + 1;
    if (year < tokens.size() && pack.is(word(year), WordClass.PREPOSITION)) {
      year++; // enero de 2025
    }
    if (year < tokens.size()
        && isYear(tokens.word(year))
        && tokens.word(year).chars().allMatch(Character::isDigit)) {
      String value = tokens.word(year) + (month < 10 ? "-0" : "-") + month;
      add(Fact.Kind.DATE, tokens.begin(t), tokens.end(year), value, "");
      return year + 1;
    }
    for (int near : new int[] {t - 1, t + 1, t - 2}) {
      int number = near < 0 || near >= tokens.size() ? 0 : dayOfMonth(tokens.word(near));
      if (number > 0) {
        LocalDate date = LocalDate.of(day.getYear(), month, 1);
        if (number > date.lengthOfMonth()) {
          return 0;
        }
        date = date.withDayOfMonth(number);
        date = date.isAfter(day.plusMonths(3)) ? date.minusYears(1) : date;
        int from = Math.min(near, t);
        add(Fact.Kind.DATE, tokens.begin(from), tokens.end(Math.max(near, t)), date.toString(), "");
        return Math.max(near, t) + 1;
      }
    }
    return 0;
  }

  private static int dayOfMonth(String word) {
    int digits = 0;
    int value = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      value = value * 10 + word.charAt(digits++) - '0';
      if (digits > 2) {
        return 0;
      }
    }
    String rest = word.substring(digits);
    boolean suffix =
        rest.isEmpty()
            || rest.equals("st")
            || rest.equals("nd")
            || rest.equals("rd")
            || rest.equals("th")
            || rest.equals("er");
    return digits > 0 && suffix && value <= 31 ? value : 0;
  }

  private void add(Fact.Kind kind, int begin, int end, String value, String about) {
    facts.add(new Fact(kind, article.span(begin, end), text.substring(begin, end), value, about));
  }
}
