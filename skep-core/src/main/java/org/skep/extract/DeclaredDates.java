package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of {@code meta} elements that give a date, from {@code date-metas.txt}: role
 * (published, modified, or dated where nobody can tell), tab, name in letters and digits. Immutable
 * and thread-safe.
 */
final class DeclaredDates {
  private final Map<String, String> roles = new HashMap<>();

  private DeclaredDates() {}

  static DeclaredDates load() {
    var names = new DeclaredDates();
    for (String line : Phrases.lines("date-metas.txt")) {
      String[] fields = line.split("\t");
      names.roles.put(fields[1], fields[0]);
    }
    return names;
  }

  /** What one page declares: texts, not yet read. */
  record Declared(
      List<String> jsonLd, List<String> published, List<String> dated, List<String> modified) {}

  Declared of(JsonLd jsonLd, MetaTags meta) {
    var declared =
        new Declared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    add(jsonLd.text("datePublished"), declared.jsonLd);
    add(jsonLd.articleText("dateCreated"), declared.jsonLd);
    add(jsonLd.text("dateModified"), declared.modified);
    meta.forEach((name, values) -> {
      String role = roles.getOrDefault(Titles.letters(name), "");
      switch (role) {
        case "published" -> declared.published.addAll(values);
        case "dated" -> declared.dated.addAll(values);
        case "modified" -> declared.modified.addAll(values);
        default -> {}
      }
    });
    return declared;
  }

  private static void add(@Nullable String value, List<String> into) {
    if (value != null && !value.isBlank()) {
      into.add(value);
    }
  }
}
