package org.skep.robots;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one site's robots.txt allows: RFC 9309, with the spelling mistakes that crawlers forgive.
 *
 * <p>Immutable once parsed, safe to share. Parsing is linear and never fails: a line that means
 * nothing is skipped. Only the first 500 KiB count, as the RFC requires at least. A question costs
 * one pass over the rules of the agent's group.
 */
public final class Robots {
  /** What RFC 9309, section 2.5, lets a crawler stop at. */
  public static final int BYTES_MAX = 500 * 1024;

  /**
   * Who asks for more between two pages does not want a visit, and none is paid. RFC 9309, section
   * 2.2.4, leaves such records to the crawler.
   */
  public static final Duration CRAWL_DELAY_MAX = Duration.ofMinutes(5);

  private static final Robots ALLOW_ALL = new Robots(List.of(), List.of(), null);

  private final List<RobotsGroup> groups;
  private final List<String> sitemaps;
  private final @Nullable String refusal;

  Robots(List<RobotsGroup> groups, List<String> sitemaps, @Nullable String refusal) {
    this.groups = List.copyOf(groups);
    this.sitemaps = List.copyOf(sitemaps);
    this.refusal = refusal;
  }

  /**
   * The answer for one address.
   *
   * @param rule the line that decided, such as {@code Disallow: /private/}; {@code null} when none
   *     did
   */
  public record Decision(boolean allowed, @Nullable String rule) {}

  public static Robots parse(byte[] file) {
    return RobotsParser.parse(file);
  }

  public static Robots parse(String file) {
    return RobotsParser.parse(file);
  }

  /** For a site without the file (4xx). */
  public static Robots allowAll() {
    return ALLOW_ALL;
  }

  /**
   * For a site that does not answer (5xx, no connection): nothing is allowed for now.
   *
   * @param reason stands in for the rule in every decision
   */
  public static Robots disallowAll(String reason) {
    return new Robots(List.of(), List.of(), reason);
  }

  /** Whether the crawler with this product token may fetch the address. */
  public boolean allows(String product, String url) {
    return decide(product, url).allowed();
  }

  public Decision decide(String product, String url) {
    if (refusal != null) {
      return new Decision(false, refusal);
    }
    String target = RobotsRule.target(url);
    if (target.equals("/robots.txt")) {
      return new Decision(true, null);
    }
    Optional<Duration> delay = crawlDelay(product);
    if (delay.isPresent() && delay.get().compareTo(CRAWL_DELAY_MAX) > 0) {
      return new Decision(false, "Crawl-delay: " + delay.get().toSeconds());
    }
    return decide(rules(groupsFor(product)), target);
  }

  /** The pause between two requests that the site asks this crawler for. */
  public Optional<Duration> crawlDelay(String product) {
    return groupsFor(product).stream()
        .map(group -> Optional.ofNullable(group.crawlDelay))
        .flatMap(Optional::stream)
        .max(Duration::compareTo);
  }

  /** The sitemaps it names, as printed, in order. */
  public List<String> sitemaps() {
    return sitemaps;
  }

  /** The longest match decides; of two equally long ones the one that allows. */
  private static Decision decide(List<RobotsRule> rules, String target) {
    RobotsRule best = null;
    int length = -1;
    for (RobotsRule rule : rules) {
      int its = rule.specificity(target);
      boolean better = its > length || (its == length && rule.allow());
      if (better && rule.matches(target)) {
        best = rule;
        length = its;
      }
    }
    if (best == null) {
      return new Decision(true, null);
    }
    return new Decision(best.allow(), (best.allow() ? "Allow: " : "Disallow: ") + best.pattern());
  }

  /** All groups that name the crawler count as one; the general ones only when none does. */
  private List<RobotsGroup> groupsFor(String product) {
    List<RobotsGroup> named = groups.stream().filter(group -> group.isFor(product)).toList();
    return named.isEmpty() ? generalGroups() : named;
  }

  private List<RobotsGroup> generalGroups() {
    return groups.stream().filter(RobotsGroup::isForAll).toList();
  }

  private static List<RobotsRule> rules(List<RobotsGroup> groups) {
    List<RobotsRule> rules = new ArrayList<>();
    groups.forEach(group -> rules.addAll(group.rules));
    return rules;
  }
}
