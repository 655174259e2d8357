package org.skep.bench.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.skep.bench.stories.Boosting;
import org.skep.extract.BlockModel;
import org.skep.extract.ExtractionJson;
import org.skep.extract.Extractor;
import org.skep.extract.SiteProfile;
import org.skep.extract.SiteRules;
import org.skep.extract.TrainingPage;
import org.skep.learn.FeatureNames;
import org.skep.learn.Logistic;
import org.skep.learn.Weights;

/**
 * Trains {@code blocks.weights} and {@code blocks.trees} from gold folders, and measures what to
 * expect on sites never seen:
 *
 * <pre>
 * BlockTrainer fit FOLDER GOLD...     writes both files; a second run gives the same bytes
 * BlockTrainer cross FOLDER GOLD...   five folds cut between hosts; writes FOLDER/SET.jsonl
 * </pre>
 *
 * The trees learn from first-pass scores of pages the first pass was not trained on (stacking).
 * Needs about 4 GB and two minutes.
 */
public final class BlockTrainer {
  private static final int FOLDS = 5;
  private static final int INNER_FOLDS = 3;
  private static final int TOKEN_HOSTS_MIN = 16;
  private static final int BIN_HOSTS_MIN = 2;
  private static final Set<String> TOKEN_GROUPS = Set.of("own", "above", "word", "first-word");
  private static final double PENALTY = 5e-4;

  /** Twelve short pages written for their hard classes count as much as longer ones. */
  private static final String HANDMADE = "aggregator";

  private static final double HANDMADE_COUNT = 4;
  private static final int TREES = 60;
  private static final int DEPTH = 4;

  private final FeatureNames names = FeatureNames.growing();
  private final List<Item> items = new ArrayList<>();

  /** A page ready to learn from. */
  private record Item(
      String set, GoldPage gold, TrainingPage page, int[] labels, float[] weights) {}

  private record Model(float[] weights, List<String> trees) {}

  private BlockTrainer() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: BlockTrainer fit FOLDER GOLD... | cross FOLDER GOLD...");
      System.exit(2);
    }
    var trainer = new BlockTrainer();
    for (String folder : Arrays.asList(args).subList(2, args.length)) {
      trainer.read(Path.of(folder));
    }
    System.err.printf("%d pages, %d features%n", trainer.items.size(), trainer.names.size());
    switch (args[0]) {
      case "fit" -> trainer.fit(Path.of(args[1]));
      case "cross" -> trainer.cross(Path.of(args[1]));
      default -> throw new IllegalArgumentException("fit or cross, not " + args[0]);
    }
  }

  private void read(Path folder) throws IOException {
    String set = folder.getFileName().toString();
    for (GoldPage gold : GoldPage.read(folder)) {
      TrainingPage page = TrainingPage.read(gold.page(), names);
      int[] labels = BlockLabels.of(page.texts(), gold);
      double count = set.equals(HANDMADE) ? HANDMADE_COUNT : 1;
      items.add(new Item(set, gold, page, labels, weights(page.texts(), labels, count)));
    }
  }

  /** A page counts the same, however long; within it a block counts by its words. */
  private static float[] weights(List<String> texts, int[] labels, double count) {
    float[] weights = new float[labels.length];
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      int words = BlockLabels.words(texts.get(i)).size();
      weights[i] = labels[i] < 0 ? 0 : (float) Math.pow(Math.min(120, words) + 2, 0.6);
      sum += weights[i];
    }
    double scale = sum == 0 ? 0 : count * Math.min(1.0, 120 / sum);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= (float) scale;
    }
    return weights;
  }

  private void fit(Path folder) throws IOException {
    Model model = train(items);
    write(model.weights(), folder.resolve("blocks.weights"));
    Files.write(folder.resolve("blocks.trees"), model.trees());
  }

  private void cross(Path folder) throws IOException {
    Files.createDirectories(folder);
    var lines = new TreeMap<String, List<String>>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Model model = train(items.stream().filter(item -> item.gold().fold(FOLDS) != held).toList());
      var weights = Weights.of(names, model.weights());
      var extractor = new Extractor(new BlockModel(weights, model.trees()), SiteRules.load());
      for (Item item : items) {
        if (item.gold().fold(FOLDS) == held) {
          var extraction = extractor.extract(item.gold().page(), SiteProfile.EMPTY);
          lines
              .computeIfAbsent(item.set(), key -> new ArrayList<>())
              .add(ExtractionJson.line(item.gold().id(), extraction));
        }
      }
      System.err.println("fold " + fold);
    }
    for (var entry : lines.entrySet()) {
      Files.write(folder.resolve(entry.getKey() + ".jsonl"), entry.getValue());
    }
  }

  private Model train(List<Item> from) {
    boolean[] known = frequent(from);
    var regression = new LogisticRegression(PENALTY);
    double[][] scores = new double[from.size()][];
    for (int fold = 0; fold < INNER_FOLDS; fold++) {
      var examples = new ArrayList<LogisticRegression.Example>();
      for (Item item : from) {
        if (inner(item) != fold) {
          addExamples(item, item.page().features(), known, examples);
        }
      }
      float[] weights = regression.train(examples, names.size());
      for (int i = 0; i < scores.length; i++) {
        if (inner(from.get(i)) == fold) {
          scores[i] = score(from.get(i), weights);
        }
      }
    }
    var all = new ArrayList<LogisticRegression.Example>();
    for (Item item : from) {
      addExamples(item, item.page().features(), known, all);
    }
    return new Model(regression.train(all, names.size()), trees(from, scores));
  }

  private static List<String> trees(List<Item> from, double[][] scores) {
    var rows = new ArrayList<float[]>();
    var labels = new ArrayList<Boolean>();
    var counts = new ArrayList<Float>();
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      Item item = from.get(i);
      float[][] signals = item.page().signals(scores[i]);
      for (int b = 0; b < signals.length; b++) {
        if (item.labels()[b] >= 0) {
          rows.add(signals[b]);
          labels.add(item.labels()[b] == 1);
          counts.add(item.weights()[b]);
          sum += item.weights()[b];
        }
      }
    }
    boolean[] keep = new boolean[labels.size()];
    float[] weights = new float[keep.length];
    for (int i = 0; i < keep.length; i++) {
      keep[i] = labels.get(i);
      weights[i] = (float) (counts.get(i) * keep.length / sum);
    }
    return new Boosting(TREES, DEPTH)
        .train(TrainingPage.signalNames(), rows.toArray(float[][]::new), keep, weights);
  }

  private static int inner(Item item) {
    return item.gold().fold(FOLDS * INNER_FOLDS) / FOLDS;
  }

  private static double[] score(Item item, float[] weights) {
    int[][] features = item.page().features();
    double[] scores = new double[features.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Logistic.dot(weights, features[i]);
    }
    return scores;
  }

  private static void addExamples(
      Item item, int[][] features, boolean[] known, List<LogisticRegression.Example> into) {
    for (int i = 0; i < features.length; i++) {
      if (item.labels()[i] >= 0) {
        int[] kept =
            Arrays.stream(features[i]).filter(id -> id < known.length && known[id]).toArray();
        into.add(new LogisticRegression.Example(kept, item.labels()[i] == 1, item.weights()[i]));
      }
    }
  }

  /** Features seen on enough hosts to mean something on the next one. */
  private boolean[] frequent(List<Item> from) {
    List<Set<String>> hosts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      hosts.add(new HashSet<>(2));
    }
    for (Item item : from) {
      for (int[] block : item.page().features()) {
        for (int id : block) {
          if (hosts.get(id).size() < TOKEN_HOSTS_MIN) {
            hosts.get(id).add(item.gold().host());
          }
        }
      }
    }
    boolean[] frequent = new boolean[names.size()];
    for (int i = 0; i < frequent.length; i++) {
      String group = names.name(i).substring(0, names.name(i).indexOf('='));
      int least = TOKEN_GROUPS.contains(group) ? TOKEN_HOSTS_MIN : BIN_HOSTS_MIN;
      frequent[i] = hosts.get(i).size() >= least;
    }
    return frequent;
  }

  private void write(float[] weights, Path file) throws IOException {
    var lines = new TreeMap<String, String>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        lines.put(names.name(i), names.name(i) + "\t" + weights[i]);
      }
    }
    Files.write(file, lines.values());
    System.err.println(lines.size() + " weights in " + file);
  }
}
