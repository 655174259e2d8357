package org.skep.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads tags and texts off the characters of a page and hands them to a {@link TreeBuilder}: the
 * tokenizer of the HTML standard, without what no reader sees. Comments, doctypes, images drawn in
 * the page and programs are passed over, except those that hold JSON. Linear in the input.
 */
final class Markup {
  private static final int ATTRIBUTES_MAX = 64;
  private static final String[] NONE = {};

  private final String html;
  private final char[] input;
  private final int end;
  private final TreeBuilder tree;
  private final AttributeNames names = new AttributeNames();
  private final List<String> attributes = new ArrayList<>();
  private int at;
  private boolean selfClosing;

  Markup(String html, TreeBuilder tree) {
    this.html = html;
    this.input = html.toCharArray();
    this.end = input.length;
    this.tree = tree;
  }

  void read() {
    while (at < end) {
      int open = indexOf('<', at);
      if (open > at) {
        tree.text(html, at, open);
        at = open;
      }
      if (at < end) {
        markup();
      }
    }
  }

  private void markup() {
    char c = at + 1 < end ? input[at + 1] : ' ';
    if (isLetter(c)) {
      startTag();
    } else if (c == '/' && at + 2 < end && isLetter(input[at + 2])) {
      endTag();
    } else if (c == '!' && startsWith("<!--", at)) {
      comment();
    } else if (c == '!' && tree.inForeign() && startsWith("<![CDATA[", at)) {
      int close = indexOf("]]>", at);
      at = Math.min(end, close + 3);
    } else if (c == '!' || c == '?' || (c == '/' && at + 2 < end)) {
      at = Math.min(end, indexOf('>', at) + 1);
    } else {
      tree.text(html, at, at + 1);
      at++;
    }
  }

  /** {@code <!-->} and {@code <!--->} are whole comments. */
  private void comment() {
    int from = at + 4;
    if (startsWith(">", from)) {
      at = from + 1;
    } else if (startsWith("->", from)) {
      at = from + 2;
    } else {
      int close = indexOf("-->", from);
      int bang = indexOf("--!>", from, close);
      at = bang < close ? bang + 4 : Math.min(end, close + 3);
    }
  }

  private void startTag() {
    int begin = at + 1;
    at = nameEnd(begin);
    Tag tag = Tag.at(input, begin, at);
    attributes();
    if (at > end) {
      at = end;
      return; // the page ends within the tag
    }
    String[] given = attributes.isEmpty() ? NONE : attributes.toArray(String[]::new);
    if (tag.is(Tag.RAW)) {
      int close = endOfRaw(tag.name, at);
      boolean data = tag.name.equals("script") && isJson(given);
      tree.raw(tag, given, data ? html.substring(at, close) : "");
      at = afterEndTag(close);
    } else if (tag.is(Tag.RCDATA) && !tree.inForeign()) {
      int close = endOfRaw(tag.name, at);
      tree.raw(tag, given, CharacterReferences.resolve(html, at, close, false));
      at = afterEndTag(close);
    } else {
      tree.start(tag, given, selfClosing);
    }
  }

  private static boolean isJson(String[] given) {
    for (int i = 0; i < given.length; i += 2) {
      if (given[i].equals("type")) {
        return given[i + 1].contains("json");
      }
    }
    return false;
  }

  private void endTag() {
    int begin = at + 2;
    at = nameEnd(begin);
    Tag tag = Tag.at(input, begin, at);
    attributes();
    if (at > end) {
      at = end;
      return;
    }
    tree.end(tag);
  }

  private int nameEnd(int from) {
    int i = from;
    while (i < end && !isSpace(input[i]) && input[i] != '/' && input[i] != '>') {
      i++;
    }
    return i;
  }

  /** Fills {@link #attributes} and goes behind the tag; beyond the end when the tag has none. */
  private void attributes() {
    attributes.clear();
    selfClosing = false;
    while (at < end) {
      char c = input[at];
      if (c == '>') {
        at++;
        return;
      }
      if (c == '/' || isSpace(c)) {
        selfClosing = c == '/' && at + 1 < end && input[at + 1] == '>';
        at++;
        continue;
      }
      attribute();
    }
    at = end + 1;
  }

  private void attribute() {
    int begin = at;
    at++; // an equals sign at the start belongs to the name
    while (at < end
        && input[at] != '='
        && input[at] != '>'
        && input[at] != '/'
        && !isSpace(input[at])) {
      at++;
    }
    int nameEnd = at;
    while (at < end && isSpace(input[at])) {
      at++;
    }
    String value = "";
    if (at < end && input[at] == '=') {
      at++;
      while (at < end && isSpace(input[at])) {
        at++;
      }
      value = value();
    }
    String name = names.at(input, begin, nameEnd);
    if (attributes.size() < 2 * ATTRIBUTES_MAX && !isGiven(name)) {
      attributes.add(name);
      attributes.add(value);
    }
  }

  private String value() {
    char quote = at < end ? input[at] : '>';
    int begin = at + 1;
    int close;
    if (quote == '"' || quote == '\'') {
      close = indexOf(quote, begin);
      at = Math.min(end, close + 1);
      if (close >= end) {
        at = end;
      }
    } else {
      begin = at;
      while (at < end && !isSpace(input[at]) && input[at] != '>') {
        at++;
      }
      close = at;
    }
    return begin >= close
        ? ""
        : CharacterReferences.resolve(html, begin, Math.min(close, end), true);
  }

  private boolean isGiven(String name) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where {@code </name} begins that ends a raw text; the page's end when nowhere. A script tag
   * within a comment within a script has an end tag of its own.
   */
  private int endOfRaw(String name, int from) {
    boolean script = name.equals("script");
    int begin = from;
    boolean inner = false;
    for (int i = indexOf("</", from); i < end; i = indexOf("</", i + 2)) {
      if (isEndTag(name, i)) {
        inner = script && isHidden(begin, i, inner);
        if (!inner) {
          return i;
        }
        begin = i;
      }
    }
    return end;
  }

  /** Whether an end tag belongs to a script tag that stands in a comment of the script. */
  private boolean isHidden(int from, int to, boolean inComment) {
    boolean comment = inComment;
    boolean inner = false;
    int i = comment ? from : html.indexOf("<!--", from, to);
    for (; i >= 0 && i < to; i++) {
      char c = input[i];
      if (c == '<') {
        comment |= startsWith("<!--", i);
        inner |= comment && isScriptTag(i);
      } else if (c == '-' && startsWith("-->", i)) {
        comment = false;
        inner = false;
      }
    }
    return inner;
  }

  private boolean isScriptTag(int from) {
    int after = from + "<script".length();
    return after < end
        && Tag.at(input, from + 1, after).name.equals("script")
        && (isSpace(input[after]) || input[after] == '/' || input[after] == '>');
  }

  private boolean isEndTag(String name, int from) {
    int after = from + 2 + name.length();
    if (after > end || input[from + 1] != '/') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Tag.lower(input[from + 2 + i]) != name.charAt(i)) {
        return false;
      }
    }
    return after == end || isSpace(input[after]) || input[after] == '/' || input[after] == '>';
  }

  private int afterEndTag(int close) {
    return close >= end ? end : Math.min(end, indexOf('>', close) + 1);
  }

  private int indexOf(char c, int from) {
    int found = html.indexOf(c, from);
    return found < 0 ? end : found;
  }

  private int indexOf(String words, int from) {
    return indexOf(words, from, end);
  }

  private int indexOf(String words, int from, int limit) {
    int found = from >= limit ? -1 : html.indexOf(words, from, limit);
    return found < 0 ? limit : found;
  }

  private boolean startsWith(String words, int from) {
    if (from + words.length() > end) {
      return false;
    }
    for (int i = 0; i < words.length(); i++) {
      if (input[from + i] != words.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
