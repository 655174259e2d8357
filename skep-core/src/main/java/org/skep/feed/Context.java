package org.skep.feed;

import org.jspecify.annotations.Nullable;
import org.skep.url.Url;
import org.skep.xml.XmlElement;

/**
 * What an element inherits: the base its relative addresses resolve against and its language.
 *
 * @param base {@code null} when the document's address is unknown
 */
record Context(@Nullable Url base, @Nullable String language) {
  static Context of(String baseUrl, @Nullable String language) {
    return new Context(Url.parse(baseUrl.strip()).orElse(null), language);
  }

  /** This context with the element's own {@code xml:base} and {@code xml:lang}. */
  Context in(XmlElement element) {
    if (!element.hasXmlAttributes()) {
      return this;
    }
    String ownBase = element.attribute("xml", "base");
    String ownLanguage = element.attribute("xml", "lang");
    if (ownBase == null && ownLanguage == null) {
      return this;
    }
    Url resolved = ownBase == null ? base : Url.parse(ownBase.strip(), base).orElse(base);
    return new Context(resolved, ownLanguage == null ? language : ownLanguage.strip());
  }

  /** The absolute address of a link; as printed when there is no base; {@code null} when blank. */
  @Nullable String resolve(@Nullable String link) {
    if (link == null || link.isBlank()) {
      return null;
    }
    String trimmed = link.strip();
    return Url.href(trimmed, base).orElse(trimmed);
  }
}
