package org.skep.bench.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.skep.stories.StoryLessons;
import org.skep.stories.StoryLessons.Lesson;

/**
 * Trains {@code join-model.txt}. Usage: {@code JoinTrainer OUT SET...}, a set being {@code
 * docs.jsonl[.gz]} with labels inside, or {@code docs.jsonl,truth.jsonl}; {@code *N} after a set
 * replays it in N shuffled orders (for sets without dates). Every set weighs the same. The same
 * input gives the same file.
 */
public final class JoinTrainer {
  private static final int TREES = 64;
  private static final int DEPTH = 4;

  private JoinTrainer() {}

  /** Writes the model and prints what it fits. */
  public static void main(String[] args) throws IOException {
    var x = new ArrayList<float[]>();
    var y = new ArrayList<Boolean>();
    var weight = new ArrayList<Float>();
    for (int a = 1; a < args.length; a++) {
      var lessons = lessons(args[a]);
      long right = lessons.stream().filter(Lesson::belongs).count();
      System.out.printf(
          Locale.ROOT, "%s: %d pairs, %d of them true%n", args[a], lessons.size(), right);
      for (Lesson lesson : lessons) {
        x.add(lesson.signals());
        y.add(lesson.belongs());
        weight.add(20_000f / lessons.size());
      }
    }
    var truth = new boolean[y.size()];
    var weights = new float[y.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = y.get(i);
      weights[i] = weight.get(i);
    }
    var lines =
        new Boosting(TREES, DEPTH)
            .train(StoryLessons.signals(), x.toArray(float[][]::new), truth, weights);
    var file = new ArrayList<String>();
    file.add("# Written by JoinTrainer in skep-bench: tree, node, signal, threshold, left, right.");
    file.addAll(lines);
    Files.writeString(Path.of(args[0]), String.join("\n", file) + "\n");
  }

  private static List<Lesson> lessons(String set) throws IOException {
    int star = set.indexOf('*');
    int orders = star < 0 ? 1 : Integer.parseInt(set.substring(star + 1));
    String[] files = (star < 0 ? set : set.substring(0, star)).split(",");
    var stream = GoldStream.read(Path.of(files[0]), files.length < 2 ? null : Path.of(files[1]));
    var lessons = new ArrayList<Lesson>();
    for (int order = 0; order < orders; order++) {
      var shuffled = new ArrayList<>(stream);
      if (orders > 1) {
        Collections.shuffle(shuffled, new Random(order));
      }
      var replay = new StoryLessons();
      for (GoldStream line : shuffled) {
        if (line.story() != null) {
          lessons.addAll(replay.next(line.article(), line.story()));
        }
      }
    }
    return lessons;
  }
}
