package org.skep.xml;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is well-formed, and nothing else: XML 1.0 with namespaces. It knows the five entities
 * of XML and character references; a DOCTYPE is skipped whole, so there is nothing that could be
 * loaded or expanded. Any other reference, and whatever breaks a rule, is an {@link XmlSyntax}, and
 * {@link LenientXml} takes over.
 *
 * <p>One pass over a string, linear, single use; elements and names are all it makes. The JDK's
 * StAX reader is the oracle of its tests: same trees, same refusals.
 */
final class StrictXml {
  private final String text;
  private final Scopes scopes = new Scopes();
  private final ArrayList<XmlElement> open = new ArrayList<>();

  /** How many declarations were in scope before each open element's own. */
  private final ArrayList<Integer> outer = new ArrayList<>();

  private final ArrayList<Raw> printed = new ArrayList<>();
  private @Nullable XmlElement root;
  private int elements;
  private int at;

  /** An attribute as printed, before namespaces are known. */
  private record Raw(int begin, int colon, int end, String value) {}

  private StrictXml(String text) {
    this.text = text;
  }

  /** The root element of a text whose lines end in {@code \n}, or why it is not well-formed. */
  static XmlElement read(String text) throws XmlSyntax {
    int forbidden = XmlChars.firstForbidden(text);
    XmlElement root;
    try {
      root = new StrictXml(text).document();
    } catch (XmlSyntax e) {
      throw forbidden < e.offset() ? forbidden(text, forbidden) : e; // what comes first is told
    }
    if (forbidden < text.length()) {
      throw forbidden(text, forbidden);
    }
    return root;
  }

  private static XmlSyntax forbidden(String text, int offset) {
    String code = Integer.toHexString(text.charAt(offset));
    return new XmlSyntax(offset, "the character U+" + code + " is not allowed");
  }

  private XmlElement document() throws XmlSyntax {
    at = new Prolog(text).end();
    while (at < text.length()) {
      int tag = text.indexOf('<', at);
      if (tag != at) {
        text(tag < 0 ? text.length() : tag);
      }
      if (tag >= 0) {
        markup();
      }
    }
    if (root == null) {
      throw refuse(at, "no element");
    }
    if (!open.isEmpty()) {
      throw refuse(at, "the document ends inside <" + open.getLast().printed() + ">");
    }
    return root;
  }

  private static XmlSyntax refuse(int offset, String what) {
    return new XmlSyntax(offset, what);
  }

  private void text(int end) throws XmlSyntax {
    if (open.isEmpty()) {
      for (int i = at; i < end; i++) {
        if (!XmlChars.isBlank(text.charAt(i))) {
          throw refuse(i, "text outside of the root element");
        }
      }
    } else {
      int bracket = text.indexOf(']', at, end);
      if (bracket >= 0 && text.substring(bracket, end).contains("]]>")) {
        throw refuse(text.indexOf("]]>", bracket), "\"]]>\" in the text");
      }
      open.getLast().add(References.resolved(text, at, end));
    }
    at = end;
  }

  private void markup() throws XmlSyntax {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    switch (next) {
      case '/' -> endTag();
      case '!' -> {
        if (text.startsWith("<![CDATA[", at) && !open.isEmpty()) {
          int end = end("]]>", at + 9);
          open.getLast().add(text.substring(at + 9, end));
          at = end + 3;
        } else {
          at = Prolog.comment(text, at);
        }
      }
      case '?' -> at = Prolog.instruction(text, at);
      default -> startTag();
    }
  }

  private int end(String mark, int from) throws XmlSyntax {
    int end = text.indexOf(mark, from);
    if (end < 0) {
      throw refuse(from, "\"" + mark + "\" is missing");
    }
    return end;
  }

  private void endTag() throws XmlSyntax {
    int begin = at + 2;
    if (open.isEmpty()) {
      throw refuse(at, "an end tag closes nothing");
    }
    String name = open.getLast().printed();
    int end = begin + name.length();
    if (!text.startsWith(name, begin) || (end < text.length() && isNamePart(text.charAt(end)))) {
      throw refuse(at, "</" + name + "> is missing");
    }
    end = skipBlanks(end);
    if (end >= text.length() || text.charAt(end) != '>') {
      throw refuse(end, "the end tag has no >");
    }
    open.removeLast();
    scopes.cutTo(outer.removeLast());
    at = end + 1;
  }

  private void startTag() throws XmlSyntax {
    int begin = at + 1;
    int end = name(begin);
    int colon = colon(begin, end);
    int before = scopes.size();
    int i = attributes(end);
    boolean empty = text.charAt(i) == '/';
    if (empty && !text.startsWith("/>", i)) {
      throw refuse(i, "a / in the tag");
    }
    if (++elements > XmlDocument.ELEMENTS_MAX || open.size() >= XmlDocument.DEPTH_MAX) {
      throw refuse(at, "too many elements");
    }
    var element = new XmlElement(scopes.name(text, begin, colon, end, true));
    addAttributes(element);
    if (!open.isEmpty()) {
      open.getLast().add(element);
    } else if (root == null) {
      root = element;
      for (int k = 0; k < scopes.size(); k++) { // they say which dialect it is, used or not
        root.attribute(
            new XmlElement.Attribute("xmlns", "", scopes.prefix(k), scopes.namespace(k)));
      }
    } else {
      throw refuse(at, "a second root element");
    }
    if (empty) {
      scopes.cutTo(before);
    } else {
      open.add(element);
      outer.add(before);
    }
    at = empty ? i + 2 : i + 1;
  }

  /** Reads the attributes and declares the namespaces among them; where the tag ends. */
  private int attributes(int from) throws XmlSyntax {
    printed.clear();
    int before = scopes.size();
    int i = from;
    while (true) {
      int begin = skipBlanks(i);
      if (begin >= text.length()) {
        throw refuse(begin, "the document ends inside a tag");
      }
      char c = text.charAt(begin);
      if (c == '>' || c == '/') {
        return begin;
      }
      if (begin == i) {
        throw refuse(i, "a blank is missing before an attribute");
      }
      int end = name(begin);
      i = value(begin, end, before);
    }
  }

  private int value(int begin, int end, int before) throws XmlSyntax {
    int equals = skipBlanks(end);
    int quote = equals < text.length() && text.charAt(equals) == '=' ? skipBlanks(equals + 1) : -1;
    char mark = quote >= 0 && quote < text.length() ? text.charAt(quote) : ' ';
    if (mark != '"' && mark != '\'') {
      throw refuse(end, "the attribute has no quoted value");
    }
    int close = text.indexOf(mark, quote + 1);
    if (close < 0) {
      throw refuse(quote, "the quote is not closed");
    }
    if (text.indexOf('<', quote, close) >= 0) {
      throw refuse(quote, "a < in an attribute");
    }
    String value = References.attribute(text, quote + 1, close);
    int colon = colon(begin, end);
    boolean plain = end - begin == 5 && text.startsWith("xmlns", begin);
    if (plain || (colon - begin == 5 && text.startsWith("xmlns:", begin))) {
      declare(plain ? "" : text.substring(colon + 1, end), value, before, begin);
    } else if (printed.size() == XmlDocument.ATTRIBUTES_MAX) {
      throw refuse(begin, "more than " + XmlDocument.ATTRIBUTES_MAX + " attributes");
    } else {
      printed.add(new Raw(begin, colon, end, value));
    }
    return close + 1;
  }

  private void declare(String prefix, String namespace, int before, int offset) throws XmlSyntax {
    boolean reserved = prefix.startsWith("xml") && (prefix.equals("xml") || prefix.equals("xmlns"));
    if (reserved || (namespace.isEmpty() && !prefix.isEmpty()) || scopes.declares(prefix, before)) {
      throw refuse(offset, "the prefix \"" + prefix + "\" cannot be declared so");
    }
    if (scopes.size() == XmlDocument.NAMESPACES_MAX) {
      throw refuse(offset, "too many prefixes");
    }
    scopes.declare(prefix, namespace);
  }

  private void addAttributes(XmlElement element) throws XmlSyntax {
    for (int i = 0; i < printed.size(); i++) {
      Raw raw = printed.get(i);
      XmlName name = scopes.name(text, raw.begin(), raw.colon(), raw.end(), false);
      if (element.has(name)) {
        throw refuse(raw.begin(), "the attribute \"" + name.printed() + "\" is there twice");
      }
      element.attribute(
          new XmlElement.Attribute(name.prefix(), name.namespace(), name.local(), raw.value()));
    }
  }

  private int name(int from) throws XmlSyntax {
    if (from >= text.length() || !XmlChars.isNameStart(text.charAt(from))) {
      throw refuse(from, "a name is missing");
    }
    int i = from + 1;
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The one colon of the name; a name that begins or ends with one or has two is none. */
  private int colon(int begin, int end) throws XmlSyntax {
    int colon = text.indexOf(':', begin, end);
    if (colon >= 0
        && (colon + 1 == end
            || text.indexOf(':', colon + 1, end) >= 0
            || !XmlChars.isNameStart(text.charAt(colon + 1)))) {
      throw refuse(colon, "a colon too many in a name");
    }
    return colon;
  }

  private static boolean isNamePart(char c) {
    return c == ':' || XmlChars.isName(c);
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && XmlChars.isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
