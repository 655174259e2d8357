package org.skep.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.StoryChange;
import org.skep.text.WordPlaces;

/**
 * Looks again at stories that changed: puts together what turned out to be one story, takes out a
 * report that fits elsewhere, cuts a story that is two. Works on the remembered reports with the
 * same join model. Bounded per story: a few candidates, {@link #REPORTS} reports each.
 */
final class Consolidation {
  static final double MERGE = 0.65;
  static final double MERGE_REVIEWED = 0.5;
  static final double STAY = 0.25;
  static final double CUT = 0.25;

  /** No report with so near ones was ever taken out, so none is weighed without it. */
  private static final double NEAR = 0.5;

  /** No halves with so much in common were ever cut apart. */
  private static final double LINKED = 0.4;

  private static final double PROMISING = 0.3;
  private static final int CANDIDATES = 4;
  private static final int REPORTS = 4;
  private static final int FARTHEST = 3;

  private final StoryIndex index;
  private final JoinModel model;
  private final List<StoryChange> changes = new ArrayList<>();

  /** Reports weighed anew, each once. */
  private final IdentityHashMap<Sample, Weighed> weighed = new IdentityHashMap<>();

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
    var reasons = new ArrayList<String>();
    reasons.add("their reports match, " + Math.round(most * 100) + " %");
    reasons.addAll(Reasons.of(from.samples.getLast(), into));
    index.merge(into, from);
    changes.add(new StoryChange.Merged(into.id, from.id, reasons));
    return true;
  }

  private List<Story> promising(Story story) {
    var found = new ArrayList<Story>();
    for (Sample sample : List.of(story.samples.getFirst(), story.samples.getLast())) {
      var near = index.search.find(sample, story.id);
      double best = 0;
      for (var candidate : near.subList(0, Math.min(CANDIDATES, near.size()))) {
        if (!candidate.worthALook(near.getFirst(), best, sample)) {
          break;
        }
        Story other = candidate.story();
        double chance = found.contains(other) ? 0 : chance(sample, other);
        best = Math.max(best, chance);
        if (chance >= PROMISING) {
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

  private double chance(Sample sample, Story story) {
    var report = weighed.computeIfAbsent(sample, s -> Weighed.of(s.features(), index.counts));
    return model.chance(Likeness.signals(report, story));
  }

  /** Takes out reports that do not fit the rest. */
  void evict(Story story) {
    if (story.welded || story.samples.size() < 2) {
      return;
    }
    for (Sample sample : farthest(story)) {
      boolean anchor = sample.article() == story.id;
      boolean stays = story.samples.size() < 2 || anchor || near(sample, story) >= NEAR;
      if (!stays && chance(sample, story.without(sample)) < STAY) {
        move(sample, story);
      }
    }
  }

  /** Mean cosine of a report to the others. */
  private static double near(Sample sample, Story story) {
    var places = new WordPlaces(sample.terms());
    double sum = 0;
    for (Sample other : story.samples) {
      sum += other.article() == sample.article() ? 0 : sample.cosine(places, other);
    }
    return sum / (story.samples.size() - 1);
  }

  /** The reports least like the rest, a few. */
  private static List<Sample> farthest(Story story) {
    var near = new IdentityHashMap<Sample, Double>();
    story.samples.forEach(sample -> near.put(sample, story.centroid.cosine(sample)));
    return story.samples.stream().sorted(Comparator.comparing(near::get)).limit(FARTHEST).toList();
  }

  private void move(Sample sample, Story from) {
    Story to = null;
    double most = Stories.JOIN;
    for (Story other : promising(Story.of(List.of(sample)))) {
      double chance = other == from ? 0 : chance(sample, other);
      if (chance > most && !index.apart(other, from)) {
        to = other;
        most = chance;
      }
    }
    transfer(List.of(sample), from, to, most);
  }

  /** Moves reports with their copies; to a story of their own when there is no other. */
  private void transfer(List<Sample> reports, Story from, @Nullable Story to, double chance) {
    Story target = to;
    for (Sample report : reports) {
      long article = report.article();
      var moved = index.takeOut(from, article);
      if (target == null) {
        var features = report.features();
        long id = index.freeId(article, from.id);
        target = index.open(id, features.language(), features.seconds());
        changes.add(new StoryChange.Opened(target.id, article));
      } else {
        var reasons = new ArrayList<>(List.of("fits better here"));
        reasons.addAll(Reasons.of(report, target));
        changes.add(new StoryChange.Joined(target.id, article, reasons, chance));
      }
      target.report(report);
      index.settleIn(target, article);
      for (long copy : moved) {
        index.settleIn(target, copy);
        changes.add(new StoryChange.Joined(target.id, copy, Reasons.COPY, 1));
      }
    }
    if (target != null) {
      index.changed(target);
    }
    index.changed(from);
  }

  /** Cuts a story in two when its halves do not know each other. */
  void cut(Story story) {
    if (story.welded || story.samples.size() < 4) {
      return;
    }
    var halves = Halves.of(story.samples);
    if (halves.link() >= LINKED) {
      return;
    }
    Story one = Story.of(halves.one());
    Story two = Story.of(halves.two());
    double chance = average(one, two);
    if (chance >= CUT) {
      return;
    }
    boolean first = halves.one().stream().anyMatch(sample -> sample.article() == story.id);
    boolean second = halves.two().stream().anyMatch(sample -> sample.article() == story.id);
    boolean oneStays = first || (!second && one.reports >= two.reports);
    transfer(oneStays ? halves.two() : halves.one(), story, null, 1 - chance);
  }
}
