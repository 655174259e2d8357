package org.skep.demo;

/** Escapes plain text for the formats the demo press prints. */
final class Markup {
  private Markup() {}

  /** For HTML and XML, in text and in quoted attributes. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** For the inside of a JSON string, also within a script element. */
  static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("</", "<\\/");
  }
}
