package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A live story: its members, what they are about, and the latest reports themselves. Written by the
 * index's owner only. Bounded: {@link #SAMPLES_MAX} reports are remembered, {@link #MEMBERS_MAX}
 * articles taken in.
 */
public final class Story {
  static final int SAMPLES_MAX = 24;
  static final int MEMBERS_MAX = 20_000;
  private static final int RIVALS_MAX = 8;
  private static final int GROWTH = 8;

  final long id;
  final int slot;
  final String language;
  final List<Long> members = new ArrayList<>(2);
  final List<Sample> samples = new ArrayList<>(2);
  long group;
  long first;
  long last;
  int reports;

  /** How many reports it had when it was last reviewed. */
  int reviewed;

  Centroid centroid = new Centroid();
  Amounts amounts = new Amounts();
  CrossKeys cross = new CrossKeys();

  /** The terms it can be found by. */
  int[] posted = new int[0];

  int[] crossPosted = new int[0];

  /** When it was opened, in stories; the older one keeps its id in a merge. */
  final int born;

  /** A user put these together: no split. */
  boolean welded;

  /** Stories a user said it is not. */
  final TreeSet<Long> apart = new TreeSet<>();

  /** Stories in other languages a user said are of another event. */
  final TreeSet<Long> unlinked = new TreeSet<>();

  Story(long id, int slot, int born, String language, long seconds) {
    this.id = id;
    this.slot = slot;
    this.born = born;
    this.language = language;
    this.group = id;
    this.first = seconds;
    this.last = seconds;
  }

  /** Stories that a report of this one might have joined too: they may be one. */
  final List<Long> rivals = new ArrayList<>(0);

  /** The story's id. */
  public long id() {
    return id;
  }

  /** Takes in an independent report; a round-up joins but does not move what the story is about. */
  void report(Sample sample) {
    seen(sample.features().seconds());
    reports++;
    if (sample.features().roundup() && reports > 1) {
      return;
    }
    if (samples.size() == SAMPLES_MAX) {
      samples.remove(1); // the first report stays: it is the anchor
    }
    samples.add(sample);
    absorb(sample);
  }

  /** Takes in the stories a report might have joined instead; the latest are remembered. */
  void rivalled(List<Long> others) {
    rivals.removeAll(others);
    rivals.addAll(others);
    while (rivals.size() > RIVALS_MAX) {
      rivals.removeFirst();
    }
  }

  /**
   * Whether it is worth a look again: with each report while it is small, later with each eighth
   * more, so that a story of many reports is not looked at for each of them.
   */
  boolean hasGrown() {
    return Math.abs(reports - reviewed) * GROWTH >= reports;
  }

  /** A copy counts for time, not for what the story is about. */
  void seen(long seconds) {
    first = Math.min(first, seconds);
    last = Math.max(last, seconds);
  }

  private void absorb(Sample sample) {
    centroid.absorb(sample);
    amounts.absorb(sample.features());
    cross.absorb(sample.features().crossKeys());
  }

  /** Computes what it is about anew, from the reports it remembers. */
  void recompute() {
    centroid = new Centroid();
    amounts = new Amounts();
    cross = new CrossKeys();
    samples.forEach(this::absorb);
  }

  /** The story these reports would be. */
  static Story of(List<Sample> reports) {
    var features = reports.get(0).features();
    var story = new Story(features.article(), 0, 0, features.language(), features.seconds());
    reports.forEach(story::report);
    return story;
  }

  /** The same without one report. */
  Story without(Sample report) {
    return of(samples.stream().filter(sample -> sample.article() != report.article()).toList());
  }
}
