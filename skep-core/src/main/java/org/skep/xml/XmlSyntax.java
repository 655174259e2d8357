package org.skep.xml;

/** Why a text is not well-formed, and where. */
final class XmlSyntax extends Exception {
  private static final long serialVersionUID = 1;

  private final int offset;

  XmlSyntax(int offset, String what) {
    super(what, null, false, false); // no stack trace: half of the web's feeds throw one
    this.offset = offset;
  }

  /** Where, in UTF-16 units. */
  int offset() {
    return offset;
  }

  /** "line 3, column 7: the entity "b" is not declared". */
  String in(String text) {
    return XmlDocument.place(text, Math.min(offset, text.length())) + getMessage();
  }
}
