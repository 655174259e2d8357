package org.skep.feed;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.skep.xml.XmlElement;

/**
 * HTML inside feeds: inline elements written as HTML, relative links made absolute, plain text made
 * of it. Works on the characters, without a parse, so that nothing else of the publisher's markup
 * changes; whoever shows it sanitises it. Linear.
 */
final class Markup {
  private static final Set<String> LINKS =
      Set.of(
          "action",
          "background",
          "cite",
          "classid",
          "codebase",
          "data",
          "href",
          "longdesc",
          "poster",
          "profile",
          "src",
          "usemap");

  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  /** What a title may be marked up with; anything else in angle brackets is its text. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "big", "blink", "br", "cite", "code", "del", "div",
          "em", "font", "i", "img", "ins", "kbd", "mark", "p", "q", "s", "small", "span", "strike",
          "strong", "sub", "sup", "tt", "u", "var", "wbr");

  private Markup() {}

  /** The element's content as HTML, addresses absolute. */
  static String inner(XmlElement element, Context context) {
    var out = new StringBuilder();
    content(element, context, element.namespace(), out);
    return out.toString();
  }

  private static void content(
      XmlElement element, Context context, String outer, StringBuilder out) {
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        element(child, context.in(child), outer, out);
      } else {
        escape((String) part, out);
      }
    }
  }

  private static void element(
      XmlElement element, Context context, String outer, StringBuilder out) {
    String namespace = element.namespace();
    boolean foreign =
        !namespace.equals(outer) && (namespace.endsWith("/svg") || namespace.endsWith("/MathML"));
    out.append('<').append(element.name());
    for (XmlElement.Attribute attribute : element.attributes()) {
      if (attribute.prefix().equals("xml") && !attribute.name().equals("lang")) {
        continue;
      }
      boolean link = attribute.prefix().isEmpty() && LINKS.contains(attribute.name());
      String value = link ? absolute(attribute.value(), context) : attribute.value();
      out.append(' ');
      if (!attribute.prefix().isEmpty()) {
        out.append(attribute.prefix()).append(':');
      }
      out.append(attribute.name()).append("=\"");
      quote(value, out);
      out.append('"');
    }
    if (element.attributes().stream().anyMatch(a -> a.prefix().equals("xlink"))) {
      out.append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    }
    if (foreign) {
      out.append(" xmlns=\"").append(namespace).append('"');
    }
    out.append('>');
    if (!VOID.contains(element.name().toLowerCase(Locale.ROOT))) {
      content(element, context, namespace, out);
      out.append("</").append(element.name()).append('>');
    }
  }

  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
  }

  private static void quote(String value, StringBuilder out) {
    int begin = out.length();
    escape(value, out);
    for (int i = out.indexOf("\"", begin); i >= 0; i = out.indexOf("\"", i + 1)) {
      out.replace(i, i + 1, "&quot;");
    }
  }

  private static String absolute(String link, Context context) {
    String trimmed = link.strip();
    if (trimmed.isEmpty() || hasScheme(trimmed) || context.base() == null) {
      return link;
    }
    String resolved = context.resolve(trimmed);
    return resolved == null ? link : resolved;
  }

  private static boolean hasScheme(String link) {
    for (int i = 0; i < link.length(); i++) {
      char c = link.charAt(i);
      if (c == ':') {
        return i > 0;
      }
      if (!Character.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
        return false;
      }
    }
    return false;
  }

  /** The same HTML with every relative address in a link attribute made absolute. */
  static String absoluteLinks(String html, Context context) {
    int tag = html.indexOf('<');
    if (tag < 0 || context.base() == null) {
      return html;
    }
    var out = new StringBuilder(html.length() + 64);
    int from = 0;
    while (tag >= 0) {
      int i = tag + 1;
      if (i < html.length() && Character.isLetter(html.charAt(i))) {
        out.append(html, from, i);
        from = copyTag(html, i, context, out);
      } else {
        out.append(html, from, i);
        from = i;
      }
      tag = html.indexOf('<', from);
    }
    return out.append(html, from, html.length()).toString();
  }

  private static int copyTag(String html, int from, Context context, StringBuilder out) {
    int i = from;
    int copied = from;
    while (i < html.length() && html.charAt(i) != '>' && html.charAt(i) != '<') {
      if (html.charAt(i) != '=') {
        i++;
        continue;
      }
      int nameEnd = i;
      while (nameEnd > from && html.charAt(nameEnd - 1) <= ' ') {
        nameEnd--;
      }
      int nameBegin = nameEnd;
      while (nameBegin > from && Character.isLetterOrDigit(html.charAt(nameBegin - 1))) {
        nameBegin--;
      }
      String name = html.substring(nameBegin, nameEnd).toLowerCase(Locale.ROOT);
      int begin = i + 1;
      while (begin < html.length() && html.charAt(begin) <= ' ') {
        begin++;
      }
      char quote = begin < html.length() ? html.charAt(begin) : ' ';
      boolean quoted = quote == '"' || quote == '\'';
      int valueBegin = quoted ? begin + 1 : begin;
      int valueEnd = quoted ? html.indexOf(quote, valueBegin) : unquotedEnd(html, valueBegin);
      if (valueEnd < 0) {
        break;
      }
      if (LINKS.contains(name)) {
        String value = unescaped(html.substring(valueBegin, valueEnd), true);
        String link = absolute(value, context);
        if (!link.equals(value)) {
          out.append(html, copied, begin).append('"');
          quote(link, out);
          out.append('"');
          copied = quoted ? valueEnd + 1 : valueEnd;
        }
      }
      i = quoted ? valueEnd + 1 : valueEnd;
    }
    out.append(html, copied, i);
    return i;
  }

  private static int unquotedEnd(String html, int from) {
    int i = from;
    while (i < html.length() && html.charAt(i) > ' ' && html.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  /** A title as text: inline tags left out, entities resolved, blanks folded. */
  static String title(String html) {
    String text = html.indexOf('<') < 0 ? html : withoutTags(html, INLINE);
    return fold(unescaped(text, false));
  }

  /** HTML as text: all tags left out, a blank where a block ends. */
  static String plain(String html) {
    String text = html.indexOf('<') < 0 ? html : withoutTags(html, null);
    return fold(unescaped(text, false));
  }

  /** Entities resolved; a lone ampersand, which most are, costs nothing. */
  private static String unescaped(String text, boolean inAttribute) {
    for (int amp = text.indexOf('&'); amp >= 0; amp = text.indexOf('&', amp + 1)) {
      char next = amp + 1 < text.length() ? text.charAt(amp + 1) : ' ';
      if (next == '#' || Character.isLetter(next)) {
        return Parser.unescapeEntities(text, inAttribute);
      }
    }
    return text;
  }

  private static String withoutTags(String html, @Nullable Set<String> only) {
    var out = new StringBuilder(html.length());
    int from = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', Math.max(from, tag + 1))) {
      int name = html.startsWith("</", tag) ? tag + 2 : tag + 1;
      int nameEnd = name;
      while (nameEnd < html.length() && Character.isLetterOrDigit(html.charAt(nameEnd))) {
        nameEnd++;
      }
      boolean comment = html.startsWith("<!--", tag);
      int close = comment ? html.indexOf("-->", tag) : tagEnd(html, nameEnd);
      if (close < 0) {
        break; // a tag that never ends is text, and so is all that follows
      }
      String word = html.substring(name, nameEnd).toLowerCase(Locale.ROOT);
      boolean known = only == null ? !word.isEmpty() : only.contains(word);
      if (comment || known) {
        out.append(html, from, tag);
        out.append(
            INLINE.contains(word) && !word.equals("br") && !word.equals("p") && !word.equals("div")
                ? ""
                : " ");
        from = comment ? close + 3 : close + 1;
      }
    }
    return out.append(html, from, html.length()).toString();
  }

  /** The {@code >} that ends a tag; one in a quoted value does not, unless the quote never ends. */
  private static int tagEnd(String html, int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return html.indexOf('>', from);
  }

  /** Blanks of all kinds to one space, none at the ends. */
  static String fold(String text) {
    if (isFolded(text)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff') {
        blank = !out.isEmpty();
      } else {
        if (blank) {
          out.append(' ');
          blank = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isFolded(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || (c == ' ' && blank)) {
        return false;
      }
      blank = c == ' ';
    }
    return !blank || text.isEmpty();
  }
}
