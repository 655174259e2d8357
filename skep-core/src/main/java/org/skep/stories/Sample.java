package org.skep.stories;

import java.util.Arrays;
import org.skep.text.WordPlaces;

/**
 * A report as its story remembers it: its headline and heaviest terms, weighted and brought to
 * length 1.
 *
 * @param unit weight of each term of the features
 * @param titleLength length of the part of the vector that stands in the headline
 * @param nameLength length of the part that is names
 * @param kinds all marks any of its terms has
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sample(
    StoryFeatures features, float[] unit, float titleLength, float nameLength, int kinds) {
  static final int TERMS_MAX = 112;

  Sample(StoryFeatures features, float[] unit) {
    this(
        features,
        unit,
        length(features, unit, StoryFeatures.TITLE),
        length(features, unit, StoryFeatures.NAME | StoryFeatures.FULL),
        kinds(features));
  }

  private static float length(StoryFeatures features, float[] unit, int mark) {
    double square = 0;
    for (int i = 0; i < unit.length; i++) {
      square += features.is(i, mark) ? unit[i] * unit[i] : 0;
    }
    return (float) Math.sqrt(square);
  }

  private static int kinds(StoryFeatures features) {
    int kinds = 0;
    for (byte mark : features.marks()) {
      kinds |= mark;
    }
    return kinds;
  }

  /** Weight of each term before the vector is brought to length 1. */
  static float[] weights(StoryFeatures features, float[] idf) {
    var weights = new float[idf.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = features.is(i, StoryFeatures.UNIT) ? 0 : features.weights()[i] * idf[i];
    }
    return weights;
  }

  /** Places of the heaviest weights, ascending; at most as many as a report remembers. */
  static int[] heaviest(float[] weights) {
    var order = new long[weights.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) Float.floatToIntBits(weights[i]) << 32 | i;
    }
    Arrays.sort(order);
    var kept = new int[TERMS_MAX];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = (int) order[order.length - 1 - i];
    }
    Arrays.sort(kept);
    return kept;
  }

  static float[] unit(float[] weights) {
    double square = 0;
    for (float weight : weights) {
      square += weight * weight;
    }
    float norm = (float) Math.sqrt(square);
    for (int i = 0; i < weights.length && norm > 0; i++) {
      weights[i] /= norm;
    }
    return weights;
  }

  long article() {
    return features.article();
  }

  int[] terms() {
    return features.terms();
  }

  boolean is(int term, int mark) {
    return features.is(term, mark);
  }

  /** Whether any term has the mark. */
  boolean has(int mark) {
    return (kinds & mark) != 0;
  }

  /**
   * Of two reports.
   *
   * @param places of this one's terms
   */
  double cosine(WordPlaces places, Sample other) {
    int[] terms = other.terms();
    double dot = 0;
    for (int j = 0; j < terms.length; j++) {
      int i = places.first(terms[j]);
      dot += i < 0 ? 0 : unit[i] * other.unit[j];
    }
    return dot;
  }
}
