package org.skep.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text file of the demo press: lines "name: value", a blank line, then the body. A name may come
 * several times. {@link IllegalArgumentException} for a head that is written otherwise and for a
 * missing name; not to be changed once read, then thread-safe.
 *
 * @param head values by name, in the file's order
 * @param body as written: slots for days open, {@code @copy} lines as they are
 */
public record Sheet(String name, Map<String, List<String>> head, String body) {
  private static final String ROOT = "/demo/";

  /**
   * A file below {@code demo/} on the class path, as it stands; {@link IllegalStateException} when
   * it is not there.
   */
  public static String text(String name) {
    try (InputStream in = Sheet.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + ROOT + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads {@code articles/STORY/OUTLET-N.txt}; {@code articles.txt} lists every id. */
  public static Sheet ofArticle(String id) {
    return read("articles/" + id + ".txt");
  }

  /** Reads {@code outlets/ID.txt}. */
  public static Sheet ofOutlet(String id) {
    return read("outlets/" + id + ".txt");
  }

  private static Sheet read(String name) {
    return parse(name, text(name));
  }

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

  /** The first value of a name; empty when it is absent. */
  public Optional<String> find(String key) {
    return all(key).stream().findFirst();
  }

  /** The value of a name that has to be there. */
  public String one(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException(name + ": no " + key));
  }

  /** The value, or the empty string. */
  String orEmpty(String key) {
    return find(key).orElse("");
  }

  /** When an article appears: so long before the start of the demo, or after it. */
  public Instant published(Instant start) {
    return find("after")
        .map(after -> start.plus(Dateline.span(after)))
        .orElseGet(() -> start.minus(Dateline.span(one("before"))));
  }

  /** When that happened which it reports: a span before the start; unsaid, when it appears. */
  public Instant event(Instant start) {
    return find("event")
        .map(ago -> start.minus(Dateline.span(ago)))
        .orElseGet(() -> published(start));
  }
}
