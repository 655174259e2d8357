package org.skep.stories;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** Of no language. */
  static final UsualWords NONE = new UsualWords(Map.of());

  private final Map<String, Lexicon> lexicons;
  private final int[] terms;
  private final float[] counts;
  private final Set<String> languages = new TreeSet<>();

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
    int size = Integer.highestOneBit(Math.max(1, all.size())) * 4;
    terms = new int[size];
    counts = new float[size];
    all.forEach((term, count) -> {
      int i = place(term);
      terms[i] = term;
      counts[i] = count;
    });
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
    return counts[place(term)];
  }

  /** Where the term stands, or the free place where it would. */
  private int place(int term) {
    int i = (int) (Hash64.mix(term) >>> 8) & (terms.length - 1);
    while (terms[i] != 0 && terms[i] != term) {
      i = (i + 1) & (terms.length - 1);
    }
    return i;
  }
}
