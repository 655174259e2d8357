package org.skep.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skep.model.Fact;

/**
 * The words of the interface in one language, and how that language writes times and numbers. One
 * file per language, {@code words/en.properties}; what a language lacks is said in English. A value
 * of one request: it carries the reader's zone and the time of the page. Immutable.
 */
public final class Words {
  /** Languages the interface speaks; a test keeps them complete. */
  public static final List<String> LANGUAGES = List.of("en", "de");

  private static final Map<String, Map<String, String>> LOADED = new ConcurrentHashMap<>();

  private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|~)(.+)");

  private final Map<String, String> strings;
  private final Locale locale;
  private final ZoneId zone;
  private final Instant now;

  private Words(Map<String, String> strings, Locale locale, ZoneId zone, Instant now) {
    this.strings = strings;
    this.locale = locale;
    this.zone = zone;
    this.now = now;
  }

  /** The words of a language of {@link #LANGUAGES}; English for any other. */
  public static Words of(String language, ZoneId zone, Instant now) {
    String known = LANGUAGES.contains(language) ? language : "en";
    Locale locale = known.equals("en") ? Locale.UK : Locale.of(known);
    return new Words(LOADED.computeIfAbsent(known, Words::load), locale, zone, now);
  }

  static Map<String, String> load(String language) {
    String name = "/words/" + language + ".properties";
    try (var in = Words.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        var properties = new Properties();
        properties.load(reader);
        var strings = new ConcurrentHashMap<String, String>();
        properties.forEach((key, value) -> strings.put((String) key, (String) value));
        return Map.copyOf(strings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A language of the interface in its own words: "Deutsch". */
  public static String own(String language) {
    return Locale.of(language).getDisplayLanguage(Locale.of(language));
  }

  /** ISO 639-1, for the page's lang attribute. */
  public String tag() {
    return locale.getLanguage();
  }

  /** The time of the page. */
  public Instant now() {
    return now;
  }

  /** Whether somebody wrote this key. */
  public boolean has(String key) {
    return strings.containsKey(key);
  }

  /** The string of this key, with {0}, {1} ... replaced; the key itself when nobody wrote it. */
  public String t(String key, Object... args) {
    String text = strings.getOrDefault(key, key);
    for (int i = 0; i < args.length; i++) {
      text =
          text.replace("{" + i + "}", args[i] instanceof Number number ? n(number) : "" + args[i]);
    }
    return text;
  }

  /** "1 outlet", "12 outlets": the key's {@code .one} or {@code .other}, {0} being the count. */
  public String count(String key, long count) {
    return t(key + (count == 1 ? ".one" : ".other"), count);
  }

  /** A number as the language writes it. */
  public String n(Number number) {
    return NumberFormat.getInstance(locale).format(number);
  }

  /** "45 %" or "45%". */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** One decimal at most. */
  public String decimal(double value) {
    var format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(value < 10 ? 1 : 0);
    return format.format(value);
  }

  /** The language's name in this language; the code when Java has none. */
  public String language(String code) {
    return code.equals("und") || code.isEmpty()
        ? t("language.unknown")
        : Locale.of(code).getDisplayLanguage(locale);
  }

  /** "just now", "20 min ago", "3 h ago", then the day. */
  public String ago(Instant at) {
    Duration age = Duration.between(at, now);
    if (age.toMinutes() < 1) {
      return t("time.now");
    }
    if (age.toHours() < 1) {
      return t("time.minutes", age.toMinutes());
    }
    if (age.toHours() < 12) {
      return t("time.hours", age.toHours());
    }
    return dateTime(at);
  }

  /** When something will be: "now", "in 20 min", "in 3 h", then the day. */
  public String until(Instant at) {
    Duration wait = Duration.between(now, at);
    if (wait.toSeconds() < 60) {
      return t("time.soon");
    }
    if (wait.toHours() < 1) {
      return t("time.inMinutes", wait.toMinutes());
    }
    if (wait.toHours() < 12) {
      return t("time.inHours", wait.toHours());
    }
    return dateTime(at);
  }

  /** "since 14:20", "since Tuesday", "since 3 May". */
  public String since(Instant at) {
    return t("time.since", daysAgo(at) == 0 ? time(at) : day(at));
  }

  /** "14:20". */
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  /** "today", "yesterday", "Tuesday", "3 May", "3 May 2024". */
  public String day(Instant at) {
    LocalDate date = at.atZone(zone).toLocalDate();
    long days = daysAgo(at);
    if (days == 0) {
      return t("time.today");
    }
    if (days == 1) {
      return t("time.yesterday");
    }
    if (days > 1 && days < 7) {
      return pattern("EEEE").format(date);
    }
    boolean thisYear = date.getYear() == now.atZone(zone).getYear();
    return pattern(t(thisYear ? "time.dayMonth" : "time.dayMonthYear")).format(date);
  }

  /** "Tuesday, 14:20". */
  public String dateTime(Instant at) {
    return day(at) + ", " + time(at);
  }

  /** "Sunday, 22 November 2026". */
  public String today() {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(locale)
        .format(now.atZone(zone));
  }

  /** "+12 min", "+3 h", "+2 d". */
  public String lag(Duration lag) {
    if (lag.toMinutes() < 1) {
      return t("lag.none");
    }
    if (lag.toMinutes() < 100) {
      return t("lag.minutes", lag.toMinutes());
    }
    return lag.toHours() < 48 ? t("lag.hours", lag.toHours()) : t("lag.days", lag.toDays());
  }

  /** Why a report belongs to its story. */
  public String reason(String reason) {
    return Reasons.of(reason, this);
  }

  /** A fact's value as a reader says it: "20 years", "at least 6", "3 May 2026". */
  public String fact(Fact.Kind kind, String value) {
    return switch (kind) {
      case DURATION -> Durations.inWords(value, this);
      case DATE -> date(value);
      case ORDINAL, COUNT, AMOUNT -> {
        Matcher bound = BOUND.matcher(value);
        yield bound.matches() ? bound(bound.group(1), bound.group(2)) : value;
      }
    };
  }

  /** "at least 6" for ">=" and "6"; the sign itself when it has no words. */
  String bound(String sign, String value) {
    return switch (sign) {
      case ">=" -> t("bound.least", value);
      case "<=" -> t("bound.most", value);
      case ">" -> t("bound.more", value);
      case "<" -> t("bound.less", value);
      default -> t("bound.about", value);
    };
  }

  private String date(String value) {
    try {
      return pattern(t("time.dayMonthYear")).format(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value; // a month, a year, a range: as it is written
    }
  }

  /** For a machine: ISO 8601 in UTC, whole seconds. */
  public String iso(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }

  private long daysAgo(Instant at) {
    return ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
  }
}
