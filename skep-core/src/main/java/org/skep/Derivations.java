package org.skep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.skep.copies.CopyIndex;
import org.skep.people.PersonIndex;
import org.skep.stories.StoryIndex;

/**
 * The state of the ordered half of the pipeline: everything that depends on more than one article.
 * One owner, the sequencer; not thread-safe; bounded by its parts. Snapshot, restore and go on
 * gives what an uninterrupted run gives.
 */
public final class Derivations {
  final CopyIndex copies;
  final PersonIndex persons;
  final StoryIndex stories;
  private long seq;

  private Derivations(long seq, CopyIndex copies, PersonIndex persons, StoryIndex stories) {
    this.seq = seq;
    this.copies = copies;
    this.persons = persons;
    this.stories = stories;
  }

  /** Before the first log entry. */
  public static Derivations empty() {
    return new Derivations(0, new CopyIndex(), new PersonIndex(), new StoryIndex());
  }

  /** The last log entry this state covers; 0 for none. */
  public long seq() {
    return seq;
  }

  void advance(long to) {
    if (to <= seq) {
      throw new IllegalStateException(
          "log entry " + to + " after " + seq + ": the log is applied in order, once");
    }
    seq = to;
  }

  /** Stories near this one but distinct, nearest first; for the owner of this state only. */
  public List<StoryIndex.Related> related(long story) {
    return stories.related(story);
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(seq);
    copies.snapshot(out);
    persons.snapshot(out);
    stories.snapshot(out);
  }

  /** The state a snapshot was taken of. */
  public static Derivations restore(DataInput in) throws IOException {
    return new Derivations(
        in.readLong(), CopyIndex.restore(in), PersonIndex.restore(in), StoryIndex.restore(in));
  }
}
