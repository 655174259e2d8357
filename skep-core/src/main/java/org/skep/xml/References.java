package org.skep.xml;

/** XML's own five entities and character references, in a part of a well-formed document. */
final class References {
  private References() {}

  /** The text with every reference resolved. */
  static String resolved(String text, int begin, int end) throws XmlSyntax {
    int amp = text.indexOf('&', begin, end);
    return amp < 0 ? text.substring(begin, end) : resolved(text, begin, end, amp);
  }

  /** So is an attribute's value, and each blank that stands in it is a space. */
  static String attribute(String text, int begin, int end) throws XmlSyntax {
    for (int i = begin; i < end; i++) {
      if (text.charAt(i) < ' ') { // only what is printed: &#10; stays a line break
        String spaces = text.substring(begin, end).replace('\n', ' ').replace('\t', ' ');
        return resolved(spaces, 0, spaces.length());
      }
    }
    return resolved(text, begin, end);
  }

  private static String resolved(String text, int begin, int end, int first) throws XmlSyntax {
    var out = new StringBuilder(end - begin);
    int from = begin;
    for (int amp = first; amp >= 0; amp = text.indexOf('&', from, end)) {
      out.append(text, from, amp);
      int semicolon = text.indexOf(';', amp, end);
      if (semicolon < 0 || XmlChars.isBlank(text.charAt(amp + 1))) {
        throw new XmlSyntax(amp, "a & that begins no reference");
      }
      out.appendCodePoint(code(text, amp, semicolon));
      from = semicolon + 1;
    }
    return out.append(text, from, end).toString();
  }

  private static int code(String text, int amp, int semicolon) throws XmlSyntax {
    int begin = amp + 1;
    if (text.charAt(begin) == '#') {
      return number(text, begin + 1, semicolon);
    }
    int code =
        switch (semicolon - begin) {
          case 2 -> text.startsWith("lt", begin) ? '<' : text.startsWith("gt", begin) ? '>' : 0;
          case 3 -> text.startsWith("amp", begin) ? '&' : 0;
          case 4 ->
              text.startsWith("quot", begin) ? '"' : text.startsWith("apos", begin) ? '\'' : 0;
          default -> 0;
        };
    if (code == 0) {
      String name = text.substring(begin, Math.min(semicolon, begin + 20));
      throw new XmlSyntax(amp, "the entity \"" + name + "\" is not declared");
    }
    return code;
  }

  private static int number(String text, int begin, int semicolon) throws XmlSyntax {
    boolean hex = begin < semicolon && text.charAt(begin) == 'x';
    int code = begin + (hex ? 1 : 0) < semicolon ? 0 : -1;
    for (int i = hex ? begin + 1 : begin; i < semicolon && code >= 0; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), hex ? 16 : 10) : -1;
      code = digit < 0 ? -1 : Math.min(0x110000, code * (hex ? 16 : 10) + digit);
    }
    if (code < 0 || !XmlChars.isAllowed(code)) {
      throw new XmlSyntax(begin, "the reference is no character");
    }
    return code;
  }
}
