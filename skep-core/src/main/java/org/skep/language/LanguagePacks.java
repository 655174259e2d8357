package org.skep.language;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The packs of all languages listed in {@code resources/language/packs.txt}. Loading takes some 50
 * ms; afterwards immutable and thread-safe.
 */
public final class LanguagePacks {
  private final Map<String, LanguagePack> packs = new TreeMap<>();
  private final LanguagePack english;

  public LanguagePacks() {
    for (String[] line : WordFile.lines("packs.txt")) {
      LanguagePack pack = LanguagePack.load(line[0]);
      if (pack == null) {
        throw new IllegalStateException("packs.txt names " + line[0] + ", which has no words.txt");
      }
      packs.put(line[0], pack);
    }
    english = Objects.requireNonNull(packs.get("en"), "packs.txt lacks en");
  }

  /** The pack of a language; English for one without. */
  public LanguagePack of(String language) {
    return packs.getOrDefault(language, english);
  }

  /** All packs by code. */
  public Map<String, LanguagePack> all() {
    return Map.copyOf(packs);
  }
}
