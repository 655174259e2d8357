package org.skep.html;

import org.jspecify.annotations.Nullable;

/**
 * An element with its attributes. Names are in lower case; of an attribute that is given twice the
 * first counts. Not to be changed once the tree is built, and then safe to share.
 */
public final class Element extends Node {
  private static final String[] NONE = {};

  final Tag tag;
  @Nullable Node first;
  @Nullable Node last;

  /** Name, value, name, value. */
  String[] attributes;

  Element(Tag tag, String[] attributes) {
    this.tag = tag;
    this.attributes = attributes;
  }

  /** An element of this name without attributes, on its own. */
  public static Element of(String name) {
    return new Element(Tag.of(name), NONE);
  }

  /** The tag's name in lower case. */
  public String name() {
    return tag.name;
  }

  /** Whether nothing flows around it: not {@code span}, {@code a}, {@code b} or their like. */
  public boolean isBlock() {
    return !tag.is(Tag.INLINE);
  }

  /** Whether what is in it is for programs or forms, not for reading. */
  public boolean isSilent() {
    return tag.is(Tag.SILENT);
  }

  /** The first thing in it; {@code null} when it is empty. */
  public @Nullable Node first() {
    return first;
  }

  /** How many things stand directly in it. */
  public int children() {
    int children = 0;
    for (Node node = first; node != null; node = node.next) {
      children++;
    }
    return children;
  }

  /** Whether it has any attribute. */
  public boolean hasAttributes() {
    return attributes.length > 0;
  }

  /** How many attributes it has. */
  public int attributeCount() {
    return attributes.length / 2;
  }

  /** The name of an attribute, by its place. */
  public String attributeName(int place) {
    return attributes[2 * place];
  }

  /** The value of an attribute, by its place. */
  public String attributeValue(int place) {
    return attributes[2 * place + 1];
  }

  /** Whether it has this attribute, with whatever value. */
  public boolean hasAttr(String name) {
    return find(name) >= 0;
  }

  /** The attribute's value; empty when it is absent. */
  public String attr(String name) {
    int at = find(name);
    return at < 0 ? "" : attributes[at + 1];
  }

  private int find(String name) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** All text in it, white space collapsed, a space where a block begins or ends. */
  public String text() {
    var text = new StringBuilder();
    for (Node node = first; node != null; node = after(node)) {
      if (node instanceof TextNode words) {
        appendCollapsed(words.text(), text);
      } else if (node instanceof Element element
          && (element.isBlock() || element.name().equals("br"))) {
        appendCollapsed(" ", text);
      }
    }
    return text.toString().strip();
  }

  /** What is in it and is no markup: a script, a title. */
  public String data() {
    var data = new StringBuilder();
    for (Node node = first; node != null; node = node.next) {
      if (node instanceof TextNode words) {
        data.append(words.text());
      }
    }
    return data.toString();
  }

  /** The node that follows in document order within this element; {@code null} at its end. */
  public @Nullable Node after(Node node) {
    if (node instanceof Element element && element.first != null) {
      return element.first;
    }
    Node at = node;
    while (at != null && at != this && at.next == null) {
      at = at.parent;
    }
    return at == null || at == this ? null : at.next;
  }

  private static void appendCollapsed(String words, StringBuilder into) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean space = c <= ' ' || c == '\u00a0';
      if (!space) {
        into.append(c);
      } else if (!into.isEmpty() && into.charAt(into.length() - 1) != ' ') {
        into.append(' ');
      }
    }
  }

  void append(Node child) {
    child.remove();
    child.parent = this;
    child.previous = last;
    if (last == null) {
      first = child;
    } else {
      last.next = child;
    }
    last = child;
  }

  void insertBefore(Node child, Node place) {
    child.remove();
    child.parent = this;
    child.next = place;
    child.previous = place.previous;
    if (place.previous == null) {
      first = child;
    } else {
      place.previous.next = child;
    }
    place.previous = child;
  }

  /** The same tag with the same attributes, empty and on its own. */
  Element copy() {
    return new Element(tag, attributes);
  }

  /** Adds the attributes it does not have yet, as a second {@code body} tag does. */
  void merge(String[] more) {
    for (int i = 0; i < more.length; i += 2) {
      if (find(more[i]) < 0) {
        String[] joined = java.util.Arrays.copyOf(attributes, attributes.length + 2);
        joined[attributes.length] = more[i];
        joined[attributes.length + 1] = more[i + 1];
        attributes = joined;
      }
    }
  }

  @Override
  public String toString() {
    return "<" + tag.name + ">";
  }
}
