package org.skep.xml;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the root element of a well-formed document: declaration, comments,
 * instructions, DOCTYPE. All of it is checked only as far as is needed to skip it.
 */
final class Prolog {
  private final String text;
  private int at;

  Prolog(String text) throws XmlSyntax {
    this.text = text;
    if (text.startsWith("<?xml") && text.length() > 5 && XmlChars.isBlank(text.charAt(5))) {
      declaration();
    }
    boolean doctype = false;
    while (skipBlanks()) {
      if (text.startsWith("<!DOCTYPE", at) && !doctype) {
        doctype = true;
        at = doctype(at + 9);
      } else if (text.startsWith("<!", at)) {
        at = comment(text, at);
      } else if (text.startsWith("<?", at)) {
        at = instruction(text, at);
      } else {
        return;
      }
    }
  }

  /** Where the root element begins. */
  int end() {
    return at;
  }

  private boolean skipBlanks() {
    while (at < text.length() && XmlChars.isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private void declaration() throws XmlSyntax {
    int end = text.indexOf("?>", 5);
    String declaration = end < 0 ? "" : text.substring(5, end).strip();
    String rest = pseudo(declaration, "version", Prolog::isVersion);
    rest = rest == null ? null : optional(rest, "encoding", _ -> true);
    rest =
        rest == null
            ? null
            : optional(rest, "standalone", value -> value.equals("yes") || value.equals("no"));
    if (rest == null || !rest.isEmpty()) {
      throw new XmlSyntax(0, "not an XML declaration");
    }
    at = end + 2;
  }

  private static boolean isVersion(String value) {
    return value.equals("1.0") || value.equals("1.1");
  }

  private static @Nullable String optional(String rest, String name, Predicate<String> allowed) {
    return rest.startsWith(name) ? pseudo(rest, name, allowed) : rest;
  }

  /** What follows {@code name="value"}; {@code null} when it is not that, or not allowed so. */
  private static @Nullable String pseudo(String text, String name, Predicate<String> allowed) {
    int equals = text.indexOf('=');
    if (equals < 0 || !text.substring(0, equals).strip().equals(name)) {
      return null;
    }
    String quoted = text.substring(equals + 1).stripLeading();
    char quote = quoted.isEmpty() ? ' ' : quoted.charAt(0);
    int close = quote == '"' || quote == '\'' ? quoted.indexOf(quote, 1) : -1;
    if (close < 0 || !allowed.test(quoted.substring(1, close))) {
      return null;
    }
    String rest = quoted.substring(close + 1);
    return rest.isEmpty() || XmlChars.isBlank(rest.charAt(0)) ? rest.strip() : null;
  }

  /** Quoted values, comments and instructions inside may hold any bracket. */
  private int doctype(int from) throws XmlSyntax {
    boolean subset = false;
    for (int i = from; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = after(String.valueOf(c), i + 1);
      } else if (text.startsWith("<!--", i)) {
        i = after("-->", i + 4);
      } else if (text.startsWith("<?", i)) {
        i = after("?>", i + 2);
      } else if (c == '>' && !subset) {
        return i + 1;
      } else if (c == '<' && !subset) {
        throw new XmlSyntax(i, "the DOCTYPE is not closed");
      } else {
        subset = c == '[' || (subset && c != ']');
        i++;
      }
    }
    throw new XmlSyntax(from, "the DOCTYPE is not closed");
  }

  private int after(String mark, int from) throws XmlSyntax {
    return after(text, mark, from);
  }

  private static int after(String text, String mark, int from) throws XmlSyntax {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      throw new XmlSyntax(from, "\"" + mark + "\" is missing");
    }
    return end + mark.length();
  }

  /** After the comment that begins here. */
  static int comment(String text, int at) throws XmlSyntax {
    if (!text.startsWith("<!--", at)) {
      throw new XmlSyntax(at, "a declaration at the wrong place");
    }
    int end = after(text, "--", at + 4);
    if (end >= text.length() || text.charAt(end) != '>') {
      throw new XmlSyntax(end, "\"--\" in a comment");
    }
    return end + 1;
  }

  /** After the instruction that begins here; one called xml is a declaration at the wrong place. */
  static int instruction(String text, int at) throws XmlSyntax {
    int end = after(text, "?>", at + 2);
    int i = at + 2;
    while (i < end - 2 && (XmlChars.isName(text.charAt(i)) || text.charAt(i) == ':')) {
      i++;
    }
    boolean named = i > at + 2 && XmlChars.isNameStart(text.charAt(at + 2));
    boolean declaration = text.regionMatches(true, at + 2, "xml", 0, 3) && i == at + 5;
    if (!named || declaration || (i < end - 2 && !XmlChars.isBlank(text.charAt(i)))) {
      throw new XmlSyntax(at, "not an instruction");
    }
    return end;
  }
}
