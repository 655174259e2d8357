package org.skep.bench.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.skep.text.Lexicon;
import org.skep.text.Words;

/**
 * Writes {@code language/<code>/frequencies.txt}: in how many of ten thousand articles a word
 * stands, in any of its forms. Words only that are mostly written small, so no names, and that
 * stand in several articles. Usage: {@code WordCounter OUT LANGUAGE docs.jsonl[.gz]...}.
 * Deterministic.
 */
public final class WordCounter {
  private static final int PER = 10_000;
  private static final int ARTICLES_MIN = 4;
  private static final int WORDS_MAX = 700;

  /** The forms of a stem, and the articles that have it, at all and in small letters. */
  private static final class Counted {
    final Map<String, Integer> forms = new TreeMap<>();
    int articles;
    int small;
  }

  private final Map<Long, Counted> stems = new HashMap<>();
  private int articles;

  private WordCounter() {}

  /** Writes the file. */
  public static void main(String[] args) throws IOException {
    var counter = new WordCounter();
    var lexicon = Lexicon.all().getOrDefault(args[1], Lexicon.none());
    for (String file : List.of(args).subList(2, args.length)) {
      for (GoldStream line : GoldStream.read(Path.of(file), null)) {
        counter.add(Words.of(line.article().text()), lexicon);
      }
    }
    Files.writeString(Path.of(args[0]), counter.file());
  }

  private void add(Words words, Lexicon lexicon) {
    articles++;
    var seen = new HashSet<Long>();
    var small = new HashSet<Long>();
    for (int i = 0; i < Math.min(words.size(), WORDS_MAX); i++) {
      if (!words.number(i) && words.end(i) - words.begin(i) > 1 && !lexicon.stops(words, i)) {
        long stem = lexicon.stem(words, i);
        var counted = stems.computeIfAbsent(stem, key -> new Counted());
        counted.articles += seen.add(stem) ? 1 : 0;
        if (!words.capital(i)) {
          counted.small += small.add(stem) ? 1 : 0;
          counted.forms.merge(words.printed(i), 1, Integer::sum);
        }
      }
    }
  }

  private String file() {
    var lines = new TreeMap<String, Integer>();
    for (Counted counted : stems.values()) {
      if (counted.small >= ARTICLES_MIN && counted.small * 2 >= counted.articles) {
        String form = "";
        for (var entry : counted.forms.entrySet()) {
          if (form.isEmpty() || entry.getValue() > counted.forms.getOrDefault(form, 0)) {
            form = entry.getKey();
          }
        }
        lines.put(form, Math.max(1, counted.articles * PER / articles));
      }
    }
    var text =
        new StringBuilder(
            "# In how many of ten thousand articles a word stands, in any form; by WordCounter.\n");
    lines.forEach(
        (word, count) -> text.append(String.format(Locale.ROOT, "%s\t%d%n", word, count)));
    return text.toString();
  }
}
