package org.skep.html;

import java.nio.charset.Charset;
import org.jsoup.parser.Parser;

/**
 * Resolves character references. The dozen names of nearly every page and numbers are resolved
 * here; the other 2,200 names by jsoup's table.
 */
final class CharacterReferences {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int CODE_POINT_MAX = 0x10ffff;

  private CharacterReferences() {}

  /** The text of these characters. */
  static String resolve(String input, int begin, int end, boolean inAttribute) {
    int at = input.indexOf('&', begin, end);
    if (at < 0) {
      return input.substring(begin, end);
    }
    var text = new StringBuilder(end - begin);
    text.append(input, begin, at);
    while (at >= 0) {
      int after = reference(input, at + 1, end, inAttribute, text);
      if (after < 0) {
        String rest = input.substring(at, end);
        return text.append(Parser.unescapeEntities(rest, inAttribute)).toString();
      }
      at = input.indexOf('&', after, end);
      text.append(input, after, at < 0 ? end : at);
    }
    return text.toString();
  }

  /** Appends what the reference is that begins behind an ampersand; -1 when it is a rare name. */
  private static int reference(
      String input, int from, int end, boolean inAttribute, StringBuilder into) {
    if (from < end && input.charAt(from) == '#') {
      return number(input, from + 1, end, into);
    }
    if (inAttribute && isParameter(input, from, end)) {
      into.append('&');
      return from;
    }
    return name(input, from, end, into);
  }

  /** "?a=1&amp;copy=2": no reference, as the standard has it for the sake of addresses. */
  private static boolean isParameter(String input, int from, int end) {
    int at = from;
    while (at < end && isLetterOrDigit(input.charAt(at))) {
      at++;
    }
    return at < end && input.charAt(at) == '=';
  }

  /** Appends the character a number means, by the standard's rules for wrong ones. */
  private static int number(String input, int from, int end, StringBuilder into) {
    boolean hex = from < end && (input.charAt(from) | 0x20) == 'x';
    int at = hex ? from + 1 : from;
    int digits = at;
    int code = 0;
    while (at < end) {
      int digit = Character.digit(input.charAt(at), hex ? 16 : 10);
      if (digit < 0 || input.charAt(at) > 'f') {
        break;
      }
      code = Math.min(CODE_POINT_MAX + 1, code * (hex ? 16 : 10) + digit);
      at++;
    }
    if (at == digits) {
      into.append('&');
      return from - 1;
    }
    if (code >= 0x80 && code < 0xa0) {
      into.append(new String(new byte[] {(byte) code}, WINDOWS_1252));
    } else if (code == 0 || code > CODE_POINT_MAX || (code >= 0xd800 && code < 0xe000)) {
      into.append('\ufffd');
    } else {
      into.appendCodePoint(code);
    }
    return at < end && input.charAt(at) == ';' ? at + 1 : at;
  }

  /** Appends what a common name means; -1 when it is none of these. */
  private static int name(String input, int from, int end, StringBuilder into) {
    int at = from;
    while (at < end && at - from < 8 && isLetter(input.charAt(at))) {
      at++;
    }
    if (at == from) {
      into.append('&');
      return from;
    }
    if (at >= end || input.charAt(at) != ';') {
      return -1;
    }
    char c =
        switch (input.substring(from, at)) {
          case "amp" -> '&';
          case "lt" -> '<';
          case "gt" -> '>';
          case "quot" -> '"';
          case "apos" -> '\'';
          case "nbsp" -> '\u00a0';
          case "ndash" -> '–';
          case "mdash" -> '—';
          case "rsquo" -> '’';
          case "lsquo" -> '‘';
          case "rdquo" -> '”';
          case "ldquo" -> '“';
          case "bdquo" -> '„';
          case "hellip" -> '…';
          case "copy" -> '©';
          case "raquo" -> '»';
          case "laquo" -> '«';
          case "middot" -> '·';
          case "bull" -> '•';
          case "auml" -> 'ä';
          case "ouml" -> 'ö';
          case "uuml" -> 'ü';
          case "Auml" -> 'Ä';
          case "Ouml" -> 'Ö';
          case "Uuml" -> 'Ü';
          case "szlig" -> 'ß';
          case "eacute" -> 'é';
          case "egrave" -> 'è';
          case "agrave" -> 'à';
          case "shy" -> '\u00ad';
          default -> 0;
        };
    if (c == 0) {
      return -1;
    }
    into.append(c);
    return at + 1;
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
