package org.skep.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A time as a page or feed states it. Not the truth: order comes from {@link Article#firstSeen()}
 * and the lineage.
 *
 * @param at with the zone as printed; midnight UTC when only a day is printed
 * @param dayOnly whether the page prints a day and no time of day
 */
public record Stated(OffsetDateTime at, boolean dayOnly) {
  /** The instant, for arithmetic; the start of the day when only a day is stated. */
  public Instant instant() {
    return at.toInstant();
  }

  /** ISO 8601 and RFC 3339: {@code 2026-03-01} or {@code 2026-03-01T14:20:00+01:00}. */
  public String iso() {
    return dayOnly
        ? at.toLocalDate().toString()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
