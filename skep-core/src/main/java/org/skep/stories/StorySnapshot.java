package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import org.skep.text.Stored;

/** One live story as bytes and back. */
final class StorySnapshot {
  private StorySnapshot() {}

  static void write(DataOutput out, Story story) throws IOException {
    out.writeLong(story.id);
    out.writeInt(story.slot);
    out.writeInt(story.born);
    out.writeUTF(story.language);
    out.writeLong(story.group);
    out.writeLong(story.first);
    out.writeLong(story.last);
    out.writeDouble(story.meanSeconds);
    out.writeInt(story.reports);
    out.writeBoolean(story.touched);
    out.writeBoolean(story.reviewed);
    out.writeBoolean(story.welded);
    Stored.write(out, story.members.stream().mapToLong(Long::longValue).toArray());
    Stored.write(out, story.apart.stream().mapToLong(Long::longValue).toArray());
    Stored.write(out, story.outlets);
    Stored.write(out, story.posted);
    Stored.write(out, story.crossPosted);
    Stored.write(out, story.terms);
    Stored.write(out, story.body);
    Stored.write(out, story.title);
    Stored.write(out, story.names);
    Stored.write(out, story.share);
    out.writeFloat(story.weight);
    out.writeFloat(story.bodyNorm);
    out.writeFloat(story.titleNorm);
    Stored.write(out, story.crossKeys);
    Stored.write(out, story.crossCounts);
    out.writeInt(story.samples.size());
    for (Story.Sample sample : story.samples) {
      write(out, sample);
    }
  }

  static Story read(DataInput in) throws IOException {
    var story = new Story(in.readLong(), in.readInt(), in.readInt(), in.readUTF(), 0);
    story.group = in.readLong();
    story.first = in.readLong();
    story.last = in.readLong();
    story.meanSeconds = in.readDouble();
    story.reports = in.readInt();
    story.touched = in.readBoolean();
    story.reviewed = in.readBoolean();
    story.welded = in.readBoolean();
    for (long member : Stored.longs(in)) {
      story.members.add(member);
    }
    for (long other : Stored.longs(in)) {
      story.apart.add(other);
    }
    story.outlets = Stored.ints(in);
    story.posted = Stored.ints(in);
    story.crossPosted = Stored.ints(in);
    story.terms = Stored.ints(in);
    story.body = Stored.floats(in);
    story.title = Stored.floats(in);
    story.names = Stored.floats(in);
    story.share = Stored.floats(in);
    story.weight = in.readFloat();
    story.bodyNorm = in.readFloat();
    story.titleNorm = in.readFloat();
    story.crossKeys = Stored.ints(in);
    story.crossCounts = Stored.floats(in);
    for (int n = in.readInt(); n > 0; n--) {
      story.samples.add(sample(in));
    }
    return story;
  }

  private static void write(DataOutput out, Story.Sample sample) throws IOException {
    var features = sample.features();
    out.writeLong(features.article());
    out.writeInt(features.outlet());
    out.writeUTF(features.language());
    out.writeLong(features.seconds());
    out.writeInt(features.words());
    Stored.write(out, features.terms());
    Stored.write(out, features.weights());
    Stored.write(out, features.marks());
    Stored.write(out, features.crossKeys());
    out.writeInt(features.names().size());
    for (String name : features.names()) {
      out.writeUTF(name);
    }
    Stored.write(out, features.nameTerms());
    out.writeBoolean(features.roundup());
    Stored.write(out, sample.unit());
  }

  private static Story.Sample sample(DataInput in) throws IOException {
    long article = in.readLong();
    int outlet = in.readInt();
    String language = in.readUTF();
    long seconds = in.readLong();
    int words = in.readInt();
    int[] terms = Stored.ints(in);
    float[] weights = Stored.floats(in);
    byte[] marks = Stored.bytes(in);
    int[] crossKeys = Stored.ints(in);
    var names = new ArrayList<String>();
    for (int n = in.readInt(); n > 0; n--) {
      names.add(in.readUTF());
    }
    var features =
        new StoryFeatures(
            article,
            outlet,
            language,
            seconds,
            words,
            terms,
            weights,
            marks,
            crossKeys,
            names,
            Stored.ints(in),
            in.readBoolean());
    return new Story.Sample(features, Stored.floats(in));
  }
}
