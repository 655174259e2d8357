package org.skep.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a language adds to comparing words: endings that do not change what a word is about, and
 * words that are about nothing. From {@code language/<code>/endings.txt} and {@code
 * common-words.txt} (or {@code stopwords.txt}), with its names of months and weekdays; a language
 * without these files compares words as they stand. Immutable, thread-safe; a word costs one pass
 * over its letters. Weak: it cuts the longest known ending and leaves four letters, no more; it
 * knows neither irregular forms nor compounds.
 */
public final class Lexicon {
  private static final int STEM_MIN = 4;
  private static final int WORD_MAX = 40;

  private final char[][] endings;
  private final long[] stopWords;
  private final Calendar months;
  private final Calendar weekdays;

  /** Names of months or weekdays, by hash of the folded word, ascending, and their numbers. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Calendar(long[] names, int[] numbers) {
    static Calendar of(List<String> lines) {
      var numbers = new TreeMap<Long, Integer>();
      for (String line : lines) {
        String[] parts = line.split("\t");
        var name = Words.of(parts[0]);
        if (name.size() == 1) {
          numbers.put(name.hash(0), Integer.parseInt(parts[1]));
        }
      }
      return new Calendar(
          numbers.keySet().stream().mapToLong(Long::longValue).toArray(),
          numbers.values().stream().mapToInt(Integer::intValue).toArray());
    }

    int number(long hash) {
      int i = Arrays.binarySearch(names, hash);
      return i < 0 ? 0 : numbers[i];
    }
  }

  private Lexicon(
      List<String> endings, List<String> stopWords, List<String> months, List<String> weekdays) {
    this.months = Calendar.of(months);
    this.weekdays = Calendar.of(weekdays);
    this.endings =
        endings.stream()
            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
            .map(String::toCharArray)
            .toArray(char[][]::new);
    this.stopWords =
        stopWords.stream().mapToLong(word -> Words.of(word).hash(0)).sorted().toArray();
  }

  /** All languages that have files, by ISO 639-1 code. */
  public static Map<String, Lexicon> all() {
    var all = new HashMap<String, Lexicon>();
    for (String code : Locale.getISOLanguages()) {
      var endings = lines(code, "endings.txt");
      var stopWords = lines(code, "common-words.txt");
      if (stopWords.isEmpty()) {
        stopWords = lines(code, "stopwords.txt");
      }
      var months = lines(code, "months.txt");
      if (!endings.isEmpty() || !stopWords.isEmpty() || !months.isEmpty()) {
        all.put(code, new Lexicon(endings, stopWords, months, lines(code, "weekdays.txt")));
      }
    }
    return Map.copyOf(all);
  }

  /** For a language nobody has written files for. */
  public static Lexicon none() {
    return new Lexicon(List.of(), List.of(), List.of(), List.of());
  }

  private static List<String> lines(String code, String file) {
    String name = "/language/" + code + "/" + file;
    return Lexicon.class.getResource(name) == null ? List.of() : TextLines.of(Lexicon.class, name);
  }

  /** Whether the word is about nothing. */
  public boolean stops(Words words, int word) {
    return Arrays.binarySearch(stopWords, words.hash(word)) >= 0;
  }

  /** 1 to 12 when the word names a month, else 0. */
  public int month(Words words, int word) {
    return months.number(words.hash(word));
  }

  /** 1 (Monday) to 7 when the word names a weekday, else 0. */
  public int weekday(Words words, int word) {
    return weekdays.number(words.hash(word));
  }

  /** The hash of the word without its ending; numbers and pairs of letters as they are. */
  public long stem(Words words, int word) {
    int length = words.end(word) - words.begin(word);
    if (endings.length == 0 || length <= STEM_MIN || length > WORD_MAX) {
      return words.hash(word);
    }
    if (words.number(word) || words.pair(word)) {
      return words.hash(word);
    }
    var letters = new char[length];
    int n = 0;
    for (int i = words.begin(word); i < words.end(word); i++) {
      char folded = Fold.fold(words.text().charAt(i));
      if (folded != 0) {
        letters[n++] = folded;
      }
    }
    long hash = Hash64.begin();
    int stem = stem(letters, n);
    for (int i = 0; i < stem; i++) {
      hash = Hash64.step(hash, letters[i]);
    }
    return Hash64.mix(hash);
  }

  private int stem(char[] letters, int length) {
    for (char[] ending : endings) {
      int from = length - ending.length;
      if (from >= STEM_MIN && ends(letters, from, ending)) {
        return from;
      }
    }
    return length;
  }

  private static boolean ends(char[] letters, int from, char[] ending) {
    for (int i = ending.length - 1; i >= 0; i--) {
      if (letters[from + i] != ending[i]) {
        return false;
      }
    }
    return true;
  }
}
