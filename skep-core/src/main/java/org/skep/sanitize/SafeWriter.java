package org.skep.sanitize;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;

/** Writes the safe part of one tree. Used once, by one thread. */
final class SafeWriter {
  private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "source", "wbr");

  private final SafeTags tags;
  private final SafeLinks links;
  private final StringBuilder out = new StringBuilder();
  private int nodes;

  SafeWriter(SafeTags tags, @Nullable Url base) {
    this.tags = tags;
    this.links = new SafeLinks(base);
  }

  String html() {
    return out.toString();
  }

  /** The parser bounds the depth, so recursion is bounded too. */
  void write(Node node) {
    if (++nodes > Sanitizer.NODES_MAX) {
      return;
    }
    if (node instanceof TextNode text) {
      escape(text.getWholeText(), out);
    } else if (node instanceof Element element) {
      write(element);
    }
  }

  private void write(Element element) {
    String name = element.normalName();
    SafeTags.Rule rule = tags.rule(name);
    if (name.equals("iframe")) {
      embed(element);
    } else if (rule != null) {
      write(element, rule);
    } else if (!tags.isDropped(name)) {
      element.childNodes().forEach(this::write);
    }
  }

  private void write(Element element, SafeTags.Rule rule) {
    out.append('<').append(rule.name());
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      if (rule.allows(name)) {
        String value = links.value(rule.name(), name, attribute.getValue());
        if (value != null) {
          attribute(name, value);
        }
      }
    }
    switch (rule.name()) {
      case "a" -> attribute("rel", "noopener noreferrer");
      case "audio", "video" -> attribute("controls", "");
      default -> {}
    }
    out.append('>');
    if (VOID.contains(rule.name())) {
      return;
    }
    if (rule.name().equals("pre") && startsWithLineEnd(element)) {
      out.append('\n'); // a parser swallows the first one
    }
    element.childNodes().forEach(this::write);
    out.append("</").append(rule.name()).append('>');
  }

  private static boolean startsWithLineEnd(Element pre) {
    return pre.childNodeSize() > 0
        && pre.childNode(0) instanceof TextNode text
        && text.getWholeText().startsWith("\n");
  }

  /** A frame is never written; a video becomes a link that the reader may follow. */
  private void embed(Element frame) {
    String video = SafeLinks.video(frame.attr("src"));
    if (video != null) {
      out.append("<a");
      attribute("class", SafeLinks.EMBED_CLASS);
      attribute("href", video);
      attribute("rel", "noopener noreferrer");
      out.append('>');
      escape(video.substring("https://".length()), out);
      out.append("</a>");
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, out);
    out.append('"');
  }

  /** Text and attribute values alike; controls and halves of characters go. */
  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append(i < text.length() && text.charAt(i) == '\n' ? "" : "\n");
        case '\t', '\n' -> out.append((char) c);
        default -> {
          boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
          boolean half = c >= 0xD800 && c <= 0xDFFF;
          if (!control && !half) {
            out.appendCodePoint(c);
          }
        }
      }
    }
  }
}
