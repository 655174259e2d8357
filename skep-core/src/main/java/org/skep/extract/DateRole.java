package org.skep.extract;

/** What a date on a page is the date of. */
enum DateRole {
  PUBLISHED,
  MODIFIED,
  /** Of something else: an event, a membership, a copyright. */
  OTHER,
  /** Nothing says what of. */
  UNSAID
}
