package org.skep.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A document read from untrusted text: the only way XML enters Skep. The JDK's StAX reader, with
 * everything external switched off, reads what is well-formed and uses only XML's own five
 * entities. Whatever it refuses is read again by {@link LenientXml}, which keeps everything before
 * and after the damage and notes it. No DTD is ever loaded and no entity expanded more than once.
 *
 * <p>Bounds: depth {@link #DEPTH_MAX}, {@link #ELEMENTS_MAX} elements, {@link #ATTRIBUTES_MAX}
 * attributes an element; the caller bounds the length. Linear in the length, about 15 times its
 * size in memory at worst.
 *
 * @param root {@code null} when there is no element at all
 * @param wellFormed whether the strict reader read it
 * @param healed what was wrong, with line and column; empty when well-formed
 */
public record XmlDocument(@Nullable XmlElement root, boolean wellFormed, List<String> healed) {
  public static final int DEPTH_MAX = 512;
  public static final int ELEMENTS_MAX = 1_000_000;
  public static final int ATTRIBUTES_MAX = 200;

  /** In scope at one place: the JDK looks them up one by one. */
  static final int NAMESPACES_MAX = 256;

  public XmlDocument {
    healed = List.copyOf(healed);
  }

  /** Reads decoded text; never throws. */
  public static XmlDocument read(String text) {
    try {
      return new XmlDocument(StrictXml.read(text), true, List.of());
    } catch (XMLStreamException e) {
      return readLeniently(text, reason(e));
    } catch (RuntimeException e) {
      // the JDK's reader has no text for some of its own errors: MissingResourceException on a
      // control character in a DTD (golden/crash/jdk-control-in-dtd.xml)
      return readLeniently(text, "not well-formed: " + e.getMessage());
    }
  }

  private static XmlDocument readLeniently(String text, String reason) {
    var lenient = new LenientXml(text);
    XmlElement root = lenient.read();
    var healed = new ArrayList<String>();
    healed.add(reason);
    healed.addAll(lenient.healed());
    return new XmlDocument(root, false, healed);
  }

  /** "line 3, column 7: The reference to entity "b" must end with the ';' delimiter." */
  private static String reason(XMLStreamException e) {
    String message = e.getMessage() == null ? "not well-formed" : e.getMessage();
    int at = message.indexOf("Message: ");
    String what = at < 0 ? message : message.substring(at + "Message: ".length());
    int fragment = what.lastIndexOf('#');
    if (what.startsWith("http") && fragment > 0) {
      what = what.substring(fragment + 1).replace('?', ' ').replace('&', ' ');
    }
    String line = what.lines().findFirst().orElse("not well-formed");
    return place(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()) + line;
  }

  static String place(int line, int column) {
    return "line " + Math.max(1, line) + ", column " + Math.max(1, column) + ": ";
  }
}
