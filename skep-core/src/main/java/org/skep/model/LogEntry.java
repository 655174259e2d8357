package org.skep.model;

import java.time.Instant;

/**
 * The one ordered log everything derived is derived from. Replaying it from the start gives the
 * same copies, persons and stories.
 */
public sealed interface LogEntry {
  /** Position, from 1, without gaps. */
  long seq();

  /** When it was committed. */
  Instant at();

  /** An article, or a new revision of one, was acknowledged. */
  record PageArrived(long seq, Instant at, Analysis analysis) implements LogEntry {}

  /** A user set something right. */
  record Corrected(long seq, Instant at, Correction correction) implements LogEntry {}

  /** The article was erased; only its tombstone is left. */
  record Purged(long seq, Instant at, long article) implements LogEntry {}
}
