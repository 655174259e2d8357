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
  /** "pubdate": shorter endings are of other words ("candidate", "update"). */
  private static final int SUFFIX_CHARS_MIN = 6;

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
      String role = role(Titles.letters(name));
      switch (role) {
        case "published" -> declared.published.addAll(values);
        case "dated" -> declared.dated.addAll(values);
        case "modified" -> declared.modified.addAll(values);
        default -> {}
      }
    });
    return declared;
  }

  /** A system's prefix ("w-published-date", "cms.pubdate") changes nothing. */
  private String role(String name) {
    String role = roles.get(name);
    boolean dates = name.contains("dat") || name.contains("publish") || name.contains("time");
    for (int i = 1; dates && role == null && i < name.length() - SUFFIX_CHARS_MIN; i++) {
      role = roles.get(name.substring(i));
    }
    return role == null ? "" : role;
  }

  private static void add(@Nullable String value, List<String> into) {
    if (value != null && !value.isBlank()) {
      into.add(value);
    }
  }
}
