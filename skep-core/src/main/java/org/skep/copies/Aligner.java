package org.skep.copies;

import org.skep.copies.LinkSignals.Pair;
import org.skep.text.WordPlaces;

/** Aligns articles with one: its 5-grams and words in tables, once for all candidates. */
final class Aligner {
  private final CopyFeatures here;
  private final float[] weights;
  private final WordPlaces grams;
  private final WordPlaces words;
  private final Sentences sentences;
  private final double total;
  private final int size;

  /**
   * @param weights what each 5-gram counts, 0 to 1
   */
  Aligner(CopyFeatures here, float[] weights) {
    this.here = here;
    this.weights = weights;
    grams = new WordPlaces(here.grams());
    words = new WordPlaces(here.words());
    sentences = new Sentences(here);
    double sum = 0;
    int n = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      n += here.grams()[i] == 0 ? 0 : 1;
    }
    total = sum;
    size = n;
  }

  /** The 5-grams shared; the candidate's text must not be forgotten. */
  Overlap overlap(Document candidate) {
    return Overlap.of(here, weights, grams, total, size, candidate.features, candidate.weights);
  }

  /** The sentences too, for one that has much in common. */
  Pair pair(Document candidate, Overlap overlap) {
    CopyFeatures there = candidate.features;
    var sentencesThere = new Sentences(there);
    var pairs = SentencePairs.of(sentences, words, sentencesThere, there);
    int[] changed = Alterations.between(here, sentences, there, sentencesThere, pairs);
    return new Pair(here, there, overlap, pairs, changed);
  }

  /** Share of what one overlap covers of this article that another covers too. */
  double common(Overlap of, Overlap with) {
    double all = 0;
    double both = 0;
    for (int i = 0; i < weights.length; i++) {
      if (of.covered()[i]) {
        all += weights[i];
        both += with.covered()[i] ? weights[i] : 0;
      }
    }
    return all == 0 ? 1 : both / all;
  }

  /** Share of this article that one match covers and another does not. */
  double gain(Match by, Match beside) {
    double gain = 0;
    for (int i = 0; i < weights.length; i++) {
      gain += by.covered()[i] && !beside.covered()[i] ? weights[i] : 0;
    }
    return total == 0 ? 0 : gain / total;
  }

  /** Words in a row that one match covers and another does not, none counting less than this. */
  int run(Match by, Match beside, float least) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < weights.length; i++) {
      boolean own = by.covered()[i] && !beside.covered()[i];
      boolean stock = here.grams()[i] != 0 && weights[i] < least;
      run = own && !stock ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Share of this article's 5-grams that stood in it before. */
  double repeated() {
    int repeated = 0;
    for (int i = 0; i < weights.length; i++) {
      repeated += here.grams()[i] != 0 && grams.first(here.grams()[i]) != i ? 1 : 0;
    }
    return (double) repeated / Math.max(1, size);
  }

  CopyFeatures here() {
    return here;
  }
}
