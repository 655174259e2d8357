package org.skep.url;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses, in the eight 16-bit pieces of the URL Standard; no zone ids. */
final class Ipv6 {
  private Ipv6() {}

  /** The eight pieces, or null when the text (without brackets) is no address. */
  static int @Nullable [] parse(String text) {
    int[] pieces = new int[8];
    int count = 0;
    int compress = -1;
    int at = 0;
    if (text.startsWith(":")) {
      if (!text.startsWith("::")) {
        return null;
      }
      at = 2;
      compress = 0;
    }
    while (at < text.length()) {
      if (count == 8) {
        return null;
      }
      if (text.charAt(at) == ':') {
        if (compress >= 0) {
          return null;
        }
        at++;
        compress = count;
        continue;
      }
      int begin = at;
      int value = 0;
      while (at < text.length() && at - begin < 4 && PercentEncoding.hex(text.charAt(at)) >= 0) {
        value = value * 16 + PercentEncoding.hex(text.charAt(at++));
      }
      if (at < text.length() && text.charAt(at) == '.') {
        long address = at == begin || count > 6 ? -1 : dotted(text.substring(begin));
        if (address < 0) {
          return null;
        }
        pieces[count++] = (int) (address >> 16);
        pieces[count++] = (int) (address & 0xFFFF);
        break;
      }
      if (at < text.length() && (text.charAt(at) != ':' || ++at == text.length())) {
        return null;
      }
      pieces[count++] = value;
    }
    return spread(pieces, count, compress);
  }

  private static int @Nullable [] spread(int[] pieces, int count, int compress) {
    if (compress < 0) {
      return count == 8 ? pieces : null;
    }
    int[] all = new int[8];
    System.arraycopy(pieces, 0, all, 0, compress);
    int tail = count - compress;
    System.arraycopy(pieces, compress, all, 8 - tail, tail);
    return all;
  }

  /** Inside IPv6 only the canonical form counts: four decimals without leading zeros. */
  private static long dotted(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return -1;
    }
    long address = 0;
    for (String part : parts) {
      boolean canonical = part.matches("0|[1-9][0-9]{0,2}");
      if (!canonical || Integer.parseInt(part) > 255) {
        return -1;
      }
      address = address << 8 | Integer.parseInt(part);
    }
    return address;
  }

  /** The shortest form: lower case, the first longest run of zeros compressed. */
  static String print(int[] pieces) {
    int begin = -1;
    int length = 1; // a single zero is not compressed
    for (int i = 0; i < 8; i++) {
      int run = i;
      while (run < 8 && pieces[run] == 0) {
        run++;
      }
      if (run - i > length) {
        begin = i;
        length = run - i;
      }
      i = Math.max(i, run - 1);
    }
    var out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == begin) {
        out.append(i == 0 ? "::" : ":");
        i += length - 1;
      } else {
        out.append(Integer.toHexString(pieces[i]));
        if (i < 7) {
          out.append(':');
        }
      }
    }
    return out.toString();
  }
}
