package org.skep.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stack of open elements (13.2.4.2) with its scopes; and, above it, how deep we are in an image
 * or a formula, whose elements are counted only.
 */
final class OpenElements {
  static final Tag P = Tag.of("p");
  private static final Tag SELECT = Tag.of("select");

  private static final int FOREIGN_MAX = 200;

  private final List<Element> stack = new ArrayList<>();
  private final List<Tag> foreign = new ArrayList<>();
  private int selects;
  private int paragraphs;

  void push(Element element) {
    stack.add(element);
    count(element, 1);
  }

  Element pop() {
    Element closed = stack.removeLast();
    count(closed, -1);
    return closed;
  }

  private void count(Element element, int sign) {
    if (element.tag == P) {
      paragraphs += sign;
    } else if (element.tag == SELECT) {
      selects += sign;
    }
  }

  Element current() {
    return stack.getLast();
  }

  Element get(int index) {
    return stack.get(index);
  }

  int size() {
    return stack.size();
  }

  boolean inSelect() {
    return selects > 0;
  }

  int indexOf(Element element) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i) == element) {
        return i;
      }
    }
    return -1;
  }

  void remove(Element element) {
    int at = indexOf(element);
    if (at >= 0) {
      remove(at);
    }
  }

  void remove(int index) {
    count(stack.remove(index), -1);
  }

  void set(int index, Element element) {
    count(stack.set(index, element), -1);
    count(element, 1);
  }

  void insert(int index, Element element) {
    stack.add(index, element);
    count(element, 1);
  }

  boolean inScope(Tag tag) {
    return inScope(tag, "", "");
  }

  /** Whether a paragraph is open that a block would close; mostly none is. */
  boolean paragraphInButtonScope() {
    return paragraphs > 0 && inScope(P, "button", "");
  }

  boolean inListScope(Tag tag) {
    return inScope(tag, "ol", "ul");
  }

  private boolean inScope(Tag tag, String wall, String otherWall) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Tag at = stack.get(i).tag;
      if (at.name.equals(tag.name)) {
        return true;
      }
      if (at.is(Tag.SCOPE) || at.name.equals(wall) || at.name.equals(otherWall)) {
        return false;
      }
    }
    return false;
  }

  boolean inTableScope(Tag tag) {
    for (int i = stack.size() - 1; i >= 0; i--) {
      String name = stack.get(i).name();
      if (name.equals(tag.name)) {
        return true;
      }
      if (name.equals("table") || name.equals("template")) {
        return false;
      }
    }
    return false;
  }

  boolean headingInScope() {
    for (int i = stack.size() - 1; i >= 0; i--) {
      Tag at = stack.get(i).tag;
      if (at.is(Tag.HEADING) || at.is(Tag.SCOPE)) {
        return at.is(Tag.HEADING);
      }
    }
    return false;
  }

  void popThroughHeading() {
    while (stack.size() > 1 && !pop().tag.is(Tag.HEADING)) {
      // what stands in the heading is closed with it
    }
  }

  /** Closes the innermost element of this name and all in it. */
  void popThrough(Tag tag) {
    while (stack.size() > 1 && !pop().name().equals(tag.name)) {
      // what stands in it is closed with it
    }
  }

  /** Closes the element at this index and all in it. */
  void popTo(int index) {
    while (stack.size() > index) {
      pop();
    }
  }

  /** Closes what needs no end tag, up to an element of this name. */
  void closeImplied(Tag except) {
    while (current().tag.is(Tag.IMPLIED_END) && !current().name().equals(except.name)) {
      pop();
    }
  }

  /** Closes all up to an element of one of these names. */
  void clearTo(String one, String two, String three) {
    while (stack.size() > 1) {
      String name = current().name();
      if (name.equals(one) || name.equals(two) || name.equals(three)) {
        return;
      }
      pop();
    }
  }

  int lastTable() {
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (stack.get(i).name().equals("table")) {
        return i;
      }
    }
    return -1;
  }

  static boolean isTableContext(Element element) {
    return switch (element.name()) {
      case "table", "tbody", "tfoot", "thead", "tr" -> true;
      default -> false;
    };
  }

  static boolean isForeign(Element element) {
    return element.tag.is(Tag.FOREIGN);
  }

  /** The open image or formula; {@code null} when the innermost element is none. */
  @Nullable Element foreign() {
    return isForeign(current()) ? current() : null;
  }

  void enterForeign(Tag tag) {
    if (foreign.size() < FOREIGN_MAX) {
      foreign.add(tag);
    }
  }

  /** Closes an element in the image or formula, or that itself. */
  void endForeign(Tag tag) {
    for (int i = foreign.size() - 1; i >= 0; i--) {
      if (foreign.get(i).name.equals(tag.name)) {
        foreign.subList(i, foreign.size()).clear();
        return;
      }
    }
    if (current().name().equals(tag.name)) {
      leaveForeign();
    } else if (tag.is(Tag.BREAKS_OUT) || tag.is(Tag.SPECIAL)) {
      closeOver(tag);
    }
  }

  /** An end tag of something the image stands in closes the image too. */
  private void closeOver(Tag tag) {
    for (int i = stack.size() - 1; i > 1; i--) {
      if (stack.get(i).name().equals(tag.name)) {
        foreign.clear();
        popTo(i);
        return;
      }
    }
  }

  void leaveForeign() {
    foreign.clear();
    pop();
  }

  /** Whether a part of an image may hold text of the page (foreignObject, desc, title). */
  boolean inIntegrationPoint() {
    for (Tag tag : foreign) {
      switch (tag.name) {
        case "foreignobject",
            "desc",
            "title",
            "annotation-xml",
            "mtext",
            "mi",
            "mo",
            "mn",
            "ms" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
