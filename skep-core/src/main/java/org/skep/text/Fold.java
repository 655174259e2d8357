package org.skep.text;

import java.text.Normalizer;
import java.util.Map;

/**
 * How letters compare: lower case, without accents, ligatures opened, and for names also Greek and
 * Cyrillic spelt in Latin letters. Independent of any locale; thread-safe; one table look-up a
 * letter.
 */
public final class Fold {
  private static final int PLAIN_MAX = 0x3000;
  private static final char[] PLAIN = table();

  /** What the press writes, not a standard: Ушаков is Ushakov, Чехов is Chekhov. */
  private static final Map<Character, String> LATIN =
      Map.ofEntries(
          Map.entry('а', "a"),
          Map.entry('б', "b"),
          Map.entry('в', "v"),
          Map.entry('г', "g"),
          Map.entry('ґ', "g"),
          Map.entry('д', "d"),
          Map.entry('е', "e"),
          Map.entry('є', "ye"),
          Map.entry('ж', "zh"),
          Map.entry('з', "z"),
          Map.entry('и', "i"),
          Map.entry('і', "i"),
          Map.entry('ј', "j"),
          Map.entry('к', "k"),
          Map.entry('л', "l"),
          Map.entry('м', "m"),
          Map.entry('н', "n"),
          Map.entry('о', "o"),
          Map.entry('п', "p"),
          Map.entry('р', "r"),
          Map.entry('с', "s"),
          Map.entry('т', "t"),
          Map.entry('у', "u"),
          Map.entry('ф', "f"),
          Map.entry('х', "kh"),
          Map.entry('ц', "ts"),
          Map.entry('ч', "ch"),
          Map.entry('ш', "sh"),
          Map.entry('щ', "shch"),
          Map.entry('ъ', ""),
          Map.entry('ы', "y"),
          Map.entry('ь', ""),
          Map.entry('э', "e"),
          Map.entry('ю', "yu"),
          Map.entry('я', "ya"),
          Map.entry('α', "a"),
          Map.entry('β', "v"),
          Map.entry('γ', "g"),
          Map.entry('δ', "d"),
          Map.entry('ε', "e"),
          Map.entry('ζ', "z"),
          Map.entry('η', "i"),
          Map.entry('θ', "th"),
          Map.entry('ι', "i"),
          Map.entry('κ', "k"),
          Map.entry('λ', "l"),
          Map.entry('μ', "m"),
          Map.entry('ν', "n"),
          Map.entry('ξ', "x"),
          Map.entry('ο', "o"),
          Map.entry('π', "p"),
          Map.entry('ρ', "r"),
          Map.entry('σ', "s"),
          Map.entry('ς', "s"),
          Map.entry('τ', "t"),
          Map.entry('υ', "y"),
          Map.entry('φ', "f"),
          Map.entry('χ', "ch"),
          Map.entry('ψ', "ps"),
          Map.entry('ω', "o"));

  private Fold() {}

  /** The letter as it compares; 0 for a mark that does not count. */
  public static char fold(char c) {
    return c < PLAIN_MAX ? PLAIN[c] : wide(c);
  }

  /** The text as it compares, letter by letter. */
  public static String fold(CharSequence text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      append(folded, text.charAt(i));
    }
    return folded.toString();
  }

  /**
   * A name in Latin letters: {@code Юрий Ушаков} gives {@code yuri ushakov}. Endings in -ий, -ый
   * and -y, -iy, -ii become one, as no two newspapers agree on them.
   */
  public static String latin(CharSequence name) {
    String folded = fold(name);
    var latin = new StringBuilder(folded.length() + 4);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      String spelt = c < 0x250 ? null : LATIN.get(c);
      if (spelt == null) {
        latin.append(c);
      } else {
        latin.append(spelt);
      }
    }
    for (int end = latin.length(); end > 0; end = latin.lastIndexOf(" ", end - 1)) {
      oneEnding(latin, end);
    }
    return latin.toString();
  }

  /** Yury, Yuriy, Yurii: Yuri. */
  private static void oneEnding(StringBuilder latin, int end) {
    int begin = end;
    while (begin > 0 && "iy".indexOf(latin.charAt(begin - 1)) >= 0) {
      begin--;
    }
    if (begin < end && begin > 1 && latin.charAt(begin - 1) != ' ') {
      latin.replace(begin, end, "i");
    }
  }

  private static void append(StringBuilder to, char c) {
    switch (c) {
      case 'ß', 'ẞ' -> to.append("ss");
      case 'æ', 'Æ' -> to.append("ae");
      case 'œ', 'Œ' -> to.append("oe");
      default -> {
        char folded = fold(c);
        if (folded != 0) {
          to.append(folded);
        }
      }
    }
  }

  private static char wide(char c) {
    if (c >= 0xff00 && c <= 0xffef) { // full-width Latin, half-width Katakana
      String narrow = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
      return narrow.length() == 1 ? Character.toLowerCase(narrow.charAt(0)) : c;
    }
    return c;
  }

  private static char[] table() {
    var table = new char[PLAIN_MAX];
    for (int i = 0; i < PLAIN_MAX; i++) {
      table[i] = plain((char) i);
    }
    return table;
  }

  private static char plain(char c) {
    int type = Character.getType(c);
    if ((type == Character.NON_SPACING_MARK && !spellsVowels(c)) || c == 0xad) {
      return 0;
    }
    return switch (c) {
      case 'ø', 'Ø' -> 'o';
      case 'ł', 'Ł' -> 'l';
      case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
      case 'ı', 'İ' -> 'i';
      case 'þ', 'Þ' -> 't';
      case '’', 'ʼ', '`', '´' -> '\'';
      default -> bare(c);
    };
  }

  private static char bare(char c) {
    char lower = Character.toLowerCase(c);
    String parts = Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD);
    for (int i = 1; i < parts.length(); i++) {
      if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
        return lower;
      }
    }
    return parts.charAt(0);
  }

  /** In the scripts of India and South-East Asia a mark is a vowel, not an accent. */
  private static boolean spellsVowels(char c) {
    return c >= 0x900 && c < 0x1ab0;
  }
}
