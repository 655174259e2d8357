package org.skep.stories;

import java.util.Arrays;

/**
 * What a story is about: the decayed sum of its independent reports' vectors, and in how many of
 * them each term stood, stood as a name, as a full name. Bounded by {@link #TERMS_MAX}; 24 bytes a
 * term.
 */
final class Centroid {
  static final int TERMS_MAX = 144;
  static final int KEYS_MAX = 40;

  /** It forgets: about the last forty reports count. */
  static final float DECAY = 0.975f;

  private static final int BODY = 0;
  private static final int TITLE = 1;
  private static final int NAMES = 2;
  private static final int FULL = 3;
  private static final int SHARE = 4;

  int[] terms = new int[0];

  /** Sum of the reports' weights. */
  float[] body = new float[0];

  /** Sum of their headlines' weights. */
  float[] title = new float[0];

  /** Reports with the term as a name. */
  float[] names = new float[0];

  /** Reports with the term as a full name in the headline or the first words. */
  float[] full = new float[0];

  /** Reports with the term. */
  float[] share = new float[0];

  /** Reports. */
  float weight;

  float bodyNorm;
  float titleNorm;

  /** Weight of the names. */
  double given;

  /** Square of the length of the vector, as far as its terms are names, and the rest of it. */
  double nameSquare;

  double wordSquare;

  /** Takes in a report: one merge of two sorted lists. */
  void absorb(Sample sample) {
    float titleLength = sample.titleLength();
    int[] there = sample.terms();
    var all = new int[terms.length + there.length];
    var next = new float[5][all.length];
    int i = 0;
    int j = 0;
    int n = 0;
    while (i < terms.length || j < there.length) {
      boolean mine = j == there.length || (i < terms.length && terms[i] <= there[j]);
      boolean theirs = i == terms.length || (j < there.length && there[j] <= terms[i]);
      all[n] = mine ? terms[i] : there[j];
      if (mine) {
        next[BODY][n] = body[i] * DECAY;
        next[TITLE][n] = title[i] * DECAY;
        next[NAMES][n] = names[i] * DECAY;
        next[FULL][n] = full[i] * DECAY;
        next[SHARE][n] = share[i] * DECAY;
        i++;
      }
      if (theirs) {
        add(sample, j, titleLength, next, n);
        j++;
      }
      n++;
    }
    weight = weight * DECAY + 1;
    keep(all, next, n);
  }

  private static void add(Sample sample, int j, float titleLength, float[][] next, int n) {
    float unit = sample.unit()[j];
    boolean inTitle = sample.is(j, StoryFeatures.TITLE);
    boolean leads = sample.is(j, StoryFeatures.TITLE | StoryFeatures.LEAD);
    next[BODY][n] += unit;
    next[TITLE][n] += inTitle && titleLength > 0 ? unit / titleLength : 0;
    next[NAMES][n] += sample.is(j, StoryFeatures.NAME | StoryFeatures.FULL) ? 1 : 0;
    next[FULL][n] += leads && sample.is(j, StoryFeatures.FULL) ? 1 : 0;
    next[SHARE][n] += 1;
  }

  /** The heaviest terms stay. */
  private void keep(int[] all, float[][] values, int n) {
    float least = -1;
    if (n > TERMS_MAX + TERMS_MAX / 2) {
      var weights = new float[n];
      for (int i = 0; i < n; i++) {
        weights[i] = values[BODY][i] + values[TITLE][i] / 2;
      }
      Arrays.sort(weights);
      least = weights[n - TERMS_MAX];
    }
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (values[BODY][i] + values[TITLE][i] / 2 >= least) {
        all[kept] = all[i];
        for (float[] value : values) {
          value[kept] = value[i];
        }
        kept++;
      }
    }
    terms = Arrays.copyOf(all, kept);
    body = Arrays.copyOf(values[BODY], kept);
    title = Arrays.copyOf(values[TITLE], kept);
    names = Arrays.copyOf(values[NAMES], kept);
    full = Arrays.copyOf(values[FULL], kept);
    share = Arrays.copyOf(values[SHARE], kept);
    bodyNorm = norm(body);
    titleNorm = norm(title);
    sum();
  }

  /** Computes what every comparison needs and only the terms determine. */
  void sum() {
    given = 0;
    nameSquare = 0;
    wordSquare = 0;
    for (int i = 0; i < terms.length; i++) {
      float part = names[i] / share[i];
      float square = body[i] * body[i];
      given += names[i] * worth(i);
      nameSquare += part * square;
      wordSquare += (1 - part) * square;
    }
  }

  private static float norm(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    return (float) Math.sqrt(square);
  }

  /** Whether a report had the term. */
  boolean knows(int term) {
    return Arrays.binarySearch(terms, term) >= 0;
  }

  /** What a term weighs in a report that has it. */
  float worth(int i) {
    return share[i] == 0 ? 0 : body[i] / share[i];
  }

  /** The terms by which the story can be found: the heaviest, at most so many, ascending. */
  int[] keys() {
    var order = new long[terms.length];
    for (int i = 0; i < terms.length; i++) {
      float worth = body[i] + title[i] / 2;
      order[i] = (long) Float.floatToIntBits(worth) << 32 | i;
    }
    Arrays.sort(order);
    int n = Math.min(KEYS_MAX, order.length);
    var keys = new int[n];
    for (int i = 0; i < n; i++) {
      keys[i] = terms[(int) order[order.length - 1 - i]];
    }
    Arrays.sort(keys);
    return keys;
  }

  double cosine(Centroid other) {
    double norms = (double) bodyNorm * other.bodyNorm;
    return norms == 0 ? 0 : dot(other.terms, other.body) / norms;
  }

  double cosine(Sample sample) {
    return bodyNorm == 0 ? 0 : dot(sample.terms(), sample.unit()) / bodyNorm;
  }

  private double dot(int[] otherTerms, float[] weights) {
    double dot = 0;
    int j = 0;
    for (int i = 0; i < terms.length; i++) {
      while (j < otherTerms.length && otherTerms[j] < terms[i]) {
        j++;
      }
      if (j < otherTerms.length && otherTerms[j] == terms[i]) {
        dot += body[i] * weights[j];
      }
    }
    return dot;
  }
}
