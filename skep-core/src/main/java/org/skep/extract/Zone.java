package org.skep.extract;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;

/**
 * An element of the page as the extractor sees it: what it is called, and what it stands in. Made
 * once per element by {@link BlockReader}; the sums are filled in as blocks are read.
 */
final class Zone {
  static final int ARTICLE = 1;
  static final int MAIN = 1 << 1;
  static final int ASIDE = 1 << 2;
  static final int NAV = 1 << 3;
  static final int HEADER = 1 << 4;
  static final int FOOTER = 1 << 5;
  static final int FORM = 1 << 6;
  static final int FIGURE = 1 << 7;
  static final int CAPTION = 1 << 8;
  static final int LIST = 1 << 9;
  static final int TABLE = 1 << 10;
  static final int QUOTE = 1 << 11;
  static final int HEADING = 1 << 12;
  static final int HIDDEN = 1 << 13;
  static final int BODY_PROP = 1 << 14;
  static final int LINKED = 1 << 15;
  static final int SECTION = 1 << 16;
  static final int TIME = 1 << 17;
  static final int ADDRESS = 1 << 18;

  /** How many flags there are. */
  static final int FLAGS = 19;

  final @Nullable Zone parent;
  final Element element;
  final String tag;
  final int order;
  final int depth;

  /** What it is or stands in, of the constants above. */
  final int flags;

  /** What its class, id, role and itemprop call it. */
  final ClassWords called;

  /** The words of it. */
  final List<String> tokens;

  /** Sums over the blocks within, filled by {@link #count}. */
  int blocks;

  int words;
  int linkWords;
  int paragraphs;

  /** Sums of the first pass, see {@link Container}. */
  double scoreSum;

  double scoreWeight;

  /** Words of the prose directly in it, see {@link BlockSignals}. */
  int proseWords;

  /** A hash of its tag and tokens; 0 until asked. */
  private long look;

  /** Cached feature numbers, see {@link WordFeatures}. */
  int @Nullable [] wordIds;

  int @Nullable [] aboveIds;

  Zone(@Nullable Zone parent, Element element, int order, ClassWords called) {
    this.parent = parent;
    this.element = element;
    this.tag = element.name();
    this.order = order;
    this.depth = parent == null ? 1 : parent.depth + 1;
    this.called = called;
    this.tokens = called.words;
    this.flags = (parent == null ? 0 : parent.flags) | ownFlags(element, tag);
  }

  /** Equal for elements of the same tag and the same class words. */
  long look() {
    if (look == 0) {
      look = (31L * tag.hashCode() + called.hash) * 0x9e3779b97f4a7c15L | 1;
    }
    return look;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Whether this zone is the other or contains it. */
  boolean contains(Zone other) {
    Zone zone = other;
    while (zone.depth > depth && zone.parent != null) {
      zone = zone.parent;
    }
    return zone == this;
  }

  /** The innermost zone that holds both. */
  static Zone common(Zone a, Zone b) {
    Zone x = a;
    Zone y = b;
    while (x != y) {
      Zone up = x.depth >= y.depth ? x.parent : y.parent;
      if (up == null) {
        return x.depth >= y.depth ? x : y;
      }
      if (x.depth >= y.depth) {
        x = up;
      } else {
        y = up;
      }
    }
    return x;
  }

  /** Adds a block's figures here and in everything around. */
  void count(Block block) {
    for (Zone zone = this; zone != null; zone = zone.parent) {
      zone.blocks++;
      zone.words += block.words;
      zone.linkWords += block.linkWords;
      zone.paragraphs += block.isParagraph() ? 1 : 0;
    }
  }

  private static int ownFlags(Element element, String tag) {
    int flags =
        switch (tag) {
          case "article" -> ARTICLE;
          case "main" -> MAIN;
          case "aside" -> ASIDE;
          case "nav", "amp-sidebar" -> NAV;
          case "header" -> HEADER;
          case "footer" -> FOOTER;
          case "form", "fieldset", "label", "dialog" -> FORM;
          case "figure", "picture", "amp-img" -> FIGURE;
          case "figcaption", "caption" -> CAPTION;
          case "ul", "ol", "dl", "li" -> LIST;
          case "table" -> TABLE;
          case "blockquote", "q" -> QUOTE;
          case "h1", "h2", "h3", "h4", "h5", "h6" -> HEADING;
          case "a" -> LINKED;
          case "section" -> SECTION;
          case "time" -> TIME;
          case "address" -> ADDRESS;
          default -> 0;
        };
    for (int i = 0; i < element.attributeCount(); i++) {
      flags |= attributeFlags(element.attributeName(i), element.attributeValue(i));
    }
    return flags;
  }

  private static int attributeFlags(String name, String value) {
    return switch (name) {
      case "role" -> roleFlags(value.toLowerCase(Locale.ROOT));
      case "itemprop" ->
          value.contains("articleBody") || value.contains("blogPost") ? BODY_PROP : 0;
      case "hidden" -> HIDDEN;
      case "aria-hidden" -> value.equals("true") ? HIDDEN : 0;
      case "style" -> isHiding(value) ? HIDDEN : 0;
      default -> 0;
    };
  }

  private static int roleFlags(String role) {
    return switch (role) {
      case "main" -> MAIN;
      case "article" -> ARTICLE;
      case "navigation", "menu", "menubar", "tablist" -> NAV;
      case "banner" -> HEADER;
      case "contentinfo" -> FOOTER;
      case "complementary" -> ASIDE;
      case "dialog", "alertdialog", "search" -> FORM;
      default -> 0;
    };
  }

  private static boolean isHiding(String style) {
    return style.contains("display") && style.replace(" ", "").contains("display:none");
  }
}
