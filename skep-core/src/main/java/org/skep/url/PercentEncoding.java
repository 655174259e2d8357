package org.skep.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding with the sets of the URL Standard, section 1.3. */
final class PercentEncoding {
  private static final String HEX = "0123456789ABCDEF";

  /**
   * The ASCII characters of a set besides the controls; everything above {@code ~} is in each set.
   */
  enum Set {
    CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?^`{}"),
    USERINFO(" \"#<>?^`{}/:;=@[\\]|");

    private final long low;
    private final long high;

    Set(String characters) {
      long first = 0;
      long second = 0;
      for (int i = 0; i < characters.length(); i++) {
        char c = characters.charAt(i);
        if (c < 64) {
          first |= 1L << c;
        } else {
          second |= 1L << (c - 64);
        }
      }
      this.low = first;
      this.high = second;
    }

    boolean has(int c) {
      return c < 0x20 || c > 0x7E || ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
    }
  }

  private PercentEncoding() {}

  static void append(StringBuilder out, int codePoint, Set set) {
    if (!set.has(codePoint)) {
      out.append((char) codePoint);
    } else if (codePoint < 0x80) {
      appendByte(out, codePoint);
    } else {
      for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
        appendByte(out, b);
      }
    }
  }

  static void appendByte(StringBuilder out, int b) {
    out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
  }

  static String encode(CharSequence text, Set set) {
    var out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c, set));
    return out.toString();
  }

  /** The bytes behind the escapes, read as UTF-8; bytes that are none become U+FFFD. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' ? escape(bytes, i) : -1;
      if (value >= 0) {
        out.write(value);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The byte that {@code %XX} at a place stands for, or -1 when it is not such an escape. */
  static int escape(CharSequence text, int at) {
    return at + 2 < text.length() ? pair(text.charAt(at + 1), text.charAt(at + 2)) : -1;
  }

  private static int escape(byte[] text, int at) {
    return at + 2 < text.length ? pair(text[at + 1], text[at + 2]) : -1;
  }

  private static int pair(int first, int second) {
    int high = hex(first);
    int low = hex(second);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** ASCII only: {@link Character#digit} would take full-width digits too. */
  static int hex(int c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
