package org.skep.html;

import org.jspecify.annotations.Nullable;

/** A place in a page's tree: an element, or a text. Changed by {@link TreeBuilder} only. */
public abstract sealed class Node permits Element, TextNode {
  @Nullable Element parent;
  @Nullable Node previous;
  @Nullable Node next;

  /** The element around it; {@code null} for the root. */
  public @Nullable Element parent() {
    return parent;
  }

  /** What follows within the same element; {@code null} at the end. */
  public @Nullable Node next() {
    return next;
  }

  /** What stands before it within the same element; {@code null} at the beginning. */
  public @Nullable Node previous() {
    return previous;
  }

  /** The nearest element before it within the same element; {@code null} when there is none. */
  public @Nullable Element previousElement() {
    Node node = previous;
    while (node != null && !(node instanceof Element)) {
      node = node.previous;
    }
    return (Element) node;
  }

  /** Takes it out of the tree, with all that is in it. */
  void remove() {
    Element from = parent;
    if (from == null) {
      return;
    }
    if (previous == null) {
      from.first = next;
    } else {
      previous.next = next;
    }
    if (next == null) {
      from.last = previous;
    } else {
      next.previous = previous;
    }
    parent = null;
    previous = null;
    next = null;
  }
}
