package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;

/** The page's {@code meta} and {@code link} elements by lower-case name. Immutable. */
final class MetaTags {
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, String> links = new HashMap<>();

  private MetaTags() {}

  static MetaTags read(List<Element> described) {
    var tags = new MetaTags();
    for (Element element : described) {
      switch (element.name()) {
        case "meta" -> tags.addMeta(element);
        case "link" -> tags.addLink(element);
        default -> {}
      }
    }
    return tags;
  }

  private void addMeta(Element meta) {
    String content = meta.attr("content").strip();
    if (content.isEmpty()) {
      return;
    }
    for (String attribute : new String[] {"property", "name", "itemprop", "http-equiv"}) {
      String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(content);
      }
    }
  }

  private void addLink(Element link) {
    String href = link.attr("href").strip();
    for (String rel : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!rel.isEmpty() && !href.isEmpty()) {
        links.putIfAbsent(rel, href);
      }
    }
  }

  /** The first value of the first of these names that has one. */
  @Nullable String first(String... names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found.getFirst();
      }
    }
    return null;
  }

  /** Every name in lower case with its values. */
  void forEach(BiConsumer<String, List<String>> action) {
    values.forEach(action);
  }

  /** All values of this name. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The address of the first {@code link} with this relation. */
  @Nullable String link(String rel) {
    return links.get(rel);
  }
}
