package org.skep.date;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.language.Language;
import org.skep.language.Languages;

/**
 * The words dates are made of, from text files: months and weekdays of each language ({@code
 * language/<code>/months.txt}), zones, halves of the day and filling words ({@code date/}). A word
 * that means two months (Czech and Croatian {@code listopad}) means what the given language says.
 */
final class DateWords {
  static final DateWords ALL = new DateWords();

  private final Map<String, Map<String, Integer>> monthsOf = new HashMap<>();
  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> weekdays = new HashMap<>();
  private final Map<String, ZoneOffset> zones = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();

  private DateWords() {
    for (Language language : Languages.all()) {
      String code = language.code();
      var own = new HashMap<String, Integer>();
      for (String line : Languages.words(code, "months.txt")) {
        String[] parts = line.split("\t", -1);
        own.put(parts[0], Integer.valueOf(parts[1]));
        months.putIfAbsent(parts[0], Integer.valueOf(parts[1]));
      }
      monthsOf.put(code, own);
      for (String line : Languages.words(code, "weekdays.txt")) {
        String[] parts = line.split("\t", -1);
        weekdays.putIfAbsent(parts[0], Integer.valueOf(parts[1]));
      }
    }
    table("date/zones.txt").forEach((name, offset) -> zones.put(name, ZoneOffset.of(offset)));
    kinds.putAll(table("date/words.txt"));
  }

  /** 1 to 12, or 0 when the word is no month. */
  int month(String word, @Nullable String language) {
    if (language != null) {
      String code = language.length() > 2 ? language.substring(0, 2) : language;
      Integer own = monthsOf.getOrDefault(code, Map.of()).get(word);
      if (own != null) {
        return own;
      }
    }
    return months.getOrDefault(word, 0);
  }

  /** 1 for Monday to 7, or 0 when the word is no weekday. */
  int weekday(String word) {
    return weekdays.getOrDefault(word, 0);
  }

  /** The offset of a zone's abbreviation ("cest"). */
  Optional<ZoneOffset> zone(String word) {
    return Optional.ofNullable(zones.get(word));
  }

  boolean isAm(String word) {
    return "am".equals(kinds.get(word));
  }

  boolean isPm(String word) {
    return "pm".equals(kinds.get(word));
  }

  boolean isFilling(String word) {
    return "skip".equals(kinds.get(word));
  }

  /** The lines "key, tab, value" of a resource of this package. */
  static Map<String, String> table(String resource) {
    var table = new HashMap<String, String>();
    try (InputStream in = DateWords.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          table.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("class path: " + resource, e);
    }
  }
}
