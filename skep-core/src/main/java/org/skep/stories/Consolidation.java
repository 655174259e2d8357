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
 * same join model. Which stories may be one is not searched for: every report was compared when it
 * came, and those it might have joined are its story's rivals. Bounded per story: a few rivals,
 * {@link #REPORTS} reports each.
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

  /** From such a chance on a story is a rival of the one that a report went to. */
  static final double PROMISING = 0.3;

  private static final int CANDIDATES = 4;
  private static final int REPORTS = 4;
  private static final int FARTHEST = 3;

  /**
   * Among so many reports one hardly changes what a story is about: it is not taken out to look.
   */
  private static final int MANY = 8;

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

  /**
   * Merges with the rival that matches best, if one does well enough; forgets those that do not.
   */
  boolean merge(Story story, double least) {
    Story best = null;
    double most = least;
    for (long rival : List.copyOf(story.rivals)) {
      Story other = index.live.get(index.resolve(rival));
      double chance = other == null || other == story ? 0 : average(story, other, MERGE_REVIEWED);
      if (chance < MERGE_REVIEWED) {
        story.rivals.remove(rival);
      } else if (other != null && chance >= most && !index.apart(story, other)) {
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

  /** Mean chance of each one's reports to belong to the other; 0 when it is less than that. */
  private double average(Story a, Story b, double least) {
    double here = mean(a, b, 2 * least - 1);
    double there = here < 0 ? -1 : mean(b, a, 2 * least - here);
    return there < 0 ? 0 : (here + there) / 2;
  }

  /** Stops when the rest cannot bring it to the least; then it is negative. */
  private double mean(Story of, Story in, double least) {
    int step = Math.max(1, of.samples.size() / REPORTS);
    int all = (of.samples.size() + step - 1) / step;
    double sum = 0;
    for (int n = 0; n < all; n++) {
      if (sum + all - n < least * all) {
        return -1;
      }
      sum += chance(of.samples.get(n * step), in);
    }
    return sum / all;
  }

  private double chance(Sample sample, Story story) {
    var report = weighed.computeIfAbsent(sample, s -> Weighed.of(s.features(), index.counts));
    return model.chance(Likeness.signals(report, story));
  }

  /** Takes the story apart where it does not hold together. */
  void review(Story story) {
    if (!story.welded) {
      evict(story);
      cut(story);
    }
  }

  /**
   * Takes out reports that do not fit the rest, the farthest first: when one stays, the others do.
   */
  private void evict(Story story) {
    for (Sample sample : farthest(story)) {
      boolean alone = story.samples.size() < 2;
      boolean anchor = sample.article() == story.id;
      if (alone || (!anchor && stays(sample, story))) {
        break;
      }
      if (!anchor) {
        move(sample, story);
      }
    }
  }

  private boolean stays(Sample sample, Story story) {
    return near(sample, story) >= NEAR
        || chance(sample, story.samples.size() < MANY ? story.without(sample) : story) >= STAY;
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
    double most = 0;
    var near = index.search.find(sample, from.id);
    for (var candidate : near.subList(0, Math.min(CANDIDATES, near.size()))) {
      if (!candidate.worthALook(near.getFirst(), most, sample)) {
        break;
      }
      double chance = chance(sample, candidate.story());
      if (chance > most && !index.apart(candidate.story(), from)) {
        to = candidate.story();
        most = chance;
      }
    }
    transfer(List.of(sample), from, most > Stories.JOIN ? to : null, most);
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
  private void cut(Story story) {
    if (story.samples.size() < 4) {
      return;
    }
    var halves = Halves.of(story.samples);
    if (halves.link() >= LINKED) {
      return;
    }
    Story one = Story.of(halves.one());
    Story two = Story.of(halves.two());
    double chance = average(one, two, CUT);
    if (chance >= CUT) {
      return;
    }
    boolean first = halves.one().stream().anyMatch(sample -> sample.article() == story.id);
    boolean second = halves.two().stream().anyMatch(sample -> sample.article() == story.id);
    boolean oneStays = first || (!second && one.reports >= two.reports);
    transfer(oneStays ? halves.two() : halves.one(), story, null, 1 - chance);
  }
}
