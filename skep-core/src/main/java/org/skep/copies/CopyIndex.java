package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The fingerprints and lineage of the articles in the window: the state of the copies stage. One
 * owner; not thread-safe.
 */
public final class CopyIndex {
  /** An earlier article that shares rare fingerprints. */
  public record Candidate(long article) {}

  /** Best first, bounded. */
  public List<Candidate> lookup(CopyFeatures features) {
    return List.of();
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {}

  /** The state a snapshot was taken of. */
  public static CopyIndex restore(DataInput in) throws IOException {
    return new CopyIndex();
  }
}
