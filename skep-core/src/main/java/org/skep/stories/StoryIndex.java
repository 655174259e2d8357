package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** The live stories: the state of the stories stage. One owner; not thread-safe. */
public final class StoryIndex {
  /** A live story that may be the article's. */
  public record Candidate(long story, double score) {}

  /** Best first, bounded. */
  public List<Candidate> lookup(StoryFeatures features) {
    return List.of();
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {}

  /** The state a snapshot was taken of. */
  public static StoryIndex restore(DataInput in) throws IOException {
    return new StoryIndex();
  }
}
