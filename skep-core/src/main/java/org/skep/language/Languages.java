package org.skep.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The languages Skep knows: one line each in {@code language/languages.txt}, and a folder {@code
 * language/<code>/} with sorted lists of words. A new language is a line and a folder, no Java.
 * Loaded once, immutable, thread-safe; a look-up costs a hash.
 */
public final class Languages {
  private static final SortedMap<String, Language> ALL = load();
  private static final Map<String, Set<String>> STOP_WORDS = loadStopWords();

  private Languages() {}

  /** All of them, by code. */
  public static Collection<Language> all() {
    return ALL.values();
  }

  /** The language of an ISO 639-1 code or a tag that begins with one ("de", "pt-BR", "EN_us"). */
  public static Optional<Language> find(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
      end++;
    }
    String code = tag.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    return Optional.ofNullable(ALL.get(code.equals("nb") || code.equals("nn") ? "no" : code));
  }

  /** Words that carry grammar and no news, in lower case; empty for an unknown language. */
  public static Set<String> stopWords(String code) {
    return STOP_WORDS.getOrDefault(code, Set.of());
  }

  /**
   * The lines of a list of one language, {@code language/<code>/<file>}, comments ({@code #}) and
   * blank lines left out; empty when the language has no such list.
   */
  public static List<String> words(String code, String file) {
    return lines("language/" + code + "/" + file);
  }

  private static SortedMap<String, Language> load() {
    var all = new TreeMap<String, Language>();
    for (String line : lines("language/languages.txt")) {
      var language = Language.parse(line);
      all.put(language.code(), language);
    }
    return java.util.Collections.unmodifiableSortedMap(all);
  }

  private static Map<String, Set<String>> loadStopWords() {
    var all = new HashMap<String, Set<String>>();
    for (String code : ALL.keySet()) {
      all.put(code, Set.copyOf(words(code, "stopwords.txt")));
    }
    return Map.copyOf(all);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Languages.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        return List.of();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      throw new UncheckedIOException("class path: " + resource, e);
    }
  }
}
