package org.skep.robots;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One {@code Allow} or {@code Disallow} line, its pattern cut at the stars.
 *
 * <p>Where the RFC and the reference implementation of its authors differ, the stricter reading
 * wins. RFC 9309, section 2.2.2, compares addresses with their escapes brought to one form; the
 * reference leaves the pattern as written. So a {@code Disallow} matches every spelling of an
 * address, and an {@code Allow} must spell it plainly.
 */
record RobotsRule(boolean allow, String pattern, List<String> pieces, boolean anchored) {
  static RobotsRule of(boolean allow, String written) {
    String spelled = allow ? escapesInUpperCase(written, true) : normalized(written, "*$");
    boolean anchored = spelled.endsWith("$");
    String body = anchored ? spelled.substring(0, spelled.length() - 1) : spelled;
    List<String> pieces = new ArrayList<>();
    for (String piece : body.split("\\*", -1)) {
      pieces.add(allow ? piece : piece.replace("$", "%24"));
    }
    return new RobotsRule(allow, spelled, List.copyOf(pieces), anchored);
  }

  /** Octets of the pattern, but a star at the end that stands for nothing does not count. */
  int specificity(Target target) {
    return pattern.endsWith("*")
        ? Math.min(pattern.length(), target.normalized().length())
        : pattern.length();
  }

  /** Greedy: each piece at its first place after the one before; linear in practice. */
  boolean matches(Target target) {
    return allow
        ? matches(target.written()) || matches(target.unescaped())
        : matches(target.normalized());
  }

  private boolean matches(String text) {
    String first = pieces.getFirst();
    if (!text.startsWith(first)) {
      return false;
    }
    int at = first.length();
    for (int i = 1; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      boolean last = anchored && i == pieces.size() - 1;
      int found = last ? text.length() - piece.length() : text.indexOf(piece, at);
      if (found < at || !text.startsWith(piece, found)) {
        return false;
      }
      at = found + piece.length();
    }
    return !anchored || at == text.length();
  }

  /**
   * What is asked about: path and query.
   *
   * @param unescaped without the escapes that need not be
   * @param normalized also with the escapes that must be
   */
  record Target(String written, String unescaped, String normalized) {
    static Target of(String url) {
      String path = pathAndQuery(url);
      String written = escapesInUpperCase(path, false);
      return new Target(written, unescape(written), RobotsRule.normalized(path, ""));
    }
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

  /** One spelling for all: only what must be escaped is, and in upper case. */
  private static String normalized(String text, String special) {
    var out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0 || ((b == '*' || b == '$') && special.indexOf(b) < 0)) {
        escape(out, b);
      } else {
        out.append((char) b);
      }
    }
    return unescape(escapesInUpperCase(out.toString(), true));
  }

  /** Undoes the escapes of letters, digits and {@code -._~}. */
  private static String unescape(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int value = text.charAt(i) == '%' ? hex(text, i + 1) * 16 + hex(text, i + 2) : -1;
      if (value >= 0 && isUnreserved(value)) {
        out.append((char) value);
        i += 2;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static String escapesInUpperCase(String text, boolean escapeLetters) {
    var out = new StringBuilder(text.length());
    int inEscape = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(inEscape > 0 && hex(c) >= 0 ? Character.toUpperCase(c) : c);
      inEscape = c == '%' ? 2 : inEscape - 1;
    }
    if (!escapeLetters || text.chars().allMatch(c -> c < 0x80)) {
      return out.toString();
    }
    var escaped = new StringBuilder(out.length() + 16);
    for (byte b : out.toString().getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        escape(escaped, b);
      } else {
        escaped.append((char) b);
      }
    }
    return escaped.toString();
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
