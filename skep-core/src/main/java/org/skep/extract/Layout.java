package org.skep.extract;

import java.util.List;
import org.skep.html.Element;

/**
 * A page after its one traversal.
 *
 * @param zones every element that can hold text, in document order
 * @param blocks every run of text, in document order
 * @param described every {@code meta}, {@code link}, {@code script} and {@code title}, where the
 *     page describes itself
 */
record Layout(List<Zone> zones, List<Block> blocks, List<Element> described) {
  /** The window's title; empty when there is none. */
  String title() {
    for (Element element : described) {
      if (element.name().equals("title")) {
        return element.text();
      }
    }
    return "";
  }
}
