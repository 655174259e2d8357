package org.skep.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.url.AddressBlocks;
import org.skep.url.Url;

/** Names and values as written, and what to say when one of them makes no sense. */
record SettingsText(String origin, Map<String, String> values) {
  /**
   * Every setting with its default. The environment spells {@code poll-minutes} SKEP_POLL_MINUTES.
   */
  static final Map<String, String> DEFAULTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("allow-private", ""),
              Map.entry("bind", "127.0.0.1"),
              Map.entry("contact", ""),
              Map.entry("fetches-max", "64"),
              Map.entry("hosts", ""),
              Map.entry("https", "no"),
              Map.entry("keep-pages-days", "7"),
              Map.entry("news-poll-minutes", "10"),
              Map.entry("poll-minutes", "60"),
              Map.entry("port", "8080"),
              Map.entry("ports", "80 443 8080 8443"),
              Map.entry("proxies", ""),
              Map.entry("public-address", ""),
              Map.entry("refresh-minutes", "5")));

  SettingsText {
    values = Map.copyOf(values);
  }

  static SettingsText parse(String file, List<String> lines, Map<String, String> environment) {
    var values = new HashMap<String, String>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        put(values, file + ", line " + (i + 1), line);
      }
    }
    DEFAULTS.keySet().forEach(name -> environment(values, name, environment));
    return new SettingsText(file, values);
  }

  static String variable(String name) {
    return "SKEP_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  int number(String name, int min, int max) {
    String value = word(name);
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // falls through to the one message
    }
    throw wrong(name, value, "a number from " + min + " to " + max);
  }

  int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // falls through to the one message
    }
    throw wrong("ports", value, "port numbers, separated by spaces");
  }

  boolean yes(String name) {
    return switch (word(name)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw wrong(name, word(name), "yes or no");
    };
  }

  String word(String name) {
    String value = values.getOrDefault(name, DEFAULTS.get(name));
    if (value == null) {
      throw new IllegalArgumentException("no setting " + name);
    }
    return value;
  }

  @Nullable String wordOrNull(String name) {
    String value = word(name);
    return value.isEmpty() ? null : value;
  }

  /** Scheme, host and port of an address: {@code https://news.example.org}. */
  @Nullable String originOrNull(String name) {
    String value = word(name);
    if (value.isEmpty()) {
      return null;
    }
    return Url.parse(value)
        .filter(Url::isHttp)
        .filter(url -> url.href().equals(url.origin() + "/"))
        .map(Url::origin)
        .orElseThrow(() ->
            wrong(name, value, "scheme and host as browsers write them: https://news.example.org"));
  }

  List<String> words(String name) {
    String value = word(name);
    return value.isEmpty() ? List.of() : Arrays.asList(value.split("[\\s,]+", -1));
  }

  /** Addresses or blocks of them. */
  List<String> blocks(String name) {
    List<String> blocks = words(name);
    try {
      var _ = new AddressBlocks(blocks);
      return blocks;
    } catch (IllegalArgumentException e) {
      throw wrong(name, word(name), "addresses or blocks of them: 127.0.0.1 10.1.0.0/16");
    }
  }

  private SettingsException wrong(String name, String value, String allowed) {
    return new SettingsException(
        origin + " or " + variable(name) + ": " + name + " = " + value + "; it must be " + allowed,
        null);
  }

  private static void put(Map<String, String> values, String place, String line) {
    int equals = line.indexOf('=');
    String name = equals < 0 ? line : line.substring(0, equals).strip();
    if (equals < 0 || !DEFAULTS.containsKey(name)) {
      throw new SettingsException(
          place
              + ": \""
              + line
              + "\" is no setting; a line is name = value, the names are "
              + String.join(", ", DEFAULTS.keySet()),
          null);
    }
    values.put(name, line.substring(equals + 1).strip());
  }

  private static void environment(
      Map<String, String> values, String name, Map<String, String> environment) {
    String value = environment.get(variable(name));
    if (value != null) {
      values.put(name, value.strip());
    }
  }
}
