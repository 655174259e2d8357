package org.skep.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.xml.XmlElement;

/**
 * A text of a feed, as one of the three ways says it: Atom 1.0 {@code type} (RFC 4287, 3.1), Atom
 * 0.3 {@code type} and {@code mode}, or RSS, where everything may be HTML.
 *
 * @param value HTML with absolute links, or plain text
 */
record FeedText(String value, boolean html) {
  static FeedText of(XmlElement element, Context context, boolean atom) {
    String type = lower(element.attribute("type"));
    String mode = lower(element.attribute("mode"));
    if (element.hasChildren() && !mode.equals("escaped") && !mode.equals("base64")) {
      return new FeedText(unwrapped(element, context), true);
    }
    String text = element.text();
    boolean encoded = mode.equals("base64") || isBinary(type);
    if (encoded) {
      text = base64(text);
    }
    boolean html =
        isHtml(type)
            || (type.isEmpty() && (!atom || mode.equals("escaped")))
            || ((!atom || encoded) && looksLikeHtml(text));
    return html
        ? new FeedText(Markup.absoluteLinks(text, context), true)
        : new FeedText(text, false);
  }

  /** As HTML, whatever it was. */
  String asHtml() {
    if (html) {
      return value.strip();
    }
    var out = new StringBuilder(value.length());
    Markup.escape(value.strip(), out);
    return out.toString();
  }

  String asTitle() {
    return html ? Markup.title(value) : Markup.fold(value);
  }

  String asPlain() {
    return html ? Markup.plain(value) : Markup.fold(value);
  }

  /** Atom wraps XHTML in a div that is not part of the content. */
  private static String unwrapped(XmlElement element, Context context) {
    XmlElement div = element.child("div");
    boolean only =
        div != null
            && element.content().stream()
                .allMatch(part -> part == div || (part instanceof String s && s.isBlank()));
    boolean plainDiv = only && div != null && div.attributes().isEmpty();
    return plainDiv && div != null
        ? Markup.inner(div, context.in(div)).strip()
        : Markup.inner(element, context).strip();
  }

  private static boolean isHtml(String type) {
    return type.contains("html");
  }

  private static boolean isBinary(String type) {
    return type.contains("/")
        && !type.startsWith("text/")
        && !type.contains("xml")
        && !type.contains("html")
        && !type.startsWith("message/");
  }

  private static boolean looksLikeHtml(String text) {
    return text.contains("</") || text.contains("/>");
  }

  private static String base64(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }
}
