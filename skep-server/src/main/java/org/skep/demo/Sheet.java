package org.skep.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text file of the demo press: lines "name: value", a blank line, then the body. A name may come
 * several times.
 */
record Sheet(String name, Map<String, List<String>> head, String body) {

  static Sheet parse(String name, String text) {
    int blank = text.indexOf("\n\n");
    String above = blank < 0 ? text.strip() : text.substring(0, blank);
    var head = new LinkedHashMap<String, List<String>>();
    for (String line : above.split("\n")) {
      int colon = line.indexOf(": ");
      if (colon < 1) {
        throw new IllegalArgumentException(name + ": not a line \"name: value\": " + line);
      }
      head.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
          .add(line.substring(colon + 2).strip());
    }
    return new Sheet(name, head, blank < 0 ? "" : text.substring(blank + 2).strip());
  }

  /** All values of a name, in order; none when it is absent. */
  List<String> all(String key) {
    return head.getOrDefault(key, List.of());
  }

  Optional<String> find(String key) {
    return all(key).stream().findFirst();
  }

  /** The value of a name that has to be there. */
  String one(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException(name + ": no " + key));
  }

  /** The value, or the empty string. */
  String orEmpty(String key) {
    return find(key).orElse("");
  }
}
