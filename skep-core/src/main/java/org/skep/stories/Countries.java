package org.skep.stories;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.skep.text.Hash64;
import org.skep.text.Words;

/**
 * Names of countries in the languages the press is read in, from the JDK's locale data (CLDR): one
 * key a country, whatever it is called. Names of one word only; about 2,500 of them.
 */
final class Countries {
  private static final String[] LANGUAGES = {
    "cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "ru", "sv", "tr", "uk"
  };

  private final Map<Long, Long> keys = new HashMap<>();

  Countries() {
    for (String code : Locale.getISOCountries()) {
      var country = Locale.of("", code);
      for (String language : LANGUAGES) {
        var words = Words.of(country.getDisplayCountry(Locale.of(language)));
        if (words.size() == 1) {
          keys.putIfAbsent(words.hash(0), Hash64.of("country " + code));
        }
      }
    }
  }

  /** The key of the country of that name; 0 for none. */
  long key(long word) {
    return keys.getOrDefault(word, 0L);
  }
}
