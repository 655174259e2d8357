package org.skep.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of active formatting elements (13.2.4.3): what is bold stays bold in the next paragraph.
 * {@code null} marks the border of a table cell or an object. Of the same element it holds three;
 * of all together {@link #SIZE_MAX}.
 */
final class Formatting {
  private static final int SIZE_MAX = 16;
  private static final int SAME_MAX = 3;

  private final List<@Nullable Element> list = new ArrayList<>();

  void add(Element element) {
    int same = 0;
    for (int i = list.size() - 1; i >= 0; i--) {
      Element other = list.get(i);
      if (other == null) {
        break;
      }
      boolean equal =
          other.name().equals(element.name())
              && Arrays.equals(other.attributes, element.attributes);
      if (equal && ++same == SAME_MAX) {
        list.remove(i);
        break;
      }
    }
    if (list.size() >= SIZE_MAX) {
      list.removeFirst();
    }
    list.add(element);
  }

  void mark() {
    if (list.size() >= SIZE_MAX) {
      list.removeFirst();
    }
    list.add(null);
  }

  void clearToMarker() {
    while (!list.isEmpty() && list.removeLast() != null) {
      // up to the marker
    }
  }

  int size() {
    return list.size();
  }

  Element get(int index) {
    Element element = list.get(index);
    if (element == null) {
      throw new IllegalStateException("a marker at " + index);
    }
    return element;
  }

  void set(int index, Element element) {
    list.set(index, element);
  }

  void insert(int index, Element element) {
    list.add(Math.clamp(index, 0, list.size()), element);
  }

  int indexOf(Element element) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (list.get(i) == element) {
        return i;
      }
    }
    return -1;
  }

  void remove(Element element) {
    int at = indexOf(element);
    if (at >= 0) {
      list.remove(at);
    }
  }

  /** The last of this name behind the last marker; {@code null} when there is none. */
  @Nullable Element lastSinceMarker(Tag tag) {
    for (int i = list.size() - 1; i >= 0; i--) {
      Element element = list.get(i);
      if (element == null) {
        return null;
      }
      if (element.name().equals(tag.name)) {
        return element;
      }
    }
    return null;
  }

  /** From where on the elements are closed and to be opened again; its size when none is. */
  int firstClosed(OpenElements open) {
    int i = list.size();
    while (i > 0) {
      Element element = list.get(i - 1);
      if (element == null || open.indexOf(element) >= 0) {
        break;
      }
      i--;
    }
    return i;
  }
}
