package org.skep.url;

import org.jspecify.annotations.Nullable;

/**
 * Tells at a glance that an address is spelled as the URL Standard would spell it, so that parsing
 * it would change nothing: nearly every link that a publishing system prints. May say no to an
 * address that is; never says yes to one that is not. Pure; one pass.
 */
final class StandardSpelling {
  private static final String PATH = "-._~!$&()*+,;=:@%/";

  private StandardSpelling() {}

  /** Whether this is an http or https address that parses to itself. */
  static boolean has(String address) {
    return host(address) != null;
  }

  /** The host of an http or https address that parses to itself; {@code null} for any other. */
  static @Nullable String host(String address) {
    int begin =
        address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : address.length();
    int slash = address.indexOf('/', begin);
    boolean standard = slash > begin && isName(address, begin, slash) && isRest(address, slash);
    return standard ? address.substring(begin, slash) : null;
  }

  /** Lower-case labels of ASCII, none in Punycode, the last no number. */
  private static boolean isName(String text, int begin, int end) {
    int label = begin;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        if (i == label) {
          return false;
        }
        label = i + 1;
      } else if (!isLower(c) && !isDigit(c) && (c != '-' || i == label)) {
        return false;
      }
      if (c == '-' && text.charAt(i - 1) == '-') {
        return false; // xn-- and its like are the parser's business
      }
    }
    return label < end && isLower(text.charAt(label));
  }

  /** Path, query and fragment of harmless characters, no segment that begins with a dot. */
  private static boolean isRest(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || PATH.indexOf(c) >= 0;
      if (!plain && c != '?') {
        return false;
      }
      boolean dot = c == '.' && text.charAt(i - 1) == '/';
      boolean escapedDot = c == '%' && text.regionMatches(true, i, "%2e", 0, 3);
      if (dot || escapedDot) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
