package org.skep.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which language a text is in. First the script: Greek, Hebrew, Thai, Korean and others have
 * one of their own. Languages that share a script are told apart by their function words and by
 * letters only few of them use; a word or letter counts the less the more languages share it.
 *
 * <p>Pure and thread-safe; reads at most {@link #SAMPLE_MAX} characters, about 40 µs. Weak spots: a
 * headline of names and nouns only is "und"; Serbian in Latin letters is called Croatian; Danish
 * and Norwegian, Indonesian and Malay need a few sentences.
 */
public final class LanguageIdentifier {
  /** A news text shows its language in its first 4,000 characters. */
  static final int SAMPLE_MAX = 4_000;

  /** One word that only one language has. */
  private static final double EVIDENCE_MIN = 0.9;

  /** So much more than the runner-up, or twice half a word. */
  private static final double LEAD_MIN = 1.12;

  private static final List<Language> LANGUAGES = List.copyOf(Languages.all());
  private static final WordIndex WORDS = new WordIndex(index());
  private static final Map<Character, int[]> LETTERS = letters();

  private LanguageIdentifier() {}

  /** ISO 639-1 code, or "und" when the text does not tell. */
  public static String identify(CharSequence text) {
    String sample = text.subSequence(0, Math.min(text.length(), SAMPLE_MAX)).toString();
    UnicodeScript script = script(sample);
    var candidates = LANGUAGES.stream().filter(l -> l.script() == script).toList();
    return switch (candidates.size()) {
      case 0 -> "und";
      case 1 -> candidates.get(0).code();
      default -> byWords(sample, script);
    };
  }

  /** The script most letters are in; a text with a twentieth of kana is Japanese. */
  private static UnicodeScript script(String text) {
    var counts = new EnumMap<UnicodeScript, int[]>(UnicodeScript.class);
    int[] latin = new int[1];
    counts.put(UnicodeScript.LATIN, latin);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        latin[0] += isLatinLetter(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        counts.computeIfAbsent(UnicodeScript.of(c), script -> new int[1])[0]++;
      }
    }
    int han = take(counts, UnicodeScript.HAN);
    int kana = take(counts, UnicodeScript.HIRAGANA) + take(counts, UnicodeScript.KATAKANA);
    // an ideograph or a syllable block says as much as two letters of an alphabet
    boolean japanese = kana > (han + kana) / 20;
    put(counts, japanese ? UnicodeScript.HIRAGANA : UnicodeScript.HAN, 2 * (han + kana));
    put(counts, UnicodeScript.HANGUL, 2 * take(counts, UnicodeScript.HANGUL));
    return counts.entrySet().stream()
        .filter(e -> e.getValue()[0] > 0)
        .max(Comparator.comparingInt(e -> e.getValue()[0]))
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.UNKNOWN);
  }

  private static int take(Map<UnicodeScript, int[]> counts, UnicodeScript script) {
    int[] count = counts.remove(script);
    return count == null ? 0 : count[0];
  }

  private static void put(Map<UnicodeScript, int[]> counts, UnicodeScript script, int count) {
    counts.put(script, new int[] {count});
  }

  private static boolean isLatinLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static String byWords(String text, UnicodeScript script) {
    var scores = new double[LANGUAGES.size()];
    char[] lower = text.toLowerCase(Locale.ROOT).toCharArray();
    int begin = -1;
    int hash = 0;
    for (int i = 0; i <= lower.length; i++) {
      if (i < lower.length && isWordPart(lower[i])) {
        begin = begin < 0 ? i : begin;
        hash = 31 * hash + lower[i];
      } else if (begin >= 0) {
        score(lower, begin, i, hash, scores);
        begin = -1;
        hash = 0;
      }
    }
    return best(scores, script);
  }

  private static void score(char[] text, int begin, int end, int hash, double[] scores) {
    add(WORDS.get(text, begin, end, hash), 1, scores);
    for (int i = begin; i < end; i++) {
      if (text[i] > 0x7f) {
        add(LETTERS.get(text[i]), 0.5, scores);
      }
    }
  }

  private static void add(int @Nullable [] languages, double weight, double[] scores) {
    if (languages != null) {
      for (int language : languages) {
        scores[language] += weight / languages.length;
      }
    }
  }

  private static String best(double[] scores, UnicodeScript script) {
    int best = -1;
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      if (LANGUAGES.get(i).script() != script) {
        continue;
      }
      if (best < 0 || scores[i] > scores[best]) {
        second = best < 0 ? 0 : scores[best];
        best = i;
      } else {
        second = Math.max(second, scores[i]);
      }
    }
    boolean clear = scores[best] >= LEAD_MIN * second || scores[best] >= second + 2;
    return scores[best] >= EVIDENCE_MIN && clear ? LANGUAGES.get(best).code() : "und";
  }

  private static boolean isWordPart(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z';
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static Map<String, int[]> index() {
    var lists = new HashMap<String, List<Integer>>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      var words = new HashSet<String>();
      for (String word : Languages.stopWords(LANGUAGES.get(i).code())) {
        words.addAll(List.of(word.split("'"))); // as the text is split: qu'il is qu and il
      }
      for (String word : words) {
        lists.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
      }
    }
    return frozen(lists);
  }

  private static Map<Character, int[]> letters() {
    var lists = new HashMap<Character, List<Integer>>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      for (char letter : LANGUAGES.get(i).letters().toCharArray()) {
        lists.computeIfAbsent(letter, w -> new ArrayList<>()).add(i);
      }
    }
    return frozen(lists);
  }

  private static <K> Map<K, int[]> frozen(Map<K, List<Integer>> lists) {
    var frozen = new HashMap<K, int[]>();
    lists.forEach((key, list) -> frozen.put(key, list.stream().mapToInt(i -> i).toArray()));
    return Map.copyOf(frozen);
  }
}
