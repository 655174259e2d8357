package org.skep.stories;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.skep.text.Hash64;
import org.skep.text.Lexicon;
import org.skep.text.TextLines;
import org.skep.text.Words;

/**
 * How common words are before the first article was read, from {@code
 * language/<code>/frequencies.txt}: without it every word of a young stream is as rare as a name.
 * Counts as {@link #ARTICLES} articles of each such language. Immutable.
 */
final class UsualWords {
  static final int ARTICLES = 2_000;
  private static final double PER = 10_000;

  private final Map<String, Lexicon> lexicons;
  private final int[] terms;
  private final float[] counts;
  private final java.util.Set<String> languages = new java.util.TreeSet<>();

  UsualWords(Map<String, Lexicon> lexicons) {
    this.lexicons = lexicons;
    var all = new TreeMap<Integer, Float>();
    for (String code : lexicons.keySet()) {
      String file = "/language/" + code + "/frequencies.txt";
      if (UsualWords.class.getResource(file) != null) {
        languages.add(code);
        TextLines.of(UsualWords.class, file).forEach(line -> read(code, line, all));
      }
    }
    terms = all.keySet().stream().mapToInt(Integer::intValue).toArray();
    counts = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      counts[i] = all.getOrDefault(terms[i], 0f);
    }
  }

  private void read(String code, String line, Map<Integer, Float> all) {
    String[] parts = line.split("\t");
    var word = Words.of(parts[0]);
    var lexicon = lexicons.getOrDefault(code, Lexicon.none());
    if (word.size() == 1) {
      int term = TermBag.term(lexicon.stem(word, 0), Hash64.of(code));
      all.merge(term, (float) (Integer.parseInt(parts[1]) * ARTICLES / PER), Float::sum);
    }
  }

  /** How many articles the words of the language were counted in. */
  int articles(String language) {
    return languages.contains(language) ? ARTICLES : 0;
  }

  float count(int term) {
    int i = Arrays.binarySearch(terms, term);
    return i < 0 ? 0 : counts[i];
  }
}
