package org.skep.bench.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.skep.stories.Signal;
import org.skep.stories.StoryLessons;
import org.skep.stories.StoryLessons.Lesson;

/**
 * Trains {@code join-model.txt}. Usage: {@code JoinTrainer OUT SET...}, a set being written as in
 * {@link GoldSet}; {@code *N} after it replays it in N shuffled orders. Every set weighs the same.
 * The same input gives the same file; decision 0004 has the command of the shipped one.
 */
public final class JoinTrainer {
  private static final int TREES = 100;
  private static final int DEPTH = 3;
  private static final float SET_WEIGHT = 20_000;
  private static final int LESSONS_MIN = 2_000;

  /**
   * Words left of each text, besides all of them: feeds give headlines, or a headline and a line.
   */
  private static final int[] SHORT = {0, 40};

  /** Parts a story is kept in: once whole, once as a stream that has not settled has it. */
  private static final int[] PARTS = {1, 2};

  private JoinTrainer() {}

  /** Writes the model and prints what it learns from. */
  public static void main(String[] args) throws IOException {
    var lines = train(GoldSet.all(List.of(args).subList(1, args.length)));
    var file = new ArrayList<String>();
    file.add("# Written by JoinTrainer in skep-bench: tree, node, signal, threshold, left, right.");
    file.addAll(lines);
    Files.writeString(Path.of(args[0]), String.join("\n", file) + "\n");
  }

  /** The model's lines. */
  static List<String> train(List<GoldSet> sets) {
    var x = new ArrayList<float[]>();
    var y = new ArrayList<Boolean>();
    var weight = new ArrayList<Float>();
    for (GoldSet set : sets) {
      var lessons = lessons(set);
      long right = lessons.stream().filter(Lesson::belongs).count();
      System.out.printf(
          Locale.ROOT, "%s: %d pairs, %d of them true%n", set.name(), lessons.size(), right);
      for (Lesson lesson : lessons) {
        x.add(lesson.signals());
        y.add(lesson.belongs());
        weight.add(SET_WEIGHT / Math.max(LESSONS_MIN, lessons.size()));
      }
    }
    var truth = new boolean[y.size()];
    var weights = new float[y.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = y.get(i);
      weights[i] = weight.get(i);
    }
    var directions = Arrays.stream(Signal.values()).map(Signal::direction).toList();
    return new Boosting(TREES, DEPTH, directions)
        .train(Signal.names(), x.toArray(float[][]::new), truth, weights);
  }

  private static List<Lesson> lessons(GoldSet set) {
    var lessons = new ArrayList<Lesson>();
    for (int order = 0; order < set.orders(); order++) {
      var stream = set.order(order);
      lessons.addAll(replay(stream));
      if (stream.stream().anyMatch(line -> !line.article().text().isBlank())) {
        for (int words : SHORT) {
          lessons.addAll(replay(stream.stream().map(line -> line.shortened(words)).toList()));
        }
      }
    }
    return lessons;
  }

  private static List<Lesson> replay(List<GoldStream> stream) {
    var lessons = new ArrayList<Lesson>();
    for (int parts : PARTS) {
      var replay = new StoryLessons(parts);
      for (GoldStream line : stream) {
        lessons.addAll(replay.next(line.article(), String.valueOf(line.story())));
      }
    }
    return lessons;
  }
}
