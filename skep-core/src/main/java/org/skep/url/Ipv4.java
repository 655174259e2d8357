package org.skep.url;

/** IPv4 as browsers read it: one to four parts, each decimal, octal or hexadecimal. */
final class Ipv4 {
  private Ipv4() {}

  /** Whether a name's last label is a number, which makes the whole an address or nothing. */
  static boolean endsInNumber(String host) {
    String name = withoutLastDot(host);
    String last = name.substring(name.lastIndexOf('.') + 1);
    return !last.isEmpty() && (isDigits(last) || number(last) >= 0);
  }

  /** The 32 bits, or -1. */
  static long parse(String host) {
    String[] parts = withoutLastDot(host).split("\\.", -1);
    if (parts.length > 4) {
      return -1;
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      long value = number(parts[i]);
      boolean last = i == parts.length - 1;
      long limit = last ? 1L << (8 * (5 - parts.length)) : 256;
      if (value < 0 || value >= limit) {
        return -1;
      }
      address += last ? value : value << (8 * (3 - i));
    }
    return address;
  }

  static String print(long address) {
    return "%d.%d.%d.%d"
        .formatted(address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
  }

  /** A part's value, capped just above 32 bits; -1 when it is no number. */
  private static long number(String part) {
    if (part.isEmpty()) {
      return -1;
    }
    int radix = 10;
    int from = 0;
    if (part.length() >= 2 && part.charAt(0) == '0') {
      boolean hex = (part.charAt(1) | 0x20) == 'x';
      radix = hex ? 16 : 8;
      from = hex ? 2 : 1;
    }
    long value = 0;
    for (int i = from; i < part.length(); i++) {
      int digit = PercentEncoding.hex(part.charAt(i));
      if (digit < 0 || digit >= radix) {
        return -1;
      }
      value = Math.min(value * radix + digit, 1L << 33);
    }
    return value;
  }

  private static String withoutLastDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
