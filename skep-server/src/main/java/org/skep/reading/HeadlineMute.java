package org.skep.reading;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A word that hides a headline, or a pattern between slashes: {@code /lotter(y|ies)/}. Patterns run
 * on RE2, linear in the headline whatever a user writes; one that cannot be read is a word.
 */
record HeadlineMute(String word, @Nullable Pattern pattern) {
  private static final int PATTERN_MAX = 200;

  private static final int ENDLESS_FIRST = 0x1C80;
  private static final int ENDLESS_LAST = 0x1C88;

  /** {@code \x{1C80}}. */
  private static final java.util.regex.Pattern CODE =
      java.util.regex.Pattern.compile("\\\\x\\{([0-9a-fA-F]{1,7})}");

  static HeadlineMute of(String value) {
    boolean slashes = value.length() > 2 && value.startsWith("/") && value.endsWith("/");
    return new HeadlineMute(
        value.toLowerCase(Locale.ROOT),
        slashes ? compiled(value.substring(1, value.length() - 1)).orElse(null) : null);
  }

  boolean hides(String headline) {
    return pattern != null
        ? pattern.matcher(headline).find()
        : Arrays.asList(headline.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
            .contains(word);
  }

  /**
   * Whether it may hold one of the letters whose other case RE2/J looks for without end (version
   * 1.8: their capitals are those of other letters). Such a pattern tells capitals apart.
   */
  private static boolean foldsForEver(String pattern) {
    int[] letters =
        CODE.matcher(pattern)
            .replaceAll(found -> Matcher.quoteReplacement(letter(found.group(1))))
            .codePoints()
            .toArray();
    for (int i = 0; i < letters.length; i++) {
      boolean range = letters[i] == '-' && i > 0 && i + 1 < letters.length;
      int first = range ? letters[i - 1] : letters[i];
      int last = range ? letters[i + 1] : letters[i];
      if (first <= ENDLESS_LAST && last >= ENDLESS_FIRST) {
        return true;
      }
    }
    return false;
  }

  private static String letter(String hexadecimal) {
    int code = Integer.parseInt(hexadecimal, 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }

  private static Optional<Pattern> compiled(String pattern) {
    boolean asPrinted = foldsForEver(pattern);
    if (pattern.length() > PATTERN_MAX || (asPrinted && pattern.contains("(?"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(pattern, asPrinted ? 0 : Pattern.CASE_INSENSITIVE));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
