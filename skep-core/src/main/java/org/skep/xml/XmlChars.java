package org.skep.xml;

/** The characters of XML 1.0, fifth edition. */
final class XmlChars {
  private static final boolean[] ASCII_NAME = new boolean[128];

  static {
    for (char c = 0; c < ASCII_NAME.length; c++) {
      ASCII_NAME[c] =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-'
              || c == '.';
    }
  }

  private XmlChars() {}

  static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  /** A character of a name, the colon aside. */
  static boolean isName(char c) {
    return c < 128 ? ASCII_NAME[c] : isWideNameStart(c) || isWideNameRest(c);
  }

  static boolean isNameStart(char c) {
    return c < 128 ? ASCII_NAME[c] && (c > '9' || c < '-') : isWideNameStart(c);
  }

  /** Production 4, without the planes beyond the first, which no vocabulary uses. */
  private static boolean isWideNameStart(char c) {
    return (c >= 0xc0 && c <= 0x2ff && c != 0xd7 && c != 0xf7)
        || (c >= 0x370 && c <= 0x1fff && c != 0x37e)
        || c == 0x200c
        || c == 0x200d
        || (c >= 0x2070 && c <= 0x218f)
        || (c >= 0x2c00 && c <= 0x2fef)
        || (c >= 0x3001 && c <= 0xd7ff)
        || (c >= 0xf900 && c <= 0xfdcf)
        || (c >= 0xfdf0 && c <= 0xfffd);
  }

  private static boolean isWideNameRest(char c) {
    return c == 0xb7 || (c >= 0x300 && c <= 0x36f) || c == 0x203f || c == 0x2040;
  }

  /** Where the first character stands that no document may hold; the length when there is none. */
  static int firstForbidden(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        if (!isBlank(c)) {
          return i;
        }
      } else if (c >= 0xd800) {
        if (c >= 0xfffe || (c < 0xe000 && !isPair(text, i))) {
          return i;
        }
        i += c < 0xe000 ? 1 : 0;
      }
    }
    return length;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  static boolean isAllowed(int code) {
    return code < ' '
        ? code == '\t' || code == '\n' || code == '\r'
        : code < 0xd800 || (code >= 0xe000 && code <= 0x10ffff && code != 0xfffe && code != 0xffff);
  }
}
