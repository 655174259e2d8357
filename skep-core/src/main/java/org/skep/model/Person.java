package org.skep.model;

import java.time.Instant;
import java.util.List;

/**
 * A canonical speaker across articles: a person, an organisation or a document that speaks.
 *
 * @param name the name to show
 * @param aliases other names, most frequent first
 * @param roles with when they were first and last seen
 */
public record Person(
    long id,
    String name,
    SpeakerKind kind,
    List<String> aliases,
    List<Role> roles,
    Instant firstSeen,
    Instant lastSeen) {
  public Person {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
  }

  /** An office or description, as printed. */
  public record Role(String name, Instant firstSeen, Instant lastSeen, Span evidence) {}
}
