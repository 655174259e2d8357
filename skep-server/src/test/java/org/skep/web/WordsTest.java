package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The interface says everything in every language it speaks. */
class WordsTest {
  private static final Pattern USED = Pattern.compile("\\.(t|count)\\(\"([^\"]+)\"\\s*[,)]");
  private static final Pattern PLACES = Pattern.compile("\\{\\d}");
  private final Instant now = Instant.parse("2026-05-14T16:42:00Z");

  @Test
  void everyLanguageHasTheSameKeysAndPlaces() {
    Map<String, String> english = Words.load("en");
    for (String language : Words.LANGUAGES) {
      Map<String, String> other = Words.load(language);
      assertThat(other.keySet()).as(language).isEqualTo(english.keySet());
      english.forEach((key, text) ->
          assertThat(places(other.getOrDefault(key, "")))
              .as(language + ": " + key)
              .isEqualTo(places(text)));
    }
  }

  @Test
  void everyFileIsSortedWithoutDuplicates() throws IOException {
    for (String language : Words.LANGUAGES) {
      List<String> keys =
          Files.readAllLines(
                  Path.of("src/main/resources/words/" + language + ".properties"),
                  StandardCharsets.UTF_8)
              .stream()
              .map(line -> line.replaceFirst(" = .*", ""))
              .toList();
      assertThat(keys).as(language).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void everyKeyTheTemplatesUseIsWritten() throws IOException {
    var missing = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jte")).toList()) {
        var matcher = USED.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
          String key = matcher.group(2);
          List<String> keys =
              matcher.group(1).equals("t") ? List.of(key) : List.of(key + ".one", key + ".other");
          keys.stream().filter(k -> !Words.load("en").containsKey(k)).forEach(missing::add);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void timesAreSaidTheWayTheLanguageSaysThem() {
    var english = Words.of("en", ZoneOffset.UTC, now);
    var german = Words.of("de", ZoneOffset.UTC, now);
    assertThat(english.ago(now.minus(Duration.ofMinutes(20)))).isEqualTo("20 min ago");
    assertThat(german.ago(now.minus(Duration.ofMinutes(20)))).isEqualTo("vor 20 Min.");
    assertThat(english.day(now.minus(Duration.ofDays(2)))).isEqualTo("Tuesday");
    assertThat(german.day(now.minus(Duration.ofDays(2)))).isEqualTo("Dienstag");
    assertThat(english.day(now.minus(Duration.ofDays(60)))).isEqualTo("15 March");
    assertThat(german.day(now.minus(Duration.ofDays(60)))).isEqualTo("15. März");
    assertThat(english.count("count.outlets", 1)).isEqualTo("1 outlet");
    assertThat(german.count("count.outlets", 1200)).isEqualTo("1.200 Medien");
  }

  private static Map<String, Integer> places(String text) {
    var places = new TreeMap<String, Integer>();
    PLACES.matcher(text).results().forEach(match -> places.merge(match.group(), 1, Integer::sum));
    return places;
  }
}
