package org.skep.store;

/** What the store made of an article that was brought to it. */
public sealed interface Arrival {
  /** Never seen before; this is the acknowledgement. */
  record Fresh(long seq) implements Arrival {}

  /** Known, with other words: a new revision. */
  record Revised(long seq) implements Arrival {}

  /** Known, with the same words; nothing was written but where it came from. */
  record Unchanged() implements Arrival {}

  /** Another revision came first; analyse again with that number as the last one. */
  record Outdated(int revision) implements Arrival {}

  /** A user erased it; it stays erased. */
  record Erased() implements Arrival {}
}
