package org.skep.people;

import java.util.List;
import org.skep.model.Analysis;
import org.skep.model.Correction;
import org.skep.model.Person;
import org.skep.model.PersonLink;

/** The people stage: features, lookup (on the index), decide, apply. */
public final class People {
  /** What changed: persons new or changed, links new or replaced. */
  public record Change(List<Person> persons, List<PersonLink> links) {
    public Change {
      persons = List.copyOf(persons);
      links = List.copyOf(links);
    }
  }

  /** Ties the article's speakers to persons. */
  public Change apply(PersonIndex index, Analysis analysis) {
    return new Change(List.of(), List.of());
  }

  /** Obeys a user. */
  public Change correct(PersonIndex index, Correction correction) {
    return new Change(List.of(), List.of());
  }
}
