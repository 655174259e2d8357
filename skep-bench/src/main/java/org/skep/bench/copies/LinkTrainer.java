package org.skep.bench.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skep.bench.stories.Boosting;
import org.skep.bench.stories.GoldStream;
import org.skep.copies.CopyLessons;
import org.skep.copies.CopyLessons.Lesson;

/**
 * Trains {@code link-model.txt}, {@code source-model.txt}, {@code root-model.txt} and {@code
 * stitch-model.txt}. Usage: {@code LinkTrainer FOLDER SET...}; a set is {@code
 * docs.jsonl,truth.jsonl} of make_press.py, or {@code docs.jsonl.gz,pairs.tsv}: documents with
 * their story and the pairs among them that are copies. Every set weighs the same. The same input
 * gives the same files.
 */
public final class LinkTrainer {
  private static final int TREES = 64;
  private static final int DEPTH = 4;
  private static final float SET_WEIGHT = 20_000;

  private LinkTrainer() {}

  /** Writes the models into the folder. */
  public static void main(String[] args) throws IOException {
    var links = new Examples();
    var sources = new Examples();
    var roots = new Examples();
    var stitches = new Examples();
    for (int a = 1; a < args.length; a++) {
      String[] files = args[a].split(",");
      boolean pairs = files[1].endsWith(".tsv");
      var stream = GoldStream.read(Path.of(files[0]), pairs ? null : Path.of(files[1]));
      var parents = pairs ? Truth.ofPairs(Path.of(files[1])) : Truth.ofPress(Path.of(files[1]));
      var lessons = new CopyLessons(parents);
      var stitched = pairs ? Set.<Long>of() : Truth.stitched(Path.of(files[1]));
      for (GoldStream line : stream) {
        lessons.next(line.article(), stitched.contains(line.article().id()));
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %d pairs, %d directions%n",
          args[a],
          lessons.links.size(),
          lessons.sources.size());
      links.add(lessons.links);
      if (!pairs) {
        sources.add(lessons.sources);
        roots.add(lessons.roots());
        stitches.add(lessons.stitches);
      }
    }
    Path folder = Path.of(args[0]);
    links.train(CopyLessons.linkSignals(), folder.resolve("link-model.txt"));
    sources.train(CopyLessons.sourceSignals(), folder.resolve("source-model.txt"));
    roots.train(CopyLessons.rootSignals(), folder.resolve("root-model.txt"));
    stitches.train(CopyLessons.stitchSignals(), folder.resolve("stitch-model.txt"));
  }

  private static final class Examples {
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    void add(List<Lesson> set) {
      lessons.addAll(set);
      set.forEach(lesson -> weights.add(SET_WEIGHT / set.size()));
    }

    void train(List<String> names, Path file) throws IOException {
      var x = new float[lessons.size()][];
      var y = new boolean[x.length];
      var weight = new float[x.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = lessons.get(i).signals();
        y[i] = lessons.get(i).yes();
        weight[i] = weights.get(i);
      }
      var lines = new ArrayList<String>();
      lines.add(
          "# Written by LinkTrainer in skep-bench: tree, node, signal, threshold, left, right.");
      lines.addAll(new Boosting(TREES, DEPTH).train(names, x, y, weight));
      Files.writeString(file, String.join("\n", lines) + "\n");
    }
  }
}
