package org.skep.extract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the newsrooms of a language are, from {@code language-zones.txt}: language, tab, hours east
 * of universal time of the westernmost, tab, of the easternmost. A server that writes universal
 * time gives the wrong day for an evening in one and a night in the other. Immutable.
 */
final class LanguageZones {
  private static final Span EARTH = new Span(-11, 13);

  private final Map<String, Span> spans = new HashMap<>();

  /** Hours east of universal time. */
  record Span(int west, int east) {}

  private LanguageZones() {}

  static LanguageZones load() {
    var zones = new LanguageZones();
    for (String line : Phrases.lines("language-zones.txt")) {
      String[] fields = line.split("\t");
      zones.spans.put(
          fields[0], new Span(Integer.parseInt(fields[1]), Integer.parseInt(fields[2])));
    }
    return zones;
  }

  /** The span of this language; the whole earth where it is unknown. */
  Span of(@Nullable String language) {
    return language == null ? EARTH : spans.getOrDefault(language, EARTH);
  }
}
