package org.skep.url;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The query parameters that say how a reader came, not what the page is: {@code
 * /url/tracking-parameters.txt}. A line ending in {@code *} is a prefix.
 */
final class TrackingParameters {
  static final String FILE = "tracking-parameters.txt";

  private final Set<String> names = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  TrackingParameters() {
    for (String line : UrlWords.read(FILE)) {
      if (line.endsWith("*")) {
        prefixes.add(line.substring(0, line.length() - 1));
      } else {
        names.add(line);
      }
    }
  }

  boolean has(String parameter) {
    String name = parameter.toLowerCase(Locale.ROOT);
    return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
  }
}
