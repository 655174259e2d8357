package org.skep.stories;

import java.util.List;

/**
 * How an article and a story compare, as the numbers the join model reads. One merge of two sorted
 * term lists and one for each sampled report; nothing is remembered.
 */
final class Likeness {
  /** In the order of {@link #signals}; the model file names them. */
  static final List<String> NAMES =
      List.of(
          "cosine", // of all terms
          "titles", // cosine of the headlines
          "titleIn", // share of the headline's weight the story knows
          "leadIn", // the same for the first words
          "titleCommon", // the same, counting how many reports know it
          "namesIn", // share of the article's leading names the story knows
          "namesOf", // share of the story's names the article knows
          "fullNames", // full names both have
          "unnamed", // the article's lead has no name
          "numbers", // numbers with units both have
          "conflicts", // same unit, other number
          "bestPair", // cosine to the nearest report
          "meanPair", // mean cosine to the reports
          "worstPair",
          "hours", // from the story's last report
          "day", // Gaussian of that
          "days3",
          "age", // Gaussian of the time from its first report
          "small", // 1 / reports
          "size", // log of reports
          "body", // has the article a text
          "bodies", // have the story's reports
          "length",
          "sameOutlet",
          "lead", // its score against the best other candidate's
          "rank",
          "titlePair", // best cosine of headlines with a report
          "rare"); // weight of the rarest shared terms

  private static final int PAIRS = 8;

  private Likeness() {}

  /**
   * @param rival the best cheap score of another candidate
   */
  static float[] signals(
      Story.Sample here, float[] idf, Story story, float cheap, float rival, int rank) {
    var features = here.features();
    var signals = new float[NAMES.size()];
    centroid(here, idf, story, signals);
    pairs(here, story, signals);
    double gap =
        Math.max(0, Math.max(features.seconds() - story.last, story.first - features.seconds()));
    double age = Math.abs(features.seconds() - story.first);
    signals[14] = (float) Math.min(400, gap / 3600);
    signals[15] = gauss(gap, 1);
    signals[16] = gauss(gap, 3);
    signals[17] = gauss(age, 3);
    signals[18] = 1f / Math.min(100, Math.max(1, story.reports));
    signals[19] = (float) Math.log(Math.max(1, story.reports));
    signals[20] = features.hasBody() ? 1 : 0;
    signals[21] = bodies(story);
    signals[22] = (float) Math.log1p(features.words());
    signals[23] = sameOutlet(features, story) ? 1 : 0;
    signals[24] = cheap / (cheap + rival + 1e-6f);
    signals[25] = Math.min(rank, 8);
    return signals;
  }

  private static float gauss(double seconds, int days) {
    double x = seconds / (86_400.0 * days);
    return (float) Math.exp(-x * x / 2);
  }

  private static float bodies(Story story) {
    int n = 0;
    for (var sample : story.samples) {
      n += sample.features().hasBody() ? 1 : 0;
    }
    return story.samples.isEmpty() ? 0 : (float) n / story.samples.size();
  }

  private static boolean sameOutlet(StoryFeatures features, Story story) {
    for (int outlet : story.outlets) {
      if (outlet == features.outlet()) {
        return true;
      }
    }
    return false;
  }

  private static void centroid(Story.Sample here, float[] idf, Story story, float[] signals) {
    var features = here.features();
    int[] terms = features.terms();
    double dot = 0;
    double titleDot = 0;
    double titleSquare = 0;
    double titleAll = 0;
    double titleIn = 0;
    double titleCommon = 0;
    double leadAll = 0;
    double leadIn = 0;
    double namesAll = 0;
    double namesIn = 0;
    double namesOf = 0;
    double namesThere = 0;
    int full = 0;
    int numbers = 0;
    int units = 0;
    float rare1 = 0;
    float rare2 = 0;
    int j = 0;
    for (int i = 0; i < terms.length; i++) {
      while (j < story.terms.length && story.terms[j] < terms[i]) {
        namesThere += story.names[j] * worth(story, j);
        j++;
      }
      boolean shared = j < story.terms.length && story.terms[j] == terms[i];
      float share = shared ? story.share[j] / story.weight : 0;
      boolean name = features.is(i, StoryFeatures.NAME | StoryFeatures.FULL);
      if (shared) {
        dot += here.unit()[i] * story.body[j];
        float both = story.names[j] * worth(story, j);
        namesThere += both;
        namesOf += both;
        if (idf[i] > rare1) {
          rare2 = rare1;
          rare1 = idf[i];
        } else if (idf[i] > rare2) {
          rare2 = idf[i];
        }
        full += features.is(i, StoryFeatures.FULL) ? 1 : 0;
        numbers += features.is(i, StoryFeatures.NUMBER) ? 1 : 0;
        units += features.is(i, StoryFeatures.UNIT) ? 1 : 0;
      }
      if (features.is(i, StoryFeatures.TITLE)) {
        float w = here.unit()[i];
        titleSquare += w * w;
        titleDot += shared ? w * story.title[j] : 0;
        titleAll += idf[i];
        titleIn += shared ? idf[i] : 0;
        titleCommon += share * idf[i];
      }
      if (features.is(i, StoryFeatures.LEAD)) {
        leadAll += idf[i];
        leadIn += shared ? idf[i] : 0;
      }
      if (name && features.is(i, StoryFeatures.TITLE | StoryFeatures.LEAD)) {
        namesAll += idf[i];
        namesIn += shared ? idf[i] : 0;
      }
      j += shared ? 1 : 0;
    }
    for (; j < story.terms.length; j++) {
      namesThere += story.names[j] * worth(story, j);
    }
    signals[0] = ratio(dot, story.bodyNorm);
    signals[1] = ratio(titleDot, Math.sqrt(titleSquare) * story.titleNorm);
    signals[2] = ratio(titleIn, titleAll);
    signals[3] = ratio(leadIn, leadAll);
    signals[4] = ratio(titleCommon, titleAll);
    signals[5] = ratio(namesIn, namesAll);
    signals[6] = ratio(namesOf, namesThere);
    signals[7] = Math.min(6, full);
    signals[8] = namesAll == 0 ? 1 : 0;
    signals[9] = Math.min(5, numbers);
    signals[10] = Math.min(5, Math.max(0, units - numbers));
    signals[27] = rare1 + rare2;
  }

  /** What a name weighs in the story. */
  private static float worth(Story story, int term) {
    return story.share[term] == 0 ? 0 : story.body[term] / story.share[term];
  }

  private static float ratio(double part, double whole) {
    return whole <= 0 ? 0 : (float) (part / whole);
  }

  private static void pairs(Story.Sample here, Story story, float[] signals) {
    int n = 0;
    double sum = 0;
    float best = 0;
    float worst = 1;
    float bestTitle = 0;
    int from = Math.max(0, story.samples.size() - PAIRS);
    for (int k = from; k < story.samples.size(); k++) {
      var there = story.samples.get(k);
      if (there.features().article() == here.features().article()) {
        continue;
      }
      float cosine = cosine(here, there, signals);
      bestTitle = Math.max(bestTitle, signals[26]);
      best = Math.max(best, cosine);
      worst = Math.min(worst, cosine);
      sum += cosine;
      n++;
    }
    signals[11] = best;
    signals[12] = n == 0 ? 0 : (float) (sum / n);
    signals[13] = n == 0 ? 0 : worst;
    signals[26] = bestTitle;
  }

  /** Of two stories. */
  static double cosine(Story a, Story b) {
    double dot = 0;
    int j = 0;
    for (int i = 0; i < a.terms.length; i++) {
      while (j < b.terms.length && b.terms[j] < a.terms[i]) {
        j++;
      }
      if (j < b.terms.length && b.terms[j] == a.terms[i]) {
        dot += a.body[i] * b.body[j];
      }
    }
    return ratio(dot, (double) a.bodyNorm * b.bodyNorm);
  }

  /** Of two reports. */
  static double cosine(Story.Sample here, Story.Sample there) {
    return cosine(here, there, new float[NAMES.size()]);
  }

  /** Leaves the headlines' cosine in its signal. */
  private static float cosine(Story.Sample here, Story.Sample there, float[] signals) {
    int[] a = here.features().terms();
    int[] b = there.features().terms();
    double dot = 0;
    double title = 0;
    double titleA = 0;
    double titleB = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      while (j < b.length && b[j] < a[i]) {
        float w = there.features().is(j, StoryFeatures.TITLE) ? there.unit()[j] : 0;
        titleB += w * w;
        j++;
      }
      float wa = here.features().is(i, StoryFeatures.TITLE) ? here.unit()[i] : 0;
      titleA += wa * wa;
      if (j < b.length && b[j] == a[i]) {
        dot += here.unit()[i] * there.unit()[j];
        float wb = there.features().is(j, StoryFeatures.TITLE) ? there.unit()[j] : 0;
        title += wa * wb;
      }
    }
    for (; j < b.length; j++) {
      float w = there.features().is(j, StoryFeatures.TITLE) ? there.unit()[j] : 0;
      titleB += w * w;
    }
    signals[26] = ratio(title, Math.sqrt(titleA * titleB));
    return (float) dot;
  }
}
