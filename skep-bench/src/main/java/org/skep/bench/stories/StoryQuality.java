package org.skep.bench.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skep.StoryStream;
import org.skep.stories.JoinModel;

/**
 * Quality of stories on labelled streams. Usage: {@code StoryQuality shipped SET...} scores the
 * shipped model, {@code StoryQuality model.txt SET...} another one, {@code StoryQuality cross
 * SET...} every set with a model trained on the others only; a set is written as in {@link
 * GoldSet}. Prints pair and B-cubed scores at arrival and settled (mean of the orders of arrival),
 * the interval over stories, and churn: the share of articles whose story at the end is not the one
 * told at arrival, redirects followed.
 */
public final class StoryQuality {
  private StoryQuality() {}

  /** Prints a table. */
  public static void main(String[] args) throws IOException {
    var sets = GoldSet.all(List.of(args).subList(1, args.length));
    switch (args[0]) {
      case "cross" -> cross(sets);
      case "shipped" -> sets.forEach(set -> print(set.name(), List.of(set), new JoinModel()));
      default -> {
        var model = new JoinModel(lines(Path.of(args[0])));
        sets.forEach(set -> print(set.name(), List.of(set), model));
      }
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static void cross(List<GoldSet> sets) {
    for (GoldSet set : sets) {
      var others = sets.stream().filter(other -> !other.name().equals(set.name())).toList();
      print(set.name() + " left out", List.of(set), new JoinModel(JoinTrainer.train(others)));
    }
  }

  private static void print(String name, List<GoldSet> sets, JoinModel model) {
    var arrival = new ArrayList<ClusterScore>();
    var settled = new ArrayList<ClusterScore>();
    double[] interval = {0, 0};
    double moved = 0;
    int all = 0;
    for (GoldSet set : sets) {
      for (int order = 0; order < set.orders(); order++) {
        var truth = new ArrayList<String>();
        var first = new ArrayList<Long>();
        var stream = new StoryStream(model);
        for (GoldStream line : set.order(order)) {
          truth.add(String.valueOf(line.story()));
          first.add(stream.add(line.article()).story());
        }
        var last = stream.settled().stream().map(StoryStream.Place::story).toList();
        arrival.add(ClusterScore.of(truth, first));
        settled.add(ClusterScore.of(truth, last));
        interval = ClusterScore.interval(truth, last);
        for (int i = 0; i < last.size(); i++) {
          moved += stream.now(first.get(i)) == last.get(i) ? 0 : 1;
        }
        all += last.size();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s%n  arrival %s%n  settled %s [%.3f, %.3f]  churn %.3f%n",
        name,
        ClusterScore.mean(arrival),
        ClusterScore.mean(settled),
        interval[0],
        interval[1],
        moved / all);
  }
}
