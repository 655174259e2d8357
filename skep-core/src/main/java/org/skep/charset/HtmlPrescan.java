package org.skep.charset;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the encoding an HTML page declares in its first bytes: "prescan a byte stream to determine
 * its encoding" of the WHATWG HTML Standard, step by step. Comments are skipped, {@code <meta
 * charset>} and {@code <meta http-equiv=content-type content=...>} are read, attributes of other
 * tags are passed over. Linear; reads at most {@link #BYTES_MAX} bytes.
 */
public final class HtmlPrescan {
  /** Browsers stop at 1024 or wait for the head; real pages put the meta as far down as this. */
  static final int BYTES_MAX = 16_384;

  private final String text;
  private int at;

  private HtmlPrescan(String text) {
    this.text = text;
  }

  /** The encoding's standard name; empty when the page declares none. */
  public static Optional<String> charset(byte[] body) {
    int length = Math.min(body.length, BYTES_MAX);
    return new HtmlPrescan(new String(body, 0, length, StandardCharsets.ISO_8859_1)).scan();
  }

  /**
   * What a browser takes a page for that came without a header: byte order mark, declaration, else
   * windows-1252.
   */
  public static String sniff(byte[] body) {
    String marked = ByteOrder.mark(body);
    return marked == null ? charset(body).orElse("windows-1252") : marked;
  }

  private Optional<String> scan() {
    while (at < text.length()) {
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        return Optional.empty();
      }
      at = tag;
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 2);
        at = end < 0 ? text.length() : end + 3;
      } else if (isMeta()) {
        at += 5;
        var found = meta();
        if (found.isPresent()) {
          return found;
        }
      } else if (isTag()) {
        at = nameEnd();
        var ignored = new Attribute();
        while (ignored.read()) {}
      } else if (text.startsWith("<!", at)
          || text.startsWith("</", at)
          || text.startsWith("<?", at)) {
        int end = text.indexOf('>', at);
        at = end < 0 ? text.length() : end + 1;
      } else {
        at++;
      }
    }
    return Optional.empty();
  }

  private boolean isMeta() {
    return text.regionMatches(true, at, "<meta", 0, 5)
        && at + 5 < text.length()
        && (isBlank(text.charAt(at + 5)) || text.charAt(at + 5) == '/');
  }

  private boolean isTag() {
    int i = text.startsWith("</", at) ? at + 2 : at + 1;
    return i < text.length() && isLetter(text.charAt(i));
  }

  private int nameEnd() {
    int i = at;
    while (i < text.length() && !isBlank(text.charAt(i)) && text.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  private Optional<String> meta() {
    var names = new HashSet<String>();
    boolean pragma = false;
    Boolean needsPragma = null;
    Optional<String> charset = Optional.empty();
    var attribute = new Attribute();
    while (attribute.read()) {
      if (!names.add(attribute.name)) {
        continue;
      }
      switch (attribute.name) {
        case "http-equiv" -> pragma |= attribute.value.equals("content-type");
        case "content" -> {
          if (charset.isEmpty() && needsPragma == null) {
            charset = inContent(attribute.value).flatMap(CharsetLabels::name);
            needsPragma = charset.isPresent() ? Boolean.TRUE : null;
          }
        }
        case "charset" -> {
          charset = CharsetLabels.name(attribute.value);
          needsPragma = false;
        }
        default -> {}
      }
    }
    if (at >= text.length()) {
      return Optional.empty(); // the bytes end inside the tag
    }
    boolean usable = needsPragma != null && (!needsPragma || pragma);
    return usable ? charset.map(HtmlPrescan::asDeclared) : Optional.empty();
  }

  /** A page whose meta could be read is no UTF-16, whatever the meta says. */
  private static String asDeclared(String name) {
    return name.startsWith("UTF-16")
        ? "UTF-8"
        : name.equals("x-user-defined") ? "windows-1252" : name;
  }

  /** "text/html; charset=utf-8": the standard's algorithm for a meta element. */
  static Optional<String> inContent(String content) {
    int i = 0;
    while (true) {
      int found = content.toLowerCase(Locale.ROOT).indexOf("charset", i);
      if (found < 0) {
        return Optional.empty();
      }
      i = skipBlanks(content, found + 7);
      if (i < content.length() && content.charAt(i) == '=') {
        break;
      }
    }
    i = skipBlanks(content, i + 1);
    if (i >= content.length()) {
      return Optional.empty();
    }
    char quote = content.charAt(i);
    if (quote == '"' || quote == '\'') {
      int end = content.indexOf(quote, i + 1);
      return end < 0 ? Optional.empty() : Optional.of(content.substring(i + 1, end));
    }
    int end = i;
    while (end < content.length() && !isBlank(content.charAt(end)) && content.charAt(end) != ';') {
      end++;
    }
    return Optional.of(content.substring(i, end));
  }

  private static int skipBlanks(String value, int from) {
    int i = from;
    while (i < value.length() && isBlank(value.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** "Get an attribute" of the standard, with the scanner's place as its place. */
  private final class Attribute {
    private String name = "";
    private String value = "";

    /** Reads the next one; false at the end of the tag. */
    boolean read() {
      while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == '/')) {
        at++;
      }
      if (at >= text.length() || text.charAt(at) == '>') {
        return false;
      }
      int begin = at;
      while (at < text.length()
          && (text.charAt(at) != '=' || at == begin)
          && "/>".indexOf(text.charAt(at)) < 0
          && !isBlank(text.charAt(at))) {
        at++;
      }
      name = text.substring(begin, at).toLowerCase(Locale.ROOT);
      value = "";
      int equals = skipBlanks(text, at);
      if (equals < text.length() && text.charAt(equals) == '=') {
        at = skipBlanks(text, equals + 1);
        readValue();
      }
      return at < text.length() || !name.isEmpty();
    }

    private void readValue() {
      if (at >= text.length()) {
        return;
      }
      char quote = text.charAt(at);
      if (quote == '"' || quote == '\'') {
        int end = text.indexOf(quote, at + 1);
        int stop = end < 0 ? text.length() : end;
        value = text.substring(at + 1, stop).toLowerCase(Locale.ROOT);
        at = end < 0 ? stop : end + 1;
        return;
      }
      int begin = at;
      while (at < text.length() && !isBlank(text.charAt(at)) && text.charAt(at) != '>') {
        at++;
      }
      value = text.substring(begin, at).toLowerCase(Locale.ROOT);
    }
  }
}
