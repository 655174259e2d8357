package org.skep.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.skep.xml.XmlElement;

/**
 * Gives every element one name, whatever prefix the feed prints: {@code title} for all dialects of
 * RSS and Atom, {@code dc:creator}, {@code itunes:image}. Namespaces are looked up without regard
 * to case in {@code feed/namespaces.txt}; an undeclared but usual prefix means what it usually
 * means; the root element's own namespace is always that of the feed.
 */
final class Vocabulary {
  private static final Map<String, String> PREFIXES = load();
  private static final Set<String> KNOWN = new HashSet<>(PREFIXES.values());

  private final String rootNamespace;
  private final Map<String, String> cache = new HashMap<>();

  Vocabulary(XmlElement root) {
    rootNamespace = root.namespace();
  }

  /** The element's name in lower case, with the usual prefix when it is not RSS's or Atom's own. */
  String key(XmlElement element) {
    String prefix =
        element.namespace().isEmpty()
            ? undeclared(element.prefix())
            : cache.computeIfAbsent(element.namespace(), this::usual);
    String name = element.name();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < 'a' || name.charAt(i) > 'z') {
        name = name.toLowerCase(Locale.ROOT);
        break;
      }
    }
    return prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private String usual(String namespace) {
    String prefix = PREFIXES.get(namespace.strip().toLowerCase(Locale.ROOT));
    if (prefix != null && !prefix.equals("rdf")) {
      return prefix.equals("core") ? "" : prefix;
    }
    return prefix == null && namespace.equals(rootNamespace) ? "" : prefix == null ? "?" : prefix;
  }

  private static String undeclared(String prefix) {
    String usual = prefix.toLowerCase(Locale.ROOT);
    if (usual.isEmpty() || usual.equals("atom") || usual.equals("rss") || usual.equals("a10")) {
      return "";
    }
    return KNOWN.contains(usual) ? usual : "?";
  }

  private static Map<String, String> load() {
    try (InputStream in =
        Vocabulary.class.getClassLoader().getResourceAsStream("feed/namespaces.txt")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: feed/namespaces.txt");
      }
      var prefixes = new HashMap<String, String>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          prefixes.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
      return Map.copyOf(prefixes);
    } catch (IOException e) {
      throw new UncheckedIOException("class path: feed/namespaces.txt", e);
    }
  }
}
