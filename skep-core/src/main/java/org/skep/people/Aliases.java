package org.skep.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.skep.model.Correction.NamePersons.Row;
import org.skep.model.SpeakerKind;

/**
 * The rows of users' tables and whose names they hold: part of the state of the people stage. A row
 * is obeyed from the log entry that brought it. Bounded by {@link AliasTable#ROWS_MAX}: rows beyond
 * are not taken. One owner; not thread-safe.
 */
final class Aliases {
  private final Map<String, Listed> rows = new TreeMap<>();
  private final Map<String, Set<String>> byKey = new HashMap<>();

  /**
   * A row with what it means here.
   *
   * @param keys its names as they compare
   * @param person the id of whom it names; 0 until somebody of these names spoke
   */
  record Listed(Row row, Set<String> keys, long person) {}

  /** Takes a row, in place of the one of its identity; says whether that changed anything. */
  boolean put(Row row, Set<String> keys) {
    Listed before = rows.get(row.identity());
    if (before == null && row.wikidata() != null) {
      before = rows.get(row.name()); // it has got its item since
    }
    if (before == null ? rows.size() >= AliasTable.ROWS_MAX : before.row().equals(row)) {
      return false;
    }
    if (before != null) {
      remove(before);
    }
    put(new Listed(row, keys, before == null ? 0 : before.person()));
    return true;
  }

  void put(Listed listed) {
    rows.put(listed.row().identity(), listed);
    listed
        .keys()
        .forEach(
            key -> byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(listed.row().identity()));
  }

  private void remove(Listed listed) {
    rows.remove(listed.row().identity());
    listed
        .keys()
        .forEach(key ->
            byKey.computeIfPresent(
                key,
                (k, identities) -> {
                  identities.remove(listed.row().identity());
                  return identities.isEmpty() ? null : identities;
                }));
  }

  /** The row names that person from now on. */
  void tie(Row row, long person) {
    Listed listed = of(row);
    rows.put(row.identity(), new Listed(row, listed.keys(), person));
  }

  Listed of(Row row) {
    return Objects.requireNonNull(rows.get(row.identity()));
  }

  /** The rows that have that name; two make it nobody's. */
  List<Listed> naming(String key) {
    return byKey.getOrDefault(key, Set.of()).stream()
        .map(identity -> Objects.requireNonNull(rows.get(identity)))
        .toList();
  }

  /** The rows that name a voice: a table is about persons. */
  List<Listed> naming(PersonFeatures.Voice voice) {
    return voice.kind() == SpeakerKind.PERSON ? naming(voice.key()) : List.of();
  }

  /** All rows, in order of identity. */
  List<Listed> all() {
    return List.copyOf(rows.values());
  }
}
