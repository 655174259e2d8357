package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import org.skep.text.Lexicon;
import org.skep.text.Stored;

/** The index as bytes and back. What can be derived from the stories is not written. */
final class StorySnapshot {
  private StorySnapshot() {}

  static void write(DataOutput out, StoryIndex index) throws IOException {
    index.counts.snapshot(out);
    index.crossCounts.snapshot(out);
    out.writeInt(index.arrivals);
    out.writeInt(index.live.born());
    out.writeInt(index.live.slots());
    Stored.write(out, index.live.free());
    out.writeInt(index.live.size());
    for (Story story : index.live.inOrder()) {
      write(out, story);
    }
    write(out, index.originOf);
    write(out, index.redirects);
    write(out, index.separated);
    write(out, index.touched);
    write(out, index.changed);
  }

  static StoryIndex read(DataInput in) throws IOException {
    var usual = new UsualWords(Lexicon.all());
    var counts = TermCounts.restore(in, usual);
    var crossCounts = TermCounts.restore(in, UsualWords.NONE);
    int arrivals = in.readInt();
    int born = in.readInt();
    int slots = in.readInt();
    int[] free = Stored.ints(in);
    var stories = new ArrayList<Story>();
    for (int n = in.readInt(); n > 0; n--) {
      stories.add(story(in));
    }
    var live = LiveStories.restored(born, slots, free, stories);
    var index = new StoryIndex(counts, crossCounts, live);
    index.arrivals = arrivals;
    for (Story story : stories) {
      index.groups.note(story);
      index.search.restore(story);
      index.cross.move(story, new int[0], story.crossPosted);
      story.members.forEach(article -> index.storyOf.put(article, story.id));
    }
    read(in, index.originOf);
    read(in, index.redirects);
    read(in, index.separated);
    read(in, index.touched, live);
    read(in, index.changed, live);
    return index;
  }

  private static void write(DataOutput out, Map<Long, Long> map) throws IOException {
    out.writeInt(map.size());
    for (var entry : map.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeLong(entry.getValue());
    }
  }

  private static void read(DataInput in, Map<Long, Long> map) throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      map.put(in.readLong(), in.readLong());
    }
  }

  private static void write(DataOutput out, ReviewQueue queue) throws IOException {
    out.writeInt(queue.waiting().size());
    for (var entry : queue.waiting().entrySet()) {
      out.writeInt(entry.getKey().slot);
      out.writeInt(entry.getValue());
    }
  }

  private static void read(DataInput in, ReviewQueue queue, LiveStories live) throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      Story story = live.at(in.readInt());
      int since = in.readInt();
      if (story != null) {
        queue.add(story, since);
      }
    }
  }

  private static void write(DataOutput out, Story story) throws IOException {
    out.writeLong(story.id);
    out.writeInt(story.slot);
    out.writeInt(story.born);
    out.writeUTF(story.language);
    out.writeLong(story.group);
    out.writeLong(story.first);
    out.writeLong(story.last);
    out.writeInt(story.reports);
    out.writeInt(story.reviewed);
    out.writeBoolean(story.welded);
    Stored.write(out, story.members.stream().mapToLong(Long::longValue).toArray());
    Stored.write(out, story.apart.stream().mapToLong(Long::longValue).toArray());
    Stored.write(out, story.unlinked.stream().mapToLong(Long::longValue).toArray());
    Stored.write(out, story.rivals.stream().mapToLong(Long::longValue).toArray());
    Stored.write(out, story.posted);
    Stored.write(out, story.crossPosted);
    write(out, story.centroid);
    Stored.write(out, story.amounts.units);
    Stored.write(out, story.amounts.least);
    Stored.write(out, story.amounts.most);
    Stored.write(out, story.cross.keys);
    Stored.write(out, story.cross.counts);
    out.writeInt(story.samples.size());
    for (Sample sample : story.samples) {
      write(out, sample);
    }
  }

  private static Story story(DataInput in) throws IOException {
    var story = new Story(in.readLong(), in.readInt(), in.readInt(), in.readUTF(), 0);
    story.group = in.readLong();
    story.first = in.readLong();
    story.last = in.readLong();
    story.reports = in.readInt();
    story.reviewed = in.readInt();
    story.welded = in.readBoolean();
    for (long member : Stored.longs(in)) {
      story.members.add(member);
    }
    for (long other : Stored.longs(in)) {
      story.apart.add(other);
    }
    for (long other : Stored.longs(in)) {
      story.unlinked.add(other);
    }
    for (long other : Stored.longs(in)) {
      story.rivals.add(other);
    }
    story.posted = Stored.ints(in);
    story.crossPosted = Stored.ints(in);
    read(in, story.centroid);
    story.amounts.units = Stored.ints(in);
    story.amounts.least = Stored.floats(in);
    story.amounts.most = Stored.floats(in);
    story.cross.keys = Stored.ints(in);
    story.cross.counts = Stored.floats(in);
    for (int n = in.readInt(); n > 0; n--) {
      story.samples.add(sample(in));
    }
    return story;
  }

  private static void write(DataOutput out, Centroid centroid) throws IOException {
    Stored.write(out, centroid.terms);
    Stored.write(out, centroid.body);
    Stored.write(out, centroid.title);
    Stored.write(out, centroid.names);
    Stored.write(out, centroid.full);
    Stored.write(out, centroid.share);
    out.writeFloat(centroid.weight);
    out.writeFloat(centroid.bodyNorm);
    out.writeFloat(centroid.titleNorm);
  }

  private static void read(DataInput in, Centroid centroid) throws IOException {
    centroid.terms = Stored.ints(in);
    centroid.body = Stored.floats(in);
    centroid.title = Stored.floats(in);
    centroid.names = Stored.floats(in);
    centroid.full = Stored.floats(in);
    centroid.share = Stored.floats(in);
    centroid.weight = in.readFloat();
    centroid.bodyNorm = in.readFloat();
    centroid.titleNorm = in.readFloat();
    centroid.sum();
  }

  private static void write(DataOutput out, Sample sample) throws IOException {
    var features = sample.features();
    out.writeLong(features.article());
    out.writeUTF(features.language());
    out.writeLong(features.seconds());
    out.writeBoolean(features.dated());
    out.writeInt(features.words());
    Stored.write(out, features.terms());
    Stored.write(out, features.weights());
    Stored.write(out, features.marks());
    Stored.write(out, features.units());
    Stored.write(out, features.amounts());
    Stored.write(out, features.crossKeys());
    out.writeInt(features.names().size());
    for (String name : features.names()) {
      out.writeUTF(name);
    }
    Stored.write(out, features.nameTerms());
    out.writeBoolean(features.roundup());
    Stored.write(out, sample.unit());
  }

  private static Sample sample(DataInput in) throws IOException {
    long article = in.readLong();
    String language = in.readUTF();
    long seconds = in.readLong();
    boolean dated = in.readBoolean();
    int words = in.readInt();
    int[] terms = Stored.ints(in);
    float[] weights = Stored.floats(in);
    byte[] marks = Stored.bytes(in);
    int[] units = Stored.ints(in);
    float[] amounts = Stored.floats(in);
    int[] crossKeys = Stored.ints(in);
    var names = new ArrayList<String>();
    for (int n = in.readInt(); n > 0; n--) {
      names.add(in.readUTF());
    }
    var features =
        new StoryFeatures(
            article,
            language,
            seconds,
            dated,
            words,
            terms,
            weights,
            marks,
            units,
            amounts,
            crossKeys,
            names,
            Stored.ints(in),
            in.readBoolean());
    return new Sample(features, Stored.floats(in));
  }
}
