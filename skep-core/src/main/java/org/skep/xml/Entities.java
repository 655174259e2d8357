package org.skep.xml;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Character references and the entities of XML and HTML, as browsers know them, plus the plain ones
 * a document declares itself. A declared entity is replaced once and never inside another; all of
 * them together may add {@link #DECLARED_TEXT_MAX} characters, so no document can grow into a bomb.
 * What is no entity stays as it stands.
 */
final class Entities {
  private static final int NAME_MAX = 32;
  private static final int DECLARED_MAX = 200;
  private static final int DECLARED_TEXT_MAX = 100_000;

  /** What &#128; to &#159; mean in every browser: windows-1252, not control characters. */
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

  private final Map<String, String> declared = new HashMap<>();
  private int declaredText;

  /** Reads {@code name "value">} after {@code <!ENTITY}; returns where to go on. */
  int declare(String text, int from) {
    int end = text.indexOf('>', from);
    if (end < 0) {
      return text.length();
    }
    String[] parts = text.substring(from, Math.min(end, from + 2_000)).strip().split("\\s+", 2);
    String value = parts.length < 2 ? "" : parts[1].strip();
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.endsWith(value.substring(0, 1));
    boolean plain = quoted && value.indexOf('<') < 0;
    if (plain && declared.size() < DECLARED_MAX) {
      declared.putIfAbsent(parts[0], numeric(value.substring(1, value.length() - 1)));
    }
    return end + 1;
  }

  /** Only character references: an entity inside an entity stays text. */
  private static String numeric(String value) {
    return new Entities().decode(value);
  }

  String decode(String text) {
    int amp = text.indexOf('&');
    if (amp < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    while (amp >= 0) {
      out.append(text, from, amp);
      from = reference(text, amp, out);
      amp = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  private int reference(String text, int amp, StringBuilder out) {
    int end = amp + 1;
    boolean number = end < text.length() && text.charAt(end) == '#';
    end = number ? end + 1 : end;
    while (end < text.length()
        && end - amp <= NAME_MAX
        && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == ';';
    String name = text.substring(amp + 1, end);
    String value = number ? character(name.substring(1)) : closed ? named(name) : null;
    if (value == null) {
      out.append('&');
      return amp + 1;
    }
    out.append(value);
    return closed ? end + 1 : end;
  }

  private @Nullable String named(String name) {
    String own = declared.get(name);
    if (own != null) {
      declaredText += own.length();
      return declaredText > DECLARED_TEXT_MAX ? null : own;
    }
    if (name.equals("apos")) {
      return "'";
    }
    String value = org.jsoup.nodes.Entities.getByName(name);
    return value.isEmpty() ? null : value;
  }

  private static @Nullable String character(String digits) {
    if (digits.isEmpty() || digits.length() > 8) {
      return null;
    }
    boolean hex = digits.charAt(0) == 'x' || digits.charAt(0) == 'X';
    try {
      int code = Integer.parseInt(hex ? digits.substring(1) : digits, hex ? 16 : 10);
      if (code >= 0x80 && code < 0xa0) {
        return String.valueOf(WINDOWS_1252.charAt(code - 0x80));
      }
      return XmlChars.isAllowed(code) ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
