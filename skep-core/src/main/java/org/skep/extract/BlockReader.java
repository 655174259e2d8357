package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into {@link Block}s in one traversal: every element becomes a {@link Zone}, every run
 * of text a block. Scripts, buttons and form fields have no text. Bounded by the parser's limits;
 * used once.
 */
final class BlockReader implements NodeFilter {
  private static final Set<String> SILENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "canvas",
          "audio",
          "video",
          "select",
          "option",
          "datalist",
          "button",
          "input",
          "textarea",
          "map",
          "title",
          "progress",
          "meter",
          "amp-ad",
          "amp-analytics");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s",
          "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr", "picture", "source", "nobr");

  private final List<Block> blocks = new ArrayList<>();
  private final List<Zone> zones = new ArrayList<>();
  private final List<Element> described = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Block.Run> links = new ArrayList<>();
  private @Nullable Zone zone;
  private @Nullable Zone box;
  private @Nullable Zone common;
  private int linkBegin = -1;
  private String linkHref = "";
  private int bold;
  private int boldBegin;
  private int boldChars;
  private int breaks;
  private int pre;
  private boolean space;

  private BlockReader() {}

  /** Everything below this element, in document order. */
  static Layout read(Element root) {
    var reader = new BlockReader();
    NodeTraversor.filter(reader, root);
    reader.flush();
    return new Layout(reader.zones, reader.blocks, reader.described);
  }

  /** The lines of a plain text as blocks. */
  static List<Block> lines(String text) {
    var root = new Element("body");
    var reader = new BlockReader();
    for (String line : text.split("\\R")) {
      reader.open(root, "body");
      reader.append(line);
      reader.flush();
    }
    return reader.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    String tag = element.normalName();
    if (tag.equals("meta") || tag.equals("link") || tag.equals("script")) {
      described.add(element);
    }
    if (SILENT.contains(tag)) {
      space = true;
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br") || tag.equals("hr")) {
      lineBreak(tag.equals("hr") ? 2 : 1);
      return FilterResult.SKIP_ENTIRELY;
    }
    open(element, tag);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element && zone != null && zone.element.equals(node)) {
      close(zone);
    }
    return FilterResult.CONTINUE;
  }

  private void open(Element element, String tag) {
    boolean inline = INLINE.contains(tag) || tag.indexOf('-') > 0;
    if (!inline) {
      flush();
      breaks = 0;
    }
    zone = new Zone(zone, element, zones.size());
    zones.add(zone);
    if (!inline) {
      box = zone;
    }
    switch (tag) {
      case "a" -> {
        if (!links.isEmpty() && links.getLast().end() == text.length() && !text.isEmpty()) {
          space = true; // two links side by side are two items, however they are styled
        }
        linkBegin = text.length();
        linkHref = element.attr("href");
      }
      case "b", "strong" -> {
        if (bold++ == 0) {
          boldBegin = text.length();
        }
      }
      case "pre" -> pre++;
      default -> {}
    }
  }

  private void close(Zone closing) {
    String tag = closing.tag;
    boolean isBox = closing == box;
    if (isBox) {
      flush();
      breaks = 0;
    }
    switch (tag) {
      case "a" -> {
        endLink();
        linkBegin = -1;
      }
      case "b", "strong" -> {
        if (--bold == 0) {
          boldChars += text.length() - boldBegin;
        }
      }
      case "pre" -> pre--;
      default -> {}
    }
    zone = closing.parent;
    if (isBox) {
      box = zone == null ? null : boxOf(zone);
    }
  }

  private static Zone boxOf(Zone inner) {
    Zone at = inner;
    while (at.parent != null && (INLINE.contains(at.tag) || at.tag.indexOf('-') > 0)) {
      at = at.parent;
    }
    return at;
  }

  private void lineBreak(int lines) {
    if (box != null && box.has(Zone.HEADING)) {
      space = true;
      return;
    }
    flush();
    breaks += lines;
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n' && pre > 0) {
        lineBreak(1);
      } else if (c <= ' ' || c == '\u00a0' || Character.isWhitespace(c)) {
        space = true;
      } else if (!isInvisible(c)) {
        if (space && !text.isEmpty()) {
          boolean linkOpens = linkBegin == text.length();
          text.append(' ');
          linkBegin += linkOpens ? 1 : 0;
        }
        space = false;
        text.append(c);
        touch();
      }
    }
  }

  private void touch() {
    Zone here = zone;
    if (here == null || here == common) {
      return;
    }
    common = common == null ? here : Zone.common(common, here);
  }

  private static boolean isInvisible(char c) {
    return c == '\u00ad'
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u2060'
        || c < ' '
        || c == '\u007f';
  }

  private void endLink() {
    if (linkBegin >= 0 && text.length() > linkBegin) {
      links.add(new Block.Run(linkBegin, text.length(), linkHref));
    }
  }

  private void flush() {
    endLink();
    Zone within = common;
    Zone around = box;
    if (within != null && around != null && !text.isEmpty()) {
      if (bold > 0) {
        boldChars += text.length() - boldBegin;
      }
      var block =
          new Block(blocks.size(), within, around, text.toString(), links, boldChars, breaks);
      if (block.words > 0) {
        within.count(block);
        blocks.add(block);
        breaks = 0;
      }
    }
    text.setLength(0);
    links.clear();
    common = null;
    space = false;
    boldChars = 0;
    boldBegin = 0;
    linkBegin = linkBegin < 0 ? -1 : 0;
  }
}
