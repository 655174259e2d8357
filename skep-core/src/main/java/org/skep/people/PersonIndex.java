package org.skep.people;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.model.ArticleId;
import org.skep.model.SpeakerKind;

/**
 * Known persons, aliases and roles: the state of the people stage. One owner; not thread-safe.
 * Bounded: at {@link #PERSONS_MAX} the ones not seen for longest are forgotten; they come back
 * under the same id.
 */
public final class PersonIndex {
  static final int PERSONS_MAX = 200_000;

  /** Articles further apart are not about the same thing, whatever words they share. */
  static final Duration CONTEXT_MAX = Duration.ofDays(10);

  final Map<Long, Known> persons = new HashMap<>();
  final Map<Long, Long> merged = new TreeMap<>();
  final TreeSet<Long> hidden = new TreeSet<>();
  final Aliases aliases = new Aliases();
  private final Map<String, TreeSet<Long>> bySurname = new HashMap<>();

  /**
   * Who a speaker may be.
   *
   * @param known persons with the same surname, in order of id; where a row of the user's table
   *     names the voice, those it may mean, the row's own first
   * @param rows how many rows of the table name the voice
   */
  public record Candidates(List<List<Known>> known, List<Integer> rows) {}

  /** For each voice the persons of its surname or name. */
  public Candidates lookup(PersonFeatures features) {
    var found = new ArrayList<List<Known>>();
    var rows = new ArrayList<Integer>();
    for (var voice : features.voices()) {
      var naming = aliases.naming(voice);
      rows.add(naming.size());
      found.add(naming.size() == 1 ? meant(naming.get(0), voice) : of(voice));
    }
    return new Candidates(found, rows);
  }

  /** The row's person, and who was split from them since. */
  private List<Known> meant(Aliases.Listed row, PersonFeatures.Voice voice) {
    var found = new ArrayList<Known>();
    Known own = resolve(row.person());
    if (own != null) {
      found.add(own);
    }
    of(voice).stream()
        .filter(other -> other != own && other.bears(voice.key()))
        .forEach(found::add);
    return found;
  }

  /** Persons of exactly that name. */
  List<Known> bearers(String key) {
    var found = new ArrayList<Known>();
    for (long id : bySurname.getOrDefault(shelf(Names.surname(key)), new TreeSet<>())) {
      Known known = persons.get(id);
      if (known != null && known.kind == SpeakerKind.PERSON && known.bears(key)) {
        found.add(known);
      }
    }
    return found;
  }

  private List<Known> of(PersonFeatures.Voice voice) {
    var found = new ArrayList<Known>();
    for (long id : bySurname.getOrDefault(shelf(voice.surname()), new TreeSet<>())) {
      Known known = persons.get(id);
      if (known != null && known.kind == voice.kind()) {
        found.add(known);
      }
    }
    return found;
  }

  /** Spellings one letter apart stand on one shelf: the first letters and no vowels. */
  private static String shelf(String surname) {
    var shelf = new StringBuilder();
    for (int i = 0; i < surname.length() && shelf.length() < 5; i++) {
      char c = surname.charAt(i);
      boolean vowel = "aeiouy".indexOf(c) >= 0;
      boolean again = !shelf.isEmpty() && shelf.charAt(shelf.length() - 1) == c;
      if (i == 0 || (!vowel && !again)) {
        shelf.append(c);
      }
    }
    return shelf.toString();
  }

  void add(Known known) {
    persons.put(known.id, known);
    if (persons.size() > PERSONS_MAX) {
      forget();
    }
  }

  void shelve(Known known) {
    for (String key : known.keys) {
      bySurname.computeIfAbsent(shelf(Names.surname(key)), k -> new TreeSet<>()).add(known.id);
    }
  }

  void remove(Known known) {
    persons.remove(known.id);
    for (String key : known.keys) {
      String shelf = shelf(Names.surname(key));
      var ids = bySurname.get(shelf);
      if (ids != null) {
        ids.remove(known.id);
        if (ids.isEmpty()) {
          bySurname.remove(shelf);
        }
      }
    }
  }

  private void forget() {
    var oldest = new ArrayList<>(persons.values());
    oldest.sort((a, b) -> {
      int bySeen = a.lastSeen.compareTo(b.lastSeen);
      return bySeen != 0 ? bySeen : Long.compare(a.id, b.id);
    });
    oldest.subList(0, PERSONS_MAX / 10).forEach(this::remove);
  }

  /** An id no other person has. */
  long freeId(SpeakerKind kind, String key) {
    String name = kind.label() + " " + key;
    long id = ArticleId.of(name);
    for (int n = 2; persons.containsKey(id) || merged.containsKey(id); n++) {
      id = ArticleId.of(name + " " + n);
    }
    return id;
  }

  @Nullable Known resolve(long person) {
    long now = person;
    for (Long next = merged.get(now); next != null; next = merged.get(now)) {
      now = next;
    }
    return persons.get(now);
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {
    PersonSnapshot.write(out, this);
  }

  /** The state a snapshot was taken of. */
  public static PersonIndex restore(DataInput in) throws IOException {
    return PersonSnapshot.read(in);
  }
}
