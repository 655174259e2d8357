package org.skep.copies;

import java.util.Arrays;
import org.skep.text.WordPlaces;

/**
 * Which sentences of two articles say the same in nearly the same words: every sentence takes the
 * one that shares most words with it. Linear in the words, times the few places a word has.
 *
 * @param there for each sentence here its partner; -1 for none
 * @param in share of the words here in sentences that have a partner
 * @param of share of the words there in sentences that are one
 * @param same share of words that partners share
 * @param order share of neighbours whose partners follow each other
 */
@SuppressWarnings("ArrayRecordComponent")
record SentencePairs(int[] there, double in, double of, double same, double order) {
  /** Partners share so many of their words, Dice's measure. */
  private static final double LIKE_MIN = 0.5;

  /** Places of one word looked at. */
  private static final int PLACES_MAX = 12;

  static SentencePairs of(
      Sentences here, WordPlaces places, Sentences there, CopyFeatures thereFeatures) {
    var partner = new int[here.size()];
    var likeness = new double[here.size()];
    Arrays.fill(partner, -1);
    var shared = new int[here.size()];
    double taken = 0;
    double all = 0;
    for (int s = 0; s < there.size(); s++) {
      Arrays.fill(shared, 0);
      count(here, places, thereFeatures.words(), there.begin(s), there.end(s), shared);
      int best = -1;
      double most = LIKE_MIN;
      for (int h = 0; h < shared.length; h++) {
        double like = 2.0 * shared[h] / (here.length(h) + there.length(s));
        if (like > most) {
          most = like;
          best = h;
        }
      }
      all += there.length(s);
      if (best >= 0) {
        taken += there.length(s);
        if (most > likeness[best]) {
          likeness[best] = most;
          partner[best] = s;
        }
      }
    }
    return measure(here, partner, likeness, all == 0 ? 0 : taken / all);
  }

  private static SentencePairs measure(
      Sentences here, int[] partner, double[] likeness, double of) {
    double paired = 0;
    double all = 0;
    double same = 0;
    int steps = 0;
    int forward = 0;
    for (int h = 0; h < partner.length; h++) {
      all += here.length(h);
      if (partner[h] >= 0) {
        paired += here.length(h);
        same += likeness[h] * here.length(h);
        if (h > 0 && partner[h - 1] >= 0) {
          steps++;
          forward += partner[h] == partner[h - 1] + 1 ? 1 : 0;
        }
      }
    }
    return new SentencePairs(
        partner,
        all == 0 ? 0 : paired / all,
        of,
        paired == 0 ? 0 : same / paired,
        steps == 0 ? 0 : (double) forward / steps);
  }

  private static void count(
      Sentences here, WordPlaces places, int[] words, int begin, int end, int[] shared) {
    for (int w = begin; w < end; w++) {
      int last = -1;
      int looked = 0;
      for (int p = places.first(words[w]);
          p >= 0 && looked < PLACES_MAX;
          p = places.next(p), looked++) {
        int sentence = here.of(p);
        if (sentence >= 0 && sentence != last) {
          shared[sentence]++;
          last = sentence;
        }
      }
    }
  }
}
