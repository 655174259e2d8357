package org.skep.url;

import org.jspecify.annotations.Nullable;
import org.skep.url.PercentEncoding.Set;

/**
 * The host parser of the URL Standard, section 3.5: names by UTS #46, IPv4 in every spelling a
 * browser takes, IPv6 compressed as RFC 5952 asks.
 */
final class Host {
  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

  private Host() {}

  /** The host in its standard spelling, or null when the text is none. */
  static @Nullable String parse(String text, boolean special) {
    if (text.startsWith("[")) {
      int[] pieces = text.endsWith("]") ? Ipv6.parse(text.substring(1, text.length() - 1)) : null;
      return pieces == null ? null : "[" + Ipv6.print(pieces) + "]";
    }
    return special ? domain(text) : opaque(text);
  }

  private static @Nullable String opaque(String text) {
    boolean forbidden = text.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0);
    return forbidden ? null : PercentEncoding.encode(text, Set.CONTROL);
  }

  private static @Nullable String domain(String text) {
    String ascii = Idna.toAscii(PercentEncoding.decode(text));
    if (ascii == null || ascii.isEmpty()) {
      return null;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (forbiddenInDomain(ascii.charAt(i))) {
        return null;
      }
    }
    if (!Ipv4.endsInNumber(ascii)) {
      return ascii;
    }
    long address = Ipv4.parse(ascii);
    return address < 0 ? null : Ipv4.print(address);
  }

  static boolean forbiddenInDomain(int c) {
    return c <= 0x1F || c == 0x7F || c == '%' || FORBIDDEN.indexOf(c) >= 0;
  }
}
