package org.skep.charset;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Byte order marks, and 16 or 32 bits a character told by where the zero bytes are. */
final class ByteOrder {
  private ByteOrder() {}

  /** The encoding a byte order mark names; {@code null} when there is none. */
  static @Nullable String mark(byte[] b) {
    if (at(b, 0) == 0xef && at(b, 1) == 0xbb && at(b, 2) == 0xbf) {
      return "UTF-8";
    }
    if (at(b, 0) == 0 && at(b, 1) == 0 && at(b, 2) == 0xfe && at(b, 3) == 0xff) {
      return "UTF-32BE";
    }
    if (at(b, 0) == 0xfe && at(b, 1) == 0xff) {
      return "UTF-16BE";
    }
    if (at(b, 0) == 0xff && at(b, 1) == 0xfe) {
      boolean four = b.length >= 4 && at(b, 2) == 0 && at(b, 3) == 0;
      return four ? "UTF-32LE" : "UTF-16LE";
    }
    return null;
  }

  static String withoutMark(byte[] body, String name) {
    int skip = name.equals("UTF-8") ? 3 : name.startsWith("UTF-32") ? 4 : 2;
    return new String(body, skip, body.length - skip, Charset.forName(name));
  }

  /** XML begins with {@code <}; its zeros tell the width (XML 1.0, appendix F). */
  static @Nullable String byZeros(byte[] b) {
    if (b.length < 4) {
      return null;
    }
    int zeros =
        (b[0] == 0 ? 8 : 0) + (b[1] == 0 ? 4 : 0) + (b[2] == 0 ? 2 : 0) + (b[3] == 0 ? 1 : 0);
    return switch (zeros) {
      case 0b1010 -> "UTF-16BE";
      case 0b0101 -> "UTF-16LE";
      case 0b1110 -> "UTF-32BE";
      case 0b0111 -> "UTF-32LE";
      default -> null;
    };
  }

  private static int at(byte[] b, int i) {
    return i < b.length ? b[i] & 0xff : -1;
  }
}
