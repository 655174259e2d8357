package org.skep.html;

/** Characters between tags, character references resolved. */
public final class TextNode extends Node {
  private final String text;

  TextNode(String text) {
    this.text = text;
  }

  /** As written, white space included. */
  public String text() {
    return text;
  }
}
