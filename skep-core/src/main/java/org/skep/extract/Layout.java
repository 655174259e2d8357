package org.skep.extract;

import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A page after its one traversal.
 *
 * @param zones every element that can hold text, in document order
 * @param blocks every run of text, in document order
 * @param described every {@code meta}, {@code link} and {@code script}, where the page describes
 *     itself
 */
record Layout(List<Zone> zones, List<Block> blocks, List<Element> described) {}
