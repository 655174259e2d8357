package org.skep.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A live story: its members, the decayed sum of its independent reports (the centroid), and the
 * latest reports themselves. Written by the index's owner only. Bounded: {@link #TERMS_MAX} terms,
 * {@link #SAMPLES_MAX} reports; a member costs 8 bytes.
 */
public final class Story {
  static final int TERMS_MAX = 160;
  static final int SAMPLES_MAX = 24;
  static final int POSTED_MAX = 40;
  static final int CROSS_MAX = 64;

  /** The centroid forgets: about the last forty reports count. */
  private static final float DECAY = 0.975f;

  /** A report with its terms weighted and brought to length 1. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sample(StoryFeatures features, float[] unit) {
    static Sample of(StoryFeatures features, float[] idf) {
      var unit = new float[idf.length];
      double square = 0;
      for (int i = 0; i < unit.length; i++) {
        unit[i] = features.is(i, StoryFeatures.UNIT) ? 0 : features.weights()[i] * idf[i];
        square += unit[i] * unit[i];
      }
      float norm = (float) Math.sqrt(square);
      for (int i = 0; i < unit.length && norm > 0; i++) {
        unit[i] /= norm;
      }
      return new Sample(features, unit);
    }
  }

  final long id;
  final int slot;
  final String language;
  final List<Long> members = new ArrayList<>();
  final List<Sample> samples = new ArrayList<>();
  long group;
  long first;
  long last;
  double meanSeconds;
  int reports;
  int[] terms = new int[0];
  float[] body = new float[0];
  float[] title = new float[0];
  float[] names = new float[0];
  float[] share = new float[0];
  float weight;
  float bodyNorm;
  float titleNorm;
  int[] outlets = new int[0];
  int[] posted = new int[0];
  boolean touched;
  boolean reviewed;

  /** When it was opened, in stories; the older one keeps its id in a merge. */
  final int born;

  /** A user put these together: no split. */
  boolean welded;

  /** Stories a user said it is not. */
  final TreeSet<Long> apart = new TreeSet<>();

  /** Names, numbers and places for groups across languages, ascending, and in how many reports. */
  int[] crossKeys = new int[0];

  float[] crossCounts = new float[0];
  int[] crossPosted = new int[0];

  Story(long id, int slot, int born, String language, long seconds) {
    this.id = id;
    this.slot = slot;
    this.born = born;
    this.language = language;
    this.group = id;
    this.first = seconds;
    this.last = seconds;
  }

  /** The story's id. */
  public long id() {
    return id;
  }

  /** Takes in an independent report; a round-up joins but does not move the centroid. */
  void report(Sample sample) {
    seen(sample.features());
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

  /** A copy counts for time and place, not for what the story is about. */
  void seen(StoryFeatures features) {
    int n = reports;
    meanSeconds = (meanSeconds * n + features.seconds()) / (n + 1);
    first = Math.min(first, features.seconds());
    last = Math.max(last, features.seconds());
    if (outlets.length < 16 && Arrays.stream(outlets).noneMatch(o -> o == features.outlet())) {
      outlets = Arrays.copyOf(outlets, outlets.length + 1);
      outlets[outlets.length - 1] = features.outlet();
    }
    touched = true;
    reviewed = false;
  }

  /** Computes the centroid anew from the reports it has. */
  void recompute() {
    terms = new int[0];
    body = new float[0];
    title = new float[0];
    names = new float[0];
    share = new float[0];
    weight = 0;
    crossKeys = new int[0];
    crossCounts = new float[0];
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
    long article = report.features().article();
    return of(samples.stream().filter(sample -> sample.features().article() != article).toList());
  }

  private void absorb(Sample sample) {
    var features = sample.features();
    float titleLength = titleLength(sample);
    int[] there = features.terms();
    var nextTerms = new int[terms.length + there.length];
    var next = new float[4][nextTerms.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < terms.length || j < there.length) {
      boolean mine = j == there.length || (i < terms.length && terms[i] <= there[j]);
      boolean theirs = i == terms.length || (j < there.length && there[j] <= terms[i]);
      nextTerms[n] = mine ? terms[i] : there[j];
      if (mine) {
        next[0][n] = body[i] * DECAY;
        next[1][n] = title[i] * DECAY;
        next[2][n] = names[i] * DECAY;
        next[3][n] = share[i] * DECAY;
        i++;
      }
      if (theirs) {
        boolean inTitle = features.is(j, StoryFeatures.TITLE);
        next[0][n] += sample.unit()[j];
        next[1][n] += inTitle && titleLength > 0 ? sample.unit()[j] / titleLength : 0;
        next[2][n] += features.is(j, StoryFeatures.NAME | StoryFeatures.FULL) ? 1 : 0;
        next[3][n] += 1;
        j++;
      }
      n++;
    }
    weight = weight * DECAY + 1;
    crossKeys(features.crossKeys());
    keep(nextTerms, next, n);
  }

  private void crossKeys(int[] there) {
    var keys = new int[crossKeys.length + there.length];
    var counts = new float[keys.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < crossKeys.length || j < there.length) {
      boolean mine = j == there.length || (i < crossKeys.length && crossKeys[i] <= there[j]);
      boolean theirs = i == crossKeys.length || (j < there.length && there[j] <= crossKeys[i]);
      keys[n] = mine ? crossKeys[i] : there[j];
      counts[n] = (mine ? crossCounts[i] * DECAY : 0) + (theirs ? 1 : 0);
      i += mine ? 1 : 0;
      j += theirs ? 1 : 0;
      n++;
    }
    if (n > CROSS_MAX) {
      var sorted = Arrays.copyOf(counts, n);
      Arrays.sort(sorted);
      float least = sorted[n - CROSS_MAX];
      int kept = 0;
      for (int k = 0; k < n && kept < CROSS_MAX; k++) {
        if (counts[k] >= least) {
          keys[kept] = keys[k];
          counts[kept++] = counts[k];
        }
      }
      n = kept;
    }
    crossKeys = Arrays.copyOf(keys, n);
    crossCounts = Arrays.copyOf(counts, n);
  }

  private static float titleLength(Sample sample) {
    double square = 0;
    for (int i = 0; i < sample.unit().length; i++) {
      if (sample.features().is(i, StoryFeatures.TITLE)) {
        square += sample.unit()[i] * sample.unit()[i];
      }
    }
    return (float) Math.sqrt(square);
  }

  /** The heaviest terms stay. */
  private void keep(int[] all, float[][] values, int n) {
    float least = -1;
    if (n > TERMS_MAX + TERMS_MAX / 2) {
      var weights = new float[n];
      for (int i = 0; i < n; i++) {
        weights[i] = values[0][i] + values[1][i] / 2;
      }
      Arrays.sort(weights);
      least = weights[n - TERMS_MAX];
    }
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (values[0][i] + values[1][i] / 2 >= least) {
        all[kept] = all[i];
        for (float[] value : values) {
          value[kept] = value[i];
        }
        kept++;
      }
    }
    terms = Arrays.copyOf(all, kept);
    body = Arrays.copyOf(values[0], kept);
    title = Arrays.copyOf(values[1], kept);
    names = Arrays.copyOf(values[2], kept);
    share = Arrays.copyOf(values[3], kept);
    bodyNorm = norm(body);
    titleNorm = norm(title);
  }

  private static float norm(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    return (float) Math.sqrt(square);
  }

  /** The terms by which it can be found, heaviest first, at most so many. */
  int[] keys() {
    var order = new long[terms.length];
    for (int i = 0; i < terms.length; i++) {
      float worth = body[i] + title[i] / 2;
      order[i] = (long) Float.floatToIntBits(worth) << 32 | i;
    }
    Arrays.sort(order);
    int n = Math.min(POSTED_MAX, order.length);
    var keys = new int[n];
    for (int i = 0; i < n; i++) {
      keys[i] = terms[(int) order[order.length - 1 - i]];
    }
    Arrays.sort(keys);
    return keys;
  }
}
