package org.skep.sanitize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The allow-list: {@code /sanitize/elements.txt} and {@code /sanitize/dropped.txt}. Immutable after
 * construction.
 */
final class SafeTags {
  private static final Set<String> EVERYWHERE = Set.of("dir", "lang", "title", "id");

  /** How an element is written. */
  record Rule(String name, Set<String> attributes) {
    boolean allows(String attribute) {
      return attributes.contains(attribute) || EVERYWHERE.contains(attribute);
    }
  }

  private final Map<String, Rule> rules = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();

  SafeTags() {
    for (String line : lines("elements.txt")) {
      String[] words = line.split(" ");
      boolean renamed = words.length == 3 && words[1].equals(">");
      Set<String> attributes =
          renamed ? Set.of() : Set.copyOf(List.of(words).subList(1, words.length));
      rules.put(words[0], new Rule(renamed ? words[2] : words[0], attributes));
    }
    dropped.addAll(lines("dropped.txt"));
  }

  /** Null for an element that loses its tags. */
  @Nullable Rule rule(String element) {
    return rules.get(element);
  }

  boolean isDropped(String element) {
    return dropped.contains(element);
  }

  Set<String> written() {
    Set<String> names = new HashSet<>();
    rules.values().forEach(rule -> names.add(rule.name()));
    return names;
  }

  static List<String> lines(String file) {
    try (InputStream in = SafeTags.class.getResourceAsStream("/sanitize/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: /sanitize/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
