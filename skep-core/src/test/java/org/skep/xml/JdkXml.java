package org.skep.xml;

import java.io.InputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's StAX reader makes of a text, as one line: the oracle {@link StrictXml} is held to.
 * Hardened as security needs it, so it loads nothing and expands nothing either.
 */
final class JdkXml {
  private static final XMLInputFactory FACTORY = factory();

  private JdkXml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    return factory;
  }

  /** {@code null} when it refuses the text. */
  static @Nullable String shape(String text) {
    var out = new StringBuilder();
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
      int depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            start(reader, out);
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            out.append("</>");
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              out.append(depth == 0 ? "" : reader.getText());
          case XMLStreamConstants.ENTITY_REFERENCE -> {
            return null;
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      return null;
    } catch (RuntimeException e) {
      return null; // it has no text for some of its own errors
    }
    return out.toString();
  }

  private static void start(XMLStreamReader reader, StringBuilder out) {
    out.append('<').append(name(reader.getPrefix(), reader.getNamespaceURI()));
    out.append(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      out.append(' ').append(name(reader.getAttributePrefix(i), reader.getAttributeNamespace(i)));
      out.append(reader.getAttributeLocalName(i)).append('=').append(reader.getAttributeValue(i));
    }
    out.append('>');
  }

  private static String name(@Nullable String prefix, @Nullable String namespace) {
    return (prefix == null ? "" : prefix) + "{" + (namespace == null ? "" : namespace) + "}";
  }
}
