package org.skep.bench.stories;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.copies.Copies;
import org.skep.copies.CopyFeatures;
import org.skep.copies.CopyIndex;
import org.skep.model.Copy;
import org.skep.stories.Stories;
import org.skep.stories.StoryFeatures;
import org.skep.stories.StoryIndex;

/**
 * Speed of copies and stories on one thread, in CPU seconds, second half of the stream (the first
 * warms up and fills the window). Usage: {@code StorySpeed docs.jsonl}; make the file with
 * make_press.py, {@code --docs 200000 --days 7} for 50,000 live stories.
 */
public final class StorySpeed {
  private StorySpeed() {}

  /** Prints articles a CPU second for features, copies and assignments. */
  public static void main(String[] args) throws IOException {
    var stream = GoldStream.read(Path.of(args[0]), null);
    var copies = new Copies();
    var stories = new Stories();
    var copyFeatures = new ArrayList<CopyFeatures>();
    var storyFeatures = new ArrayList<StoryFeatures>();
    int half = stream.size() / 2;
    long begin = cpu();
    for (int i = 0; i < stream.size(); i++) {
      begin = i == half ? cpu() : begin;
      copyFeatures.add(copies.features(stream.get(i).article()));
      storyFeatures.add(stories.features(stream.get(i).article()));
    }
    print("features of both", half, cpu() - begin);
    var rows = copies(copies, copyFeatures, half);
    assign(stories, storyFeatures, rows, half);
  }

  private static List<Copy> copies(Copies copies, List<CopyFeatures> features, int half) {
    var index = new CopyIndex();
    var rows = new ArrayList<Copy>();
    long begin = cpu();
    for (int i = 0; i < features.size(); i++) {
      begin = i == half ? cpu() : begin;
      var decision = copies.decide(features.get(i), index.lookup(features.get(i)));
      copies.apply(index, decision);
      rows.add(decision.copy());
    }
    print("copies", half, cpu() - begin);
    return rows;
  }

  private static void assign(
      Stories stories, List<StoryFeatures> features, List<Copy> rows, int half) {
    var index = new StoryIndex();
    long begin = cpu();
    for (int i = 0; i < features.size(); i++) {
      begin = i == half ? cpu() : begin;
      stories.apply(
          index, stories.decide(features.get(i), rows.get(i), index.lookup(features.get(i))));
    }
    print("assignments against " + index.size() + " live stories", half, cpu() - begin);
  }

  private static void print(String what, int articles, long nanos) {
    System.out.printf(Locale.ROOT, "%s: %.0f articles/s%n", what, articles / (nanos / 1e9));
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
