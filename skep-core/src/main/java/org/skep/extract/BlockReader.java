package org.skep.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import org.skep.html.Node;
import org.skep.html.TextNode;

/**
 * Cuts a page into {@link Block}s in one traversal: every element becomes a {@link Zone}, every run
 * of text a block. Scripts, buttons and form fields have no text. Bounded by the parser's limits;
 * used once.
 */
final class BlockReader {
  /** What comes behind them runs into the last one. */
  static final int BLOCKS_MAX = 50_000;

  private final List<Block> blocks = new ArrayList<>();
  private final List<Zone> zones = new ArrayList<>();
  private final List<Element> described = new ArrayList<>();
  private final ClassWords.Pool classes = new ClassWords.Pool();

  /** The text of the block being read. */
  private char[] text = new char[1024];

  private int length;
  private char[] node = new char[1024];
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
    reader.walk(root);
    reader.cut();
    return new Layout(reader.zones, reader.blocks, reader.described);
  }

  /** The lines of a plain text as blocks. */
  static List<Block> lines(String text) {
    var root = Element.of("body");
    var reader = new BlockReader();
    for (String line : text.split("\\R")) {
      reader.open(root, "body");
      reader.append(line);
      reader.flush();
    }
    reader.cut();
    return reader.blocks;
  }

  private void walk(Element root) {
    Node node = root;
    while (node != null) {
      Node inner = enter(node);
      if (inner != null) {
        node = inner;
        continue;
      }
      while (node != null && node.next() == null) {
        node = node.parent();
        leave(node);
      }
      node = node == null ? null : node.next();
    }
  }

  /** Reads a node; its first child when it has any that count. */
  private @Nullable Node enter(Node node) {
    if (node instanceof TextNode words) {
      append(words.text());
      return null;
    }
    var element = (Element) node;
    switch (element.name()) {
      case "meta", "link" -> {
        described.add(element);
        flush();
      }
      case "script", "title" -> described.add(element);
      case "br", "hr" -> lineBreak(element.name().equals("hr") ? 2 : 1);
      default -> {
        if (!element.isSilent()) {
          open(element, element.name());
          if (element.first() == null) {
            leave(element);
          }
          return element.first();
        }
      }
    }
    space |= element.isSilent();
    return null;
  }

  private void leave(@Nullable Node node) {
    Zone at = zone;
    if (at != null && at.element == node) {
      close(at);
    }
  }

  private void open(Element element, String tag) {
    boolean inline = !element.isBlock();
    if (!inline) {
      flush();
      breaks = 0;
    }
    zone = new Zone(zone, element, zones.size(), classes.of(element));
    zones.add(zone);
    if (!inline) {
      box = zone;
    }
    switch (tag) {
      case "a" -> {
        if (!links.isEmpty() && links.getLast().end() == length && length > 0) {
          space = true; // two links side by side are two items, however they are styled
        }
        linkBegin = length;
        linkHref = element.attr("href");
      }
      case "b", "strong" -> {
        if (bold++ == 0) {
          boldBegin = length;
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
          boldChars += length - boldBegin;
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
    while (at.parent != null && !at.element.isBlock()) {
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
    int end = words.length();
    if (end > node.length) {
      node = new char[2 * end];
    }
    words.getChars(0, end, node, 0);
    boolean touched = false;
    for (int i = 0; i < end; i++) {
      char c = node[i];
      boolean plain = c > ' ' && c < '\u007f';
      if (c == '\n' && pre > 0) {
        lineBreak(1);
        touched = false;
      } else if (!plain && (c <= ' ' || c == '\u00a0' || CharKinds.isSpace(c))) {
        space = true;
      } else if (plain || !isInvisible(c)) {
        append(c);
        if (!touched) {
          touch();
          touched = true;
        }
      }
    }
  }

  private void append(char c) {
    if (length + 2 > text.length) {
      text = Arrays.copyOf(text, 2 * text.length);
    }
    if (space && length > 0) {
      linkBegin += linkBegin == length ? 1 : 0;
      text[length++] = ' ';
    }
    space = false;
    text[length++] = c;
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
    if (linkBegin >= 0 && length > linkBegin) {
      links.add(new Block.Run(linkBegin, length, linkHref));
    }
  }

  private void flush() {
    if (blocks.size() < BLOCKS_MAX - 1) {
      cut();
    } else {
      space = true;
    }
  }

  private void cut() {
    endLink();
    Zone within = common;
    Zone around = box;
    if (within != null && around != null && length > 0) {
      if (bold > 0) {
        boldChars += length - boldBegin;
      }
      var block = new Block(blocks.size(), within, around, text, length, links, boldChars, breaks);
      if (block.words > 0) {
        within.count(block);
        blocks.add(block);
        breaks = 0;
      }
    }
    length = 0;
    links.clear();
    common = null;
    space = false;
    boldChars = 0;
    boldBegin = 0;
    linkBegin = linkBegin < 0 ? -1 : 0;
  }
}
