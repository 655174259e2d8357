package org.skep.xml;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's StAX reader, hardened: DOCTYPE is skipped and never loaded, no external entity, no
 * entity declared in the document (a use of one is an error, and {@link LenientXml} takes over).
 * The JDK's own limits on depth, names and attributes stay on. The one XML factory of the project.
 */
final class StrictXml {
  private static final XMLInputFactory FACTORY = factory();

  private StrictXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  /** The root element, or the reason why the text is not well-formed. */
  static XmlElement read(String text) throws XMLStreamException {
    XMLStreamReader reader;
    synchronized (FACTORY) { // creating readers is not promised to be thread-safe; reading is
      reader = FACTORY.createXMLStreamReader(new StringReader(text));
    }
    var open = new ArrayDeque<XmlElement>();
    XmlElement root = null;
    int elements = 0;
    int namespaces = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          namespaces += reader.getNamespaceCount();
          if (++elements > XmlDocument.ELEMENTS_MAX || namespaces > XmlDocument.NAMESPACES_MAX) {
            throw new XMLStreamException("too many elements or prefixes", reader.getLocation());
          }
          XmlElement element = element(reader);
          XmlElement parent = open.peek();
          if (parent != null) {
            parent.add(element);
          }
          if (root == null) {
            root = element;
            declarations(reader, root);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          namespaces -= reader.getNamespaceCount();
          open.pop();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text(open.peek(), reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException(
                "the entity \"" + reader.getLocalName() + "\" is not declared",
                reader.getLocation());
        default -> {} // comments, instructions, DOCTYPE
      }
    }
    if (root == null) {
      throw new XMLStreamException("no element", reader.getLocation());
    }
    return root;
  }

  private static void text(@Nullable XmlElement parent, String text) {
    if (parent != null) {
      parent.add(text);
    }
  }

  /** What the root declares says which dialect it is, even when nothing inside uses it. */
  private static void declarations(XMLStreamReader reader, XmlElement root) {
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      root.attribute(
          new XmlElement.Attribute(
              "xmlns",
              "",
              orEmpty(reader.getNamespacePrefix(i)),
              orEmpty(reader.getNamespaceURI(i))));
    }
  }

  private static XmlElement element(XMLStreamReader reader) {
    var element =
        new XmlElement(
            orEmpty(reader.getPrefix()), orEmpty(reader.getNamespaceURI()), reader.getLocalName());
    int count = reader.getAttributeCount();
    for (int i = 0; i < count; i++) {
      element.attribute(
          new XmlElement.Attribute(
              orEmpty(reader.getAttributePrefix(i)),
              orEmpty(reader.getAttributeNamespace(i)),
              reader.getAttributeLocalName(i),
              reader.getAttributeValue(i)));
    }
    return element;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
