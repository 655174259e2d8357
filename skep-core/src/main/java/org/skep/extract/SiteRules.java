package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about single sites, overriding everything: one line a rule, {@code host TAB
 * keep|drop TAB word}, where the word stands in the class or id of an element or is its tag. A host
 * covers its subdomains. Immutable and thread-safe.
 */
public final class SiteRules {
  private final Map<String, List<Rule>> byHost = new HashMap<>();

  private record Rule(boolean keep, String word) {}

  /** The rules in these lines; lines with # are comments. */
  public SiteRules(List<String> lines) {
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t");
      if (fields.length != 3 || !(fields[1].equals("keep") || fields[1].equals("drop"))) {
        throw new IllegalArgumentException(
            "site rule " + line + ": expected host, keep or drop, word");
      }
      byHost
          .computeIfAbsent(fields[0], key -> new ArrayList<>())
          .add(new Rule(fields[1].equals("keep"), fields[2]));
    }
  }

  /** The rules that are shipped. */
  public static SiteRules load() {
    return new SiteRules(Phrases.lines("site-rules.txt"));
  }

  /**
   * True to keep, false to drop, {@code null} when no rule speaks; the innermost element decides.
   */
  @Nullable Boolean verdict(String host, Zone inner) {
    if (byHost.isEmpty()) {
      return null;
    }
    List<Rule> rules = rulesOf(host);
    for (Zone zone = inner; zone != null && !rules.isEmpty(); zone = zone.parent) {
      for (Rule rule : rules) {
        if (zone.tag.equals(rule.word()) || zone.tokens.contains(rule.word())) {
          return rule.keep();
        }
      }
    }
    return null;
  }

  private List<Rule> rulesOf(String host) {
    String name = host;
    while (!name.isEmpty()) {
      List<Rule> rules = byHost.get(name);
      if (rules != null) {
        return rules;
      }
      int dot = name.indexOf('.');
      name = dot < 0 ? "" : name.substring(dot + 1);
    }
    return List.of();
  }
}
