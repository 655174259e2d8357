package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import org.skep.model.StoryChange;

/**
 * Looks again at stories that changed: puts together what turned out to be one story, takes out a
 * report that fits elsewhere, cuts a story that is two. Works on the sampled reports with the same
 * join model. Bounded per story: a few candidates, {@link #REPORTS} reports each.
 */
final class Consolidation {
  static final double MERGE = 0.65;
  static final double MERGE_REVIEWED = 0.5;
  static final double STAY = 0.25;
  static final double CUT = 0.25;
  private static final double PROMISING = 0.3;
  private static final int CANDIDATES = 4;
  private static final int REPORTS = 6;

  private final StoryIndex index;
  private final JoinModel model;
  private final List<StoryChange> changes = new ArrayList<>();

  Consolidation(StoryIndex index, JoinModel model) {
    this.index = index;
    this.model = model;
  }

  List<StoryChange> changes() {
    return changes;
  }

  /** Merges with the story that matches best, if one does well enough. */
  boolean merge(Story story, double least) {
    Story best = null;
    double most = least;
    for (Story other : promising(story)) {
      double chance = average(story, other);
      if (chance >= most && !index.apart(story, other)) {
        best = other;
        most = chance;
      }
    }
    if (best == null) {
      return false;
    }
    Story into = best.born < story.born ? best : story;
    Story from = into == story ? best : story;
    index.merge(into, from);
    changes.add(
        new StoryChange.Merged(
            into.id, from.id, List.of("their reports match, " + Math.round(most * 100) + " %")));
    return true;
  }

  private List<Story> promising(Story story) {
    var found = new ArrayList<Story>();
    for (Story.Sample sample : List.of(story.samples.getFirst(), story.samples.getLast())) {
      var near = index.find(sample, story.id);
      for (int rank = 0; rank < Math.min(CANDIDATES, near.size()); rank++) {
        Story other = near.get(rank).story();
        if (!found.contains(other) && chance(sample, other) >= PROMISING) {
          found.add(other);
        }
      }
      if (story.samples.size() == 1) {
        break;
      }
    }
    return found;
  }

  /** Mean chance of each one's reports to belong to the other. */
  private double average(Story a, Story b) {
    return (mean(a, b) + mean(b, a)) / 2;
  }

  private double mean(Story of, Story in) {
    double sum = 0;
    int n = 0;
    int step = Math.max(1, of.samples.size() / REPORTS);
    for (int i = 0; i < of.samples.size(); i += step) {
      sum += chance(of.samples.get(i), in);
      n++;
    }
    return sum / n;
  }

  double chance(Story.Sample sample, Story story) {
    float[] idf = index.counts.idf(sample.features());
    var fresh = Story.Sample.of(sample.features(), idf);
    return model.chance(Likeness.signals(fresh, idf, story, 1, 1, 0));
  }

  /** Takes out reports that do not fit the rest. */
  boolean evict(Story story) {
    if (story.welded || story.samples.size() < 2) {
      return false;
    }
    boolean changed = false;
    for (Story.Sample sample : List.copyOf(story.samples)) {
      boolean anchor = sample.features().article() == story.id;
      if (story.samples.size() > 1 && !anchor && chance(sample, story.without(sample)) < STAY) {
        move(sample, story);
        changed = true;
      }
    }
    return changed;
  }

  private void move(Story.Sample sample, Story from) {
    Story to = null;
    double most = Stories.JOIN;
    for (Story other : promising(Story.of(List.of(sample)))) {
      double chance = other == from ? 0 : chance(sample, other);
      if (chance > most && !index.apart(other, from)) {
        to = other;
        most = chance;
      }
    }
    transfer(List.of(sample), from, to, "fits better here");
  }

  /** Moves reports with their copies; to a story of their own when there is no other. */
  void transfer(
      List<Story.Sample> reports,
      Story from,
      @org.jspecify.annotations.Nullable Story to,
      String why) {
    Story target = to;
    for (Story.Sample report : reports) {
      long article = report.features().article();
      var moved = index.takeOut(from, article);
      if (target == null) {
        target = index.open(index.freeId(article), report.features());
        changes.add(new StoryChange.Opened(target.id, article));
      } else {
        changes.add(new StoryChange.Joined(target.id, article, List.of(why), 1));
      }
      target.report(report);
      index.settleIn(target, article);
      for (long copy : moved) {
        index.settleIn(target, copy);
        changes.add(
            new StoryChange.Joined(target.id, copy, List.of("a copy of a report in it"), 1));
      }
    }
    if (target != null) {
      index.post(target);
    }
    index.post(from);
  }

  /** Cuts a story in two when its halves do not know each other. */
  boolean cut(Story story) {
    if (story.welded || story.samples.size() < 4) {
      return false;
    }
    var halves = halves(story.samples);
    if (halves.get(0).isEmpty() || halves.get(1).isEmpty()) {
      return false;
    }
    Story one = Story.of(halves.get(0));
    Story two = Story.of(halves.get(1));
    if (average(one, two) >= CUT) {
      return false;
    }
    boolean first =
        halves.get(0).stream().anyMatch(sample -> sample.features().article() == story.id);
    boolean bigger = halves.get(0).size() >= halves.get(1).size();
    transfer(halves.get(first || bigger ? 1 : 0), story, null, "");
    return true;
  }

  /** Average-link agglomeration of the reports down to two; the second may be empty. */
  private static List<List<Story.Sample>> halves(List<Story.Sample> samples) {
    int n = samples.size();
    var near = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        near[i][j] = Likeness.cosine(samples.get(i), samples.get(j));
        near[j][i] = near[i][j];
      }
    }
    var clusters = new ArrayList<List<Integer>>();
    for (int i = 0; i < n; i++) {
      clusters.add(new ArrayList<>(List.of(i)));
    }
    while (clusters.size() > 2) {
      int a = 0;
      int b = 1;
      double most = -1;
      for (int i = 0; i < clusters.size(); i++) {
        for (int j = i + 1; j < clusters.size(); j++) {
          double link = link(clusters.get(i), clusters.get(j), near);
          if (link > most) {
            most = link;
            a = i;
            b = j;
          }
        }
      }
      clusters.get(a).addAll(clusters.remove(b));
    }
    return clusters.stream()
        .map(cluster -> cluster.stream().sorted().map(samples::get).toList())
        .toList();
  }

  private static double link(List<Integer> a, List<Integer> b, double[][] near) {
    double sum = 0;
    for (int i : a) {
      for (int j : b) {
        sum += near[i][j];
      }
    }
    return sum / (a.size() * b.size());
  }
}
