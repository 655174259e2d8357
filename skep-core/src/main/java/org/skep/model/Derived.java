package org.skep.model;

import java.util.List;

/**
 * What one log entry changed in everything derived: the result of the ordered half of the pipeline,
 * committed together with the seq it covers.
 *
 * @param copies rows that are new or replaced; a late origin may replace rows of older articles
 * @param persons persons that are new or changed
 * @param links which speaker of which article is which person, new or replaced
 * @param stories story changes, in order
 */
public record Derived(
    long seq,
    List<Copy> copies,
    List<Person> persons,
    List<PersonLink> links,
    List<StoryChange> stories) {
  public Derived {
    copies = List.copyOf(copies);
    persons = List.copyOf(persons);
    links = List.copyOf(links);
    stories = List.copyOf(stories);
  }
}
