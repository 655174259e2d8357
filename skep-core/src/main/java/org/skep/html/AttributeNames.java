package org.skep.html;

/**
 * The attribute names seen on a page, each once, found by their characters: a page repeats thirty
 * names ten thousand times. Bounded; a name too many is made anew. Used by one parse.
 */
final class AttributeNames {
  private static final int SLOTS = 1024;
  private static final int NAMES_MAX = 700;

  /** Literals: who asks for one of these finds the same object and compares no characters. */
  private static final String[] COMMON = {
    "alt",
    "aria-hidden",
    "aria-label",
    "class",
    "content",
    "data-testid",
    "datetime",
    "height",
    "hidden",
    "href",
    "id",
    "itemprop",
    "itemscope",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "src",
    "style",
    "target",
    "title",
    "type",
    "value",
    "width"
  };

  private final String[] slots = new String[SLOTS];
  private int size;

  AttributeNames() {
    for (String name : COMMON) {
      slots[free(name.hashCode())] = name;
    }
    size = COMMON.length;
  }

  private int free(int hash) {
    int slot = slot(hash);
    while (slots[slot] != null) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 15) & SLOTS - 1;
  }

  /** The name written here, in lower case. */
  String at(char[] input, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + Tag.lower(input[i]);
    }
    int slot = slot(hash);
    for (; slots[slot] != null; slot = slot + 1 & SLOTS - 1) {
      if (Tag.isAt(slots[slot], input, begin, end)) {
        return slots[slot];
      }
    }
    String name = Tag.lower(input, begin, end);
    if (size < NAMES_MAX) {
      slots[slot] = name;
      size++;
    }
    return name;
  }
}
