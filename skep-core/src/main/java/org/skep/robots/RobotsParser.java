package org.skep.robots;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lines of a robots.txt to groups of rules. */
final class RobotsParser {
  /**
   * The reference implementation cuts longer lines here: eight times the longest browser address.
   */
  private static final int LINE_MAX = 2083 * 8 - 1;

  private static final int RULES_MAX = 50_000;

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

  /** Some sites serve the file as HTML. */
  private static final Pattern MARKUP =
      Pattern.compile("</?(?:br|p|pre)\\s*/?>", Pattern.CASE_INSENSITIVE);

  private enum Key {
    USER_AGENT,
    ALLOW,
    DISALLOW,
    CRAWL_DELAY,
    SITEMAP,
    OTHER
  }

  private final List<RobotsGroup> groups = new ArrayList<>();
  private final List<String> sitemaps = new ArrayList<>();
  private @Nullable RobotsGroup group;
  private int rules;

  private RobotsParser() {}

  static Robots parse(byte[] file) {
    int length = Math.min(file.length, Robots.BYTES_MAX);
    return parse(new String(file, 0, length, StandardCharsets.UTF_8));
  }

  static Robots parse(String file) {
    String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    text = text.length() > Robots.BYTES_MAX ? text.substring(0, Robots.BYTES_MAX) : text;
    var parser = new RobotsParser();
    for (String line : LINE_END.split(text)) {
      parser.line(line.length() > LINE_MAX ? line.substring(0, LINE_MAX) : line);
    }
    return new Robots(parser.groups, parser.sitemaps, null);
  }

  private void line(String line) {
    int comment = line.indexOf('#');
    String plain = comment < 0 ? line : line.substring(0, comment);
    if (plain.indexOf('<') >= 0) {
      plain = MARKUP.matcher(plain).replaceAll(" ");
    }
    plain = trim(plain);
    int colon = plain.indexOf(':');
    Key key = colon < 0 ? Key.OTHER : key(plain.substring(0, colon));
    String value = colon < 0 ? "" : plain.substring(colon + 1);
    if (key == Key.OTHER) {
      Matcher blank = WITHOUT_COLON.matcher(plain);
      if (!blank.matches()) {
        return;
      }
      key = key(blank.group(1));
      value = blank.group(2);
    }
    apply(key, trim(value));
  }

  /** {@code Disallow /path}: exactly two words, the colon forgotten. */
  private static final Pattern WITHOUT_COLON = Pattern.compile("(\\S+)\\s+(\\S+)");

  private void apply(Key key, String value) {
    switch (key) {
      case USER_AGENT -> {
        if (group == null || !group.rules.isEmpty() || group.closed) {
          group = new RobotsGroup();
          groups.add(group);
        }
        group.agents.add(value);
      }
      case ALLOW, DISALLOW -> {
        if (group != null && rules < RULES_MAX) {
          group.closed = true; // also an empty rule ends the list of agents
          if (!value.isEmpty()) {
            group.rules.add(RobotsRule.of(key == Key.ALLOW, value));
            rules++;
          }
        }
      }
      case CRAWL_DELAY -> {
        if (group != null) {
          Duration delay = seconds(value);
          group.crawlDelay = delay == null ? group.crawlDelay : delay;
        }
      }
      case SITEMAP -> sitemaps.add(value);
      case OTHER -> {}
    }
  }

  private static Key key(String written) {
    String key = trim(written).toLowerCase(Locale.ROOT);
    return switch (key) {
      case "user-agent", "useragent", "user agent", "useg-agent", "ser-agent", "users-agent" ->
          Key.USER_AGENT;
      case "allow", "alow", "allaw" -> Key.ALLOW;
      case "disallow",
          "dissallow",
          "dissalow",
          "disalow",
          "diasllow",
          "disallaw",
          "desallow",
          "diallow" ->
          Key.DISALLOW;
      case "crawl-delay", "crawldelay", "crawl delay" -> Key.CRAWL_DELAY;
      case "sitemap", "site-map" -> Key.SITEMAP;
      default -> Key.OTHER;
    };
  }

  private static @Nullable Duration seconds(String value) {
    if (!value.matches("[0-9]{1,6}([.,][0-9]{1,6})?")) {
      return null;
    }
    return Duration.ofMillis(Math.round(Double.parseDouble(value.replace(',', '.')) * 1000));
  }

  /** Blanks of every kind, controls and the line ends of other worlds. */
  private static String trim(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isBlank(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u0085' || c == '\u00A0' || c == '\u2028' || c == '\uFEFF';
  }
}
