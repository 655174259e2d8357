package org.skep.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document: names, attributes and what is inside, in order. Built by {@link
 * XmlDocument#read}, then only read. Not thread-safe while it is built.
 */
public final class XmlElement {
  private final XmlName name;
  private List<Attribute> attributes = List.of();
  private List<Object> content = List.of();
  private boolean cut;
  private boolean ofXml;

  /**
   * An attribute.
   *
   * @param prefix as printed, empty for none; the root's declarations are attributes too, with the
   *     prefix {@code xmlns}
   * @param name without the prefix
   */
  public record Attribute(String prefix, String namespace, String name, String value) {}

  XmlElement(XmlName name) {
    this.name = name;
  }

  /** As printed, empty for none. */
  public String prefix() {
    return name.prefix();
  }

  /** The namespace's name, empty when the element has none or its prefix is undeclared. */
  public String namespace() {
    return name.namespace();
  }

  /** Without the prefix. */
  public String name() {
    return name.local();
  }

  /** As printed, with the prefix. */
  String printed() {
    return name.printed();
  }

  /** Whether the document ended inside it. */
  public boolean isCut() {
    return cut;
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  /** The value of the first attribute with this local name, upper or lower case; no declaration. */
  public @Nullable String attribute(String local) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).name().equalsIgnoreCase(local)
          && !attributes.get(i).prefix().equals("xmlns")) {
        return attributes.get(i).value();
      }
    }
    return null;
  }

  /** {@code xml:base}, {@code xml:lang}, {@code rdf:about}: by prefix as printed and local name. */
  public @Nullable String attribute(String prefixed, String local) {
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      if (attribute.prefix().equals(prefixed) && attribute.name().equals(local)) {
        return attribute.value();
      }
    }
    return null;
  }

  /** Whether it has any of XML's own: {@code xml:base}, {@code xml:lang}. */
  public boolean hasXmlAttributes() {
    return ofXml;
  }

  /** Strings and {@code XmlElement}s. */
  public List<Object> content() {
    return content;
  }

  /** The elements directly inside. */
  public List<XmlElement> children() {
    var children = new ArrayList<XmlElement>(content.size());
    forEachChild(children::add);
    return children;
  }

  public void forEachChild(Consumer<XmlElement> consumer) {
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof XmlElement child) {
        consumer.accept(child);
      }
    }
  }

  /** The first child with this local name, upper or lower case, in any namespace. */
  public @Nullable XmlElement child(String local) {
    for (Object part : content) {
      if (part instanceof XmlElement child && child.name().equalsIgnoreCase(local)) {
        return child;
      }
    }
    return null;
  }

  public boolean hasChildren() {
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof XmlElement) {
        return true;
      }
    }
    return false;
  }

  /** All text inside, that of inner elements included. */
  public String text() {
    if (content.size() == 1 && content.getFirst() instanceof String only) {
      return only;
    }
    var text = new StringBuilder();
    collect(text);
    return text.toString();
  }

  private void collect(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof XmlElement child) {
        child.collect(text);
      } else {
        text.append(part);
      }
    }
  }

  /** Whether there is an attribute of this local name and namespace. */
  boolean has(XmlName attribute) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).name().equals(attribute.local())
          && attributes.get(i).namespace().equals(attribute.namespace())) {
        return true;
      }
    }
    return false;
  }

  void attribute(Attribute attribute) {
    if (attributes.isEmpty()) {
      attributes = new ArrayList<>(4);
    }
    attributes.add(attribute);
    ofXml |= attribute.prefix().equals("xml");
  }

  void add(XmlElement child) {
    writable().add(child);
  }

  void add(String text) {
    if (text.isEmpty()) {
      return;
    }
    writable().add(text);
  }

  private List<Object> writable() {
    if (content.isEmpty()) {
      content = new ArrayList<>(4);
    }
    return content;
  }

  void cut() {
    cut = true;
  }
}
