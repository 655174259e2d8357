package org.skep.stories;

import org.skep.text.WordPlaces;

/**
 * A report weighed by how rare its terms are now.
 *
 * @param idf of each of the sample's terms
 * @param idfMax that of a term never met
 * @param places of the sample's terms, to meet those of many stories
 */
@SuppressWarnings("ArrayRecordComponent")
public record Weighed(Sample sample, float[] idf, float idfMax, WordPlaces places) {
  private Weighed(Sample sample, float[] idf, float idfMax) {
    this(sample, idf, idfMax, new WordPlaces(sample.terms()));
  }

  static Weighed of(StoryFeatures features, TermCounts counts) {
    float[] idf = counts.idf(features);
    float idfMax = counts.idfMax(features);
    float[] weights = Sample.weights(features, idf);
    if (weights.length <= Sample.TERMS_MAX) {
      return new Weighed(new Sample(features, Sample.unit(weights)), idf, idfMax);
    }
    int[] kept = Sample.heaviest(weights);
    var sample = new Sample(features.only(kept), Sample.unit(only(kept, weights)));
    return new Weighed(sample, only(kept, idf), idfMax);
  }

  private static float[] only(int[] kept, float[] of) {
    var only = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      only[i] = of[kept[i]];
    }
    return only;
  }
}
