package org.skep.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Correction;
import org.skep.model.Correction.NamePersons.Row;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.people.People.Change;

/** What users set right about persons, obeyed on the index by its one owner. */
final class Corrections {
  private final PersonIndex index;
  private final Names names;

  Corrections(PersonIndex index, Names names) {
    this.index = index;
    this.names = names;
  }

  /** What it changes; nothing when it is about no person. */
  Change obey(Correction correction) {
    return switch (correction) {
      case Correction.MergePersons merge ->
          merge(index.resolve(merge.person()), index.resolve(merge.other()));
      case Correction.RenamePerson rename -> rename(index.resolve(rename.person()), rename.name());
      case Correction.NamePersons table -> name(table.rows());
      case Correction.HidePerson hide -> {
        if (hide.hidden()) {
          index.hidden.add(hide.person());
        } else {
          index.hidden.remove(hide.person());
        }
        yield new Change(List.of(), List.of());
      }
      case Correction.SplitPerson split -> split(index.resolve(split.person()), split.articles());
      case Correction.NotThisStory _,
          Correction.MergeStories _,
          Correction.SplitStory _,
          Correction.CutLink _,
          Correction.Mute _ ->
          new Change(List.of(), List.of());
    };
  }

  private Change merge(@Nullable Known into, @Nullable Known from) {
    if (into == null || from == null || into == from) {
      return new Change(List.of(), List.of());
    }
    index.remove(from);
    index.merged.put(from.id, into.id);
    into.absorb(from);
    index.shelve(into);
    var links =
        from.links.stream()
            .map(link -> new PersonLink(link.article(), link.speaker(), into.id))
            .toList();
    return new Change(List.of(into.person()), links);
  }

  /** Somebody new with the same names; later articles go to whose context they share more of. */
  private Change split(@Nullable Known known, List<Long> articles) {
    var moved =
        known == null
            ? List.<PersonLink>of()
            : known.links.stream().filter(link -> articles.contains(link.article())).toList();
    if (known == null || moved.isEmpty() || moved.size() == known.links.size()) {
      return new Change(List.of(), List.of());
    }
    long id = index.freeId(known.kind, known.keys.first());
    Known other = known.split(id, moved);
    index.add(other);
    index.shelve(other);
    return new Change(List.of(known.person(), other.person()), List.copyOf(other.links));
  }

  private static Change rename(@Nullable Known known, String name) {
    if (known == null || name.isBlank()) {
      return new Change(List.of(), List.of());
    }
    known.name = name.strip();
    known.renamed = true;
    return new Change(List.of(known.person()), List.of());
  }

  /** Whole tables at once: a name of two rows must not become the first one's. */
  private Change name(List<Row> rows) {
    var persons = new ArrayList<Person>();
    var links = new ArrayList<PersonLink>();
    var fresh = rows.stream().filter(row -> index.aliases.put(row, names.keys(row))).toList();
    for (Row row : fresh) {
      Known known = gather(index.aliases.of(row), links);
      if (known != null) {
        known.call(row);
        index.aliases.tie(row, known.id);
        persons.add(known.person());
      }
    }
    return new Change(persons, links);
  }

  /** Makes one of all who bear a name of the row alone; who was split by a user stays apart. */
  private @Nullable Known gather(Aliases.Listed listed, List<PersonLink> links) {
    Known one = index.resolve(listed.person());
    for (String key : listed.keys()) {
      var bearers = index.bearers(key);
      if (index.aliases.naming(key).size() == 1 && bearers.size() == 1) {
        links.addAll(merge(one, bearers.get(0)).links());
        one = one == null ? bearers.get(0) : one;
      }
    }
    return one;
  }
}
