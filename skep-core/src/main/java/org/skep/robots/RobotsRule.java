package org.skep.robots;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One {@code Allow} or {@code Disallow} line, its pattern cut at the stars. Patterns and addresses
 * are brought to one spelling before they are compared (RFC 9309, section 2.2.2): escapes of
 * letters, digits and {@code -._~} are undone, everything beyond ASCII is escaped, and so are a
 * star and a dollar sign that mean themselves (section 2.2.3).
 */
record RobotsRule(boolean allow, String pattern, List<String> pieces, boolean anchored) {
  static RobotsRule of(boolean allow, String written) {
    String spelled = normalized(written);
    boolean anchored = spelled.endsWith("$");
    String body = anchored ? spelled.substring(0, spelled.length() - 1) : spelled;
    return new RobotsRule(
        allow, spelled, List.of(body.replace("$", "%24").split("\\*", -1)), anchored);
  }

  /** Octets of the pattern, but a star at the end that stands for nothing does not count. */
  int specificity(String target) {
    return pattern.endsWith("*") ? Math.min(pattern.length(), target.length()) : pattern.length();
  }

  /**
   * Greedy: each piece at its first place after the one before; linear in practice.
   *
   * @param target as {@link #target} gives it
   */
  boolean matches(String target) {
    String first = pieces.getFirst();
    if (!target.startsWith(first)) {
      return false;
    }
    int at = first.length();
    for (int i = 1; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      boolean last = anchored && i == pieces.size() - 1;
      int found = last ? target.length() - piece.length() : target.indexOf(piece, at);
      if (found < at || !target.startsWith(piece, found)) {
        return false;
      }
      at = found + piece.length();
    }
    return !anchored || at == target.length();
  }

  /** What is asked about: path and query of an address. */
  static String target(String url) {
    return normalized(pathAndQuery(url)).replace("*", "%2A").replace("$", "%24");
  }

  private static String pathAndQuery(String url) {
    int scheme = url.indexOf("://");
    String rest = url;
    if (scheme >= 0) {
      int path = indexOfAny(url, "/?#", scheme + 3);
      rest = path < 0 ? "/" : url.substring(path);
    }
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    return rest.startsWith("/") ? rest : "/" + rest;
  }

  private static int indexOfAny(String text, String characters, int from) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String normalized(String text) {
    var out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        escape(out, b);
      } else {
        out.append((char) b);
      }
    }
    return unescape(out);
  }

  /** Undoes the escapes of letters, digits and {@code -._~}; the others get upper case. */
  private static String unescape(CharSequence text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int value = text.charAt(i) == '%' ? hex(text, i + 1) * 16 + hex(text, i + 2) : -1;
      if (value < 0) {
        out.append(text.charAt(i));
        continue;
      }
      if (isUnreserved(value)) {
        out.append((char) value);
      } else {
        escape(out, (byte) value);
      }
      i += 2;
    }
    return out.toString();
  }

  private static void escape(StringBuilder out, byte b) {
    out.append('%')
        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
  }

  private static int hex(CharSequence text, int at) {
    int digit = at < text.length() ? hex(text.charAt(at)) : -1;
    return digit < 0 ? -100 : digit; // so that one bad digit makes the whole negative
  }

  private static int hex(int c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static boolean isUnreserved(int c) {
    return (c < 0x80 && Character.isLetterOrDigit(c))
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
