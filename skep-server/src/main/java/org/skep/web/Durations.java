package org.skep.web;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ISO 8601 durations in words: "20 years", "1 hour 30 minutes". Pure. */
final class Durations {
  private static final Pattern ISO =
      Pattern.compile(
          "(>=|<=|>|<|~)?P(?:([\\d.]+)Y)?(?:([\\d.]+)M)?(?:([\\d.]+)W)?(?:([\\d.]+)D)?"
              + "(?:T(?:([\\d.]+)H)?(?:([\\d.]+)M)?(?:([\\d.]+)S)?)?");
  private static final String[] UNITS = {
    "years", "months", "weeks", "days", "hours", "minutes", "seconds"
  };

  private Durations() {}

  /** The value as it came when it is no duration. */
  static String inWords(String value, Words words) {
    Matcher matcher = ISO.matcher(value);
    if (!matcher.matches()) {
      return value;
    }
    var parts = new ArrayList<String>();
    for (int i = 0; i < UNITS.length; i++) {
      String number = matcher.group(i + 2);
      if (number != null) {
        String key = "duration." + UNITS[i] + (number.equals("1") ? ".one" : ".other");
        parts.add(words.t(key, number));
      }
    }
    String sign = matcher.group(1);
    String joined = String.join(" ", parts);
    return parts.isEmpty() ? value : sign == null ? joined : words.bound(sign, joined);
  }
}
