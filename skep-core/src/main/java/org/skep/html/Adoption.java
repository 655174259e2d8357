package org.skep.html;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The adoption agency algorithm (13.2.6.4.7): puts {@code <b><p></b></p>} right, by opening the
 * formatting element again within the block.
 */
final class Adoption {
  private static final int ROUNDS_MAX = 8;
  private static final int INNER_MAX = 3;

  private final OpenElements open;
  private final Formatting formatting;
  private final BiConsumer<Node, Element> place;

  /**
   * @param place puts a node into an element, or before a table
   */
  Adoption(OpenElements open, Formatting formatting, BiConsumer<Node, Element> place) {
    this.open = open;
    this.formatting = formatting;
    this.place = place;
  }

  /** Ends the innermost formatting element of this name. */
  void run(Tag tag) {
    Element current = open.current();
    if (current.name().equals(tag.name) && formatting.indexOf(current) < 0) {
      open.pop();
      return;
    }
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Element element = formatting.lastSinceMarker(tag);
      if (element == null) {
        endUnlisted(tag);
        return;
      }
      int at = open.indexOf(element);
      if (at < 0) {
        formatting.remove(element);
        return;
      }
      if (!open.inScope(tag)) {
        return;
      }
      int block = furthestBlock(at);
      if (block < 0) {
        open.popTo(at);
        formatting.remove(element);
        return;
      }
      adopt(element, at, block);
    }
  }

  /** As the end tag of any other element. */
  private void endUnlisted(Tag tag) {
    for (int i = open.size() - 1; i > 0; i--) {
      Element element = open.get(i);
      if (element.name().equals(tag.name)) {
        open.popTo(i);
        return;
      }
      if (element.tag.is(Tag.SPECIAL)) {
        return;
      }
    }
  }

  private int furthestBlock(int from) {
    for (int i = from + 1; i < open.size(); i++) {
      if (open.get(i).tag.is(Tag.SPECIAL)) {
        return i;
      }
    }
    return -1;
  }

  private void adopt(Element element, int at, int block) {
    Element furthest = open.get(block);
    Element last = furthest;
    Element bookmark = element;
    for (int i = block - 1, inner = 1; i > at; i--, inner++) {
      Element node = open.get(i);
      int listed = formatting.indexOf(node);
      if (listed >= 0 && inner > INNER_MAX) {
        formatting.remove(node);
        listed = -1;
      }
      if (listed < 0) {
        open.remove(i);
        continue;
      }
      Element copy = node.copy();
      formatting.set(listed, copy);
      open.set(i, copy);
      bookmark = last == furthest ? copy : bookmark;
      copy.append(last);
      last = copy;
    }
    place.accept(last, open.get(Math.max(0, at - 1)));
    Element copy = element.copy();
    moveChildren(furthest, copy);
    furthest.append(copy);
    int mark = formatting.indexOf(bookmark);
    if (bookmark == element) {
      formatting.set(mark, copy);
    } else {
      formatting.insert(mark + 1, copy);
      formatting.remove(element);
    }
    open.remove(element);
    open.insert(open.indexOf(furthest) + 1, copy);
  }

  private static void moveChildren(Element from, Element to) {
    @Nullable Node child = from.first;
    while (child != null) {
      Node next = child.next;
      to.append(child);
      child = next;
    }
  }
}
