package org.skep.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding an XML declaration names: {@code <?xml version="1.0" encoding="koi8-r"?>}, also when
 * blanks or garbage stand before it, and in EBCDIC.
 */
final class XmlDeclaration {
  private static final int BYTES_MAX = 1_024;

  private XmlDeclaration() {}

  static Optional<String> charset(byte[] body) {
    int length = Math.min(body.length, BYTES_MAX);
    var ascii = in(new String(body, 0, length, StandardCharsets.ISO_8859_1));
    boolean ebcdic =
        length > 4 && body[0] == 0x4c && body[1] == 0x6f && Charset.isSupported("IBM037");
    return ebcdic ? in(new String(body, 0, length, Charset.forName("IBM037"))) : ascii;
  }

  private static Optional<String> in(String head) {
    int begin = head.indexOf("<?xml");
    int end = begin < 0 ? -1 : head.indexOf('>', begin);
    if (end < 0) {
      return Optional.empty();
    }
    String declaration = head.substring(begin, end);
    int at = declaration.indexOf("encoding");
    int equals = at < 0 ? -1 : declaration.indexOf('=', at);
    if (equals < 0) {
      return Optional.empty();
    }
    String value = declaration.substring(equals + 1).strip();
    if (value.isEmpty() || (value.charAt(0) != '"' && value.charAt(0) != '\'')) {
      return Optional.empty();
    }
    int close = value.indexOf(value.charAt(0), 1);
    return close < 0 ? Optional.empty() : Optional.of(value.substring(1, close));
  }
}
