package org.skep.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document read from untrusted text: the only way XML enters Skep. {@link StrictXml} reads what
 * is well-formed and uses only XML's own five entities. Whatever it refuses is read again by {@link
 * LenientXml}, which keeps everything before and after the damage and notes it. No DTD is ever
 * loaded and no entity expanded more than once.
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

  /** In scope at one place: they are looked up one by one. */
  static final int NAMESPACES_MAX = 256;

  public XmlDocument {
    healed = List.copyOf(healed);
  }

  /** Reads decoded text; never throws. */
  public static XmlDocument read(String text) {
    String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    try {
      return new XmlDocument(StrictXml.read(lines), true, List.of());
    } catch (XmlSyntax e) {
      return readLeniently(lines, e.in(lines));
    }
  }

  private static XmlDocument readLeniently(String text, String reason) {
    var lenient = new LenientXml(text);
    XmlElement root = lenient.read();
    var healed = new ArrayList<String>();
    healed.add(reason);
    lenient.healed().stream().filter(note -> !note.equals(reason)).forEach(healed::add);
    return new XmlDocument(root, false, healed);
  }

  /** "line 3, column 7: " for an offset. */
  static String place(String text, int offset) {
    int line = 1;
    int lineBegin = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
      lineBegin = i + 1;
    }
    return "line " + line + ", column " + (offset - lineBegin + 1) + ": ";
  }
}
