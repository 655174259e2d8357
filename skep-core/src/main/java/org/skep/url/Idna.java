package org.skep.url;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names in any script to ASCII: UTS #46, non-transitional, as the URL Standard calls it (bidi and
 * joiner rules on, hyphen, length and STD3 rules off).
 *
 * <p>{@code java.net.IDN} is the rule set of 2003 (Unicode 3.2: it turns "faß" into "fass" and
 * refuses newer letters). The mapping table of UTS #46 is NFKC case folding with few exceptions, so
 * it is computed from what the JDK knows of Unicode. Weak spot: a few hundred rare code points that
 * UTS #46 singles out are treated by their general category, and a zero-width non-joiner is allowed
 * by script instead of by joining type.
 */
final class Idna {
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;

  /** Combining class 9, which the JDK does not tell. */
  private static final Set<Integer> VIRAMAS =
      Set.of(
          0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD3B, 0xD3C, 0xD4D, 0xDCA, 0xE3A,
          0xEBA, 0xF84, 0x1039, 0x103A, 0x1714, 0x1734, 0x17D2, 0x1A60, 0x1B44, 0x1BAA, 0x1BAB,
          0x1BF2, 0x1BF3, 0x2D7F, 0xA806, 0xA8C4, 0xA953, 0xA9C0, 0xAAF6, 0xABED, 0x11046, 0x1107F,
          0x110B9, 0x11133, 0x11134, 0x111C0, 0x11235, 0x112EA, 0x1134D, 0x11442, 0x114C2, 0x115BF,
          0x1163F, 0x116B6, 0x1172B, 0x11839, 0x11A34, 0x11A47, 0x11A99, 0x11C3F, 0x11D45, 0x11D97);

  private static final Set<UnicodeScript> JOINING =
      Set.of(
          UnicodeScript.ARABIC,
          UnicodeScript.SYRIAC,
          UnicodeScript.NKO,
          UnicodeScript.MONGOLIAN,
          UnicodeScript.MANDAIC,
          UnicodeScript.PHAGS_PA);

  private Idna() {}

  /** The name in ASCII, lower case; null when it is none. ASCII names pass without a look-up. */
  static @Nullable String toAscii(String name) {
    if (isAscii(name)) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!lower.startsWith("xn--") && !lower.contains(".xn--")) {
        return lower;
      }
    }
    String mapped = map(name);
    if (mapped == null) {
      return null;
    }
    String[] labels = mapped.split("\\.", -1);
    for (int i = 0; i < labels.length; i++) {
      String unicode = unicodeLabel(labels[i]);
      if (unicode == null) {
        return null;
      }
      labels[i] = unicode;
    }
    return bidiRulesHold(labels) ? encode(labels) : null;
  }

  private static @Nullable String encode(String[] labels) {
    for (int i = 0; i < labels.length; i++) {
      if (!isAscii(labels[i])) {
        String letters = Punycode.encode(labels[i]);
        if (letters == null) {
          return null;
        }
        labels[i] = "xn--" + letters;
      }
    }
    return String.join(".", labels);
  }

  /** Step 1 and 2 of section 4: map each code point, then normalise. */
  private static @Nullable String map(String name) {
    var out = new StringBuilder();
    for (int i = 0; i < name.length(); ) {
      int c = name.codePointAt(i);
      i += Character.charCount(c);
      if (!isIgnored(c)) {
        String mapped = mapping(c);
        if (mapped == null) {
          return null;
        }
        out.append(mapped);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  private static @Nullable String mapping(int c) {
    if (c < 0x80) {
      return Character.toString(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    if (c == 0x3002 || c == 0xFF0E || c == 0xFF61) {
      return "."; // the full stops of East Asia
    }
    if (isDeviation(c)) {
      return Character.toString(c);
    }
    if (c == 0x1E9E) {
      return "ß";
    }
    if (isDisallowed(c)) {
      return null;
    }
    String folded = nfkc(fold(nfkc(fold(Character.toString(c)))));
    return folded.codePoints().anyMatch(f -> f >= 0x80 && isDisallowed(f)) ? null : folded;
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Full case folding, which the JDK offers only as upper and then lower case. */
  private static String fold(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (c == 0x131 || isDeviation(c)) {
            out.appendCodePoint(c); // ı is a letter of its own
          } else if (Character.UnicodeScript.of(c) == UnicodeScript.CHEROKEE) {
            out.appendCodePoint(Character.toUpperCase(c)); // the older letters are upper case
          } else {
            // Letter by letter: a word would turn its last Σ into ς.
            Character.toString(c)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .forEach(u -> out.append(Character.toString(u).toLowerCase(Locale.ROOT)));
          }
        });
    return out.toString();
  }

  private static boolean isDeviation(int c) {
    return c == 0xDF || c == 0x3C2 || c == ZWNJ || c == ZWJ;
  }

  private static boolean isIgnored(int c) {
    return c == 0xAD
        || c == 0x34F
        || c == 0x180F
        || (c >= 0x180B && c <= 0x180D)
        || c == 0x200B
        || c == 0x2060
        || c == 0x2064
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean isDisallowed(int c) {
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          (c >= 0xFFF9 && c <= 0xFFFF)
              || (c >= 0x2FF0 && c <= 0x2FFF)
              || c == 0x115F
              || c == 0x1160
              || c == 0x3164
              || c == 0xFFA0;
    };
  }

  /** The label in Unicode, checked by section 4.1; null when it breaks a rule. */
  private static @Nullable String unicodeLabel(String label) {
    if (!label.startsWith("xn--")) {
      return isAscii(label) || isValid(label) ? label : null;
    }
    String unicode = isAscii(label) ? Punycode.decode(label.substring(4)) : null;
    if (unicode == null || isAscii(unicode) || !isValid(unicode)) {
      return null; // also what needs no Punycode and what would be mapped to something else
    }
    String again = Punycode.encode(unicode);
    return again != null && label.equals("xn--" + again) ? unicode : null;
  }

  private static boolean isValid(String label) {
    if (!Normalizer.isNormalized(label, Normalizer.Form.NFC)
        || label.startsWith("xn--")
        || isMark(label.codePointAt(0))) {
      return false;
    }
    for (int i = 0; i < label.length(); ) {
      int c = label.codePointAt(i);
      boolean joiner = c == ZWNJ || c == ZWJ;
      if (joiner ? !joins(label, i) : !isOwnMapping(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean isOwnMapping(int c) {
    return !isIgnored(c) && c != '.' && Character.toString(c).equals(mapping(c));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** RFC 5892, appendix A.1 and A.2: joiners only where they change the shape of letters. */
  private static boolean joins(String label, int at) {
    if (at == 0) {
      return false;
    }
    int before = label.codePointBefore(at);
    if (VIRAMAS.contains(before)) {
      return true;
    }
    return label.charAt(at) == ZWNJ
        && at + 1 < label.length()
        && JOINING.contains(UnicodeScript.of(before))
        && JOINING.contains(UnicodeScript.of(label.codePointAt(at + 1)));
  }

  private static boolean bidiRulesHold(String[] labels) {
    for (String label : labels) {
      if (label.codePoints().anyMatch(Bidi::isRightToLeft)) {
        return Bidi.holds(labels);
      }
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
