package org.skep.stories;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.skep.text.Hash64;
import org.skep.text.Words;

/**
 * Names of countries in the languages the press is read in, from the JDK's locale data (CLDR): one
 * key a country, whatever it is called. Names of at most {@link #WORDS_MAX} words, as they stand
 * alone; about 3,500 of them.
 */
final class Countries {
  private static final int WORDS_MAX = 3;
  private static final String[] LANGUAGES = {
    "cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "ru", "sv", "tr", "uk"
  };

  private final Map<Long, Long> keys = new HashMap<>();

  Countries() {
    for (String code : Locale.getISOCountries()) {
      var country = Locale.of("", code);
      for (String language : LANGUAGES) {
        var words = Words.of(country.getDisplayCountry(Locale.of(language)));
        if (words.size() > 0 && words.size() <= WORDS_MAX) {
          keys.putIfAbsent(hash(words, 0, words.size()), Hash64.of("country " + code));
        }
      }
    }
  }

  /** The key of the country whose name begins with the word, the longest one; 0 for none. */
  long key(Words words, int from, int to) {
    for (int length = Math.min(WORDS_MAX, to - from); length > 0; length--) {
      Long key = keys.get(hash(words, from, from + length));
      if (key != null) {
        return key;
      }
    }
    return 0;
  }

  private static long hash(Words words, int from, int to) {
    long hash = words.hash(from);
    for (int i = from + 1; i < to; i++) {
      hash = Hash64.of(hash, words.hash(i));
    }
    return hash;
  }
}
