package org.skep.robots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that stand under one or more {@code User-agent} lines. Filled while parsing only. */
final class RobotsGroup {
  final List<String> agents = new ArrayList<>();
  final List<RobotsRule> rules = new ArrayList<>();
  @Nullable Duration crawlDelay;

  /** A rule was seen, so the next agent line opens another group. */
  boolean closed;

  boolean isForAll() {
    return agents.stream().anyMatch(RobotsGroup::isStar);
  }

  private static boolean isStar(String agent) {
    return agent.startsWith("*") && (agent.length() == 1 || !isTokenCharacter(agent.charAt(1)));
  }

  boolean isFor(String product) {
    return agents.stream().anyMatch(agent -> names(agent, product));
  }

  /**
   * A product token is made of letters, {@code _} and {@code -}; crawlers with a digit in their
   * name exist all the same, so the first word counts too, and so does the whole value.
   */
  private static boolean names(String agent, String product) {
    return agent.equalsIgnoreCase(product)
        || prefix(agent, false).equalsIgnoreCase(product)
        || prefix(agent, true).equalsIgnoreCase(product);
  }

  static String prefix(String agent, boolean digits) {
    int end = 0;
    while (end < agent.length()
        && (isTokenCharacter(agent.charAt(end))
            || (digits && agent.charAt(end) >= '0' && agent.charAt(end) <= '9'))) {
      end++;
    }
    return agent.substring(0, end);
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  }
}
