package org.skep.people;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Known persons, aliases and roles: the state of the people stage. One owner; not thread-safe. */
public final class PersonIndex {
  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {}

  /** The state a snapshot was taken of. */
  public static PersonIndex restore(DataInput in) throws IOException {
    return new PersonIndex();
  }
}
