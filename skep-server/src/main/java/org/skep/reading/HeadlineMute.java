package org.skep.reading;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A word that hides a headline, or a pattern between slashes: {@code /lotter(y|ies)/}. Patterns run
 * on RE2, linear in the headline whatever a user writes; one that cannot be read is a word.
 */
record HeadlineMute(String word, @Nullable Pattern pattern) {
  private static final int PATTERN_MAX = 200;

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

  private static Optional<Pattern> compiled(String pattern) {
    try {
      return pattern.length() > PATTERN_MAX
          ? Optional.empty()
          : Optional.of(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
