package org.skep.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is quoted, most quoted first.
 *
 * @param query what the names were narrowed by; empty for none
 */
public record PeopleView(List<Row> people, String query) {
  public PeopleView {
    people = List.copyOf(people);
  }

  /** One person and the freshest thing they said. */
  public record Row(
      PersonRef person, int quotes, int outlets, Instant lastSeen, @Nullable QuoteView latest) {}
}
