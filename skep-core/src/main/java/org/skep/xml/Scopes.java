package org.skep.xml;

import java.util.Arrays;

/**
 * The namespaces declared so far, innermost last, and the names read under them. Looking one up
 * walks at most {@link XmlDocument#NAMESPACES_MAX} declarations; names are remembered in a table of
 * fixed size, where one pushes out another, so that no choice of names makes it slow.
 */
final class Scopes {
  private static final int NAMES = 128;
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private String[] prefixes = new String[8];
  private String[] namespaces = new String[8];
  private int size;
  private final XmlName[] names = new XmlName[NAMES];

  int size() {
    return size;
  }

  void cutTo(int size) {
    this.size = size;
  }

  void declare(String prefix, String namespace) {
    if (size == prefixes.length) {
      prefixes = Arrays.copyOf(prefixes, 2 * size);
      namespaces = Arrays.copyOf(namespaces, 2 * size);
    }
    prefixes[size] = prefix;
    namespaces[size++] = namespace;
  }

  /** Whether the prefix was declared since there were this many declarations. */
  boolean declares(String prefix, int since) {
    for (int i = since; i < size; i++) {
      if (prefixes[i].equals(prefix)) {
        return true;
      }
    }
    return false;
  }

  String prefix(int i) {
    return prefixes[i];
  }

  String namespace(int i) {
    return namespaces[i];
  }

  /**
   * The element's name at this place of the text; an attribute's without prefix has no namespace.
   */
  XmlName name(String text, int begin, int colon, int end, boolean element) throws XmlSyntax {
    int slot = (31 * (31 * (end - begin) + text.charAt(begin)) + text.charAt(end - 1)) % NAMES;
    XmlName known = names[slot];
    if (known == null
        || known.printed().length() != end - begin
        || !text.startsWith(known.printed(), begin)) {
      String prefix = colon < 0 ? "" : text.substring(begin, colon);
      known = XmlName.of(text.substring(begin, end), prefix, "");
      names[slot] = known;
    }
    String namespace = known.prefix().isEmpty() && !element ? "" : namespace(known.prefix(), begin);
    if (!namespace.equals(known.namespace())) {
      known = new XmlName(known.printed(), known.prefix(), namespace, known.local());
      names[slot] = known;
    }
    return known;
  }

  private String namespace(String prefix, int offset) throws XmlSyntax {
    for (int i = size; i-- > 0; ) {
      if (prefixes[i].equals(prefix)) {
        return namespaces[i];
      }
    }
    if (prefix.isEmpty()) {
      return "";
    }
    if (prefix.equals("xml")) {
      return XML;
    }
    throw new XmlSyntax(offset, "the prefix \"" + prefix + "\" is not declared");
  }
}
