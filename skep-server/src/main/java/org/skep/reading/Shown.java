package org.skep.reading;

import java.util.regex.Pattern;

/** Text that may hold addresses, as it may be shown and exported: without name and password. */
final class Shown {
  private static final Pattern USER_INFO =
      Pattern.compile("(https?://)[^\\s/?#@]*@", Pattern.CASE_INSENSITIVE);

  private Shown() {}

  static String of(String text) {
    return USER_INFO.matcher(text).replaceAll("$1");
  }
}
