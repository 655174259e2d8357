package org.skep.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A canonical speaker across articles: a person, an organisation or a document that speaks.
 *
 * @param name the name to show
 * @param aliases other names, most frequent first
 * @param roles with when they were first and last seen
 * @param wikidata the item at Wikidata, "Q42"; {@code null} when no user told it
 */
public record Person(
    long id,
    String name,
    SpeakerKind kind,
    List<String> aliases,
    List<Role> roles,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable String wikidata) {
  public Person {
    aliases = List.copyOf(aliases);
    roles = List.copyOf(roles);
  }

  /** An office or description, as printed. */
  public record Role(String name, Instant firstSeen, Instant lastSeen, Span evidence) {}
}
