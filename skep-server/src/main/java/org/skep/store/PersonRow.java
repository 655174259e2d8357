package org.skep.store;

import org.skep.model.Person;

/**
 * A canonical speaker with what is counted about it.
 *
 * @param hidden by the operator: no page, no feed, no search result
 * @param quotes in all articles
 * @param reports independent ones that quote it
 */
public record PersonRow(Person person, boolean hidden, long quotes, long reports) {
  /**
   * People are not prey: a page only for who is quoted in two independent reports or has a role.
   */
  public boolean hasPage() {
    return !hidden && (reports >= 2 || !person.roles().isEmpty());
  }
}
