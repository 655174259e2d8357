package org.skep.bench.quotes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.skep.quotes.QuoteFinder;
import org.skep.quotes.QuoteFinder.Candidate;

/**
 * Teaches how likely a candidate is right. It is right when its content overlaps a gold
 * attribution's by half (intersection over union of letters and digits) and their sources overlap;
 * one that matches an attribution without source teaches nothing, nor does speech reported inside a
 * quotation. Logistic regression with L2, fitted by AdaGrad in an order drawn from a fixed seed.
 */
final class CandidateLessons {
  private static final int EPOCHS = 30;
  private static final double RATE = 0.15;
  private static final double L2 = 2e-5;
  private static final double OVERLAP_MIN = 0.5;

  private enum Verdict {
    RIGHT,
    WRONG,
    UNKNOWN
  }

  private static final int FOLDS = 5;
  private static final int CALIBRATION_STEPS = 2000;
  private static final double CALIBRATION_RATE = 0.5;

  private final List<List<String>> signs = new ArrayList<>();
  private final List<Integer> folds = new ArrayList<>();
  private final List<Boolean> truth = new ArrayList<>();
  private final SignCounts counts = new SignCounts();

  /**
   * @param article number of the article; it decides the fold of its candidates
   */
  void learn(int article, GoldQuotes gold, Candidate candidate) {
    Verdict verdict = candidate.nested() ? Verdict.UNKNOWN : verdict(gold, candidate);
    if (verdict != Verdict.UNKNOWN) {
      add(article, candidate.signs(), verdict);
      add(article, abroad(candidate.signs()), verdict);
    }
  }

  private void add(int article, List<String> lesson, Verdict verdict) {
    signs.add(lesson);
    folds.add(article % FOLDS);
    truth.add(verdict == Verdict.RIGHT);
    counts.add(lesson);
  }

  /** The same candidate as another language would show it: its cue has no weight of its own. */
  private static List<String> abroad(List<String> signs) {
    var abroad = new ArrayList<String>(signs);
    if (abroad.removeIf(sign -> sign.startsWith("cue ") && !sign.startsWith("cue number"))) {
      abroad.add(QuoteFinder.UNKNOWN_CUE);
    }
    return abroad;
  }

  private static Verdict verdict(GoldQuotes gold, Candidate candidate) {
    int[][] content = GoldQuotes.spans(candidate.quote().content());
    int[][] source = GoldQuotes.spans(candidate.quote().source());
    Verdict verdict = Verdict.WRONG;
    for (GoldQuotes.Attribution attribution : gold.attributions()) {
      if (gold.overlap(content, attribution.content()) < OVERLAP_MIN) {
        continue;
      }
      if (attribution.source().length == 0) {
        verdict = Verdict.UNKNOWN;
      } else if (gold.common(source, attribution.source()) > 0) {
        return Verdict.RIGHT;
      }
    }
    return verdict;
  }

  int size() {
    return signs.size();
  }

  /** The weights of all lessons, with a slope and an offset that make them honest unseen. */
  Map<String, Double> fit() {
    var numbers = counts.numbers();
    var lessons = signs.stream().map(lesson -> SignCounts.numbered(lesson, numbers)).toList();
    var unseen = new double[lessons.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      double[] weights = fit(lessons, numbers.size(), fold);
      for (int i = 0; i < unseen.length; i++) {
        unseen[i] = folds.get(i) == fold ? sum(lessons.get(i), weights) : unseen[i];
      }
    }
    var fitted = SignCounts.weights(numbers, fit(lessons, numbers.size(), -1));
    double[] line = calibration(unseen);
    fitted.put(QuoteFinder.CALIBRATION_SLOPE, line[0]);
    fitted.put(QuoteFinder.CALIBRATION_OFFSET, line[1]);
    return fitted;
  }

  /** Fits all lessons but those of one fold. */
  private double[] fit(List<int[]> lessons, int size, int without) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < lessons.size(); i++) {
      if (folds.get(i) != without) {
        order.add(i);
      }
    }
    var weights = new double[size];
    var squares = new double[size];
    var random = new Random(5);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        double error = target(i) - probability(sum(lessons.get(i), weights));
        for (int sign : lessons.get(i)) {
          double gradient = error - L2 * order.size() / 100 * weights[sign];
          squares[sign] += gradient * gradient;
          weights[sign] += RATE * gradient / Math.sqrt(1e-6 + squares[sign]);
        }
      }
    }
    return weights;
  }

  /**
   * Slope and offset for sums of articles the weights have not seen (Platt, "Probabilistic outputs
   * for support vector machines", 1999), by gradient descent.
   */
  private double[] calibration(double[] unseen) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < CALIBRATION_STEPS; step++) {
      double bySlope = 0;
      double byOffset = 0;
      for (int i = 0; i < unseen.length; i++) {
        double error = target(i) - probability(slope * unseen[i] + offset);
        bySlope += error * unseen[i];
        byOffset += error;
      }
      slope += CALIBRATION_RATE * bySlope / unseen.length;
      offset += CALIBRATION_RATE * byOffset / unseen.length;
    }
    return new double[] {Math.round(slope * 1000) / 1000.0, Math.round(offset * 1000) / 1000.0};
  }

  private double target(int lesson) {
    return truth.get(lesson) ? 1 : 0;
  }

  private static double sum(int[] lesson, double[] weights) {
    double sum = 0;
    for (int sign : lesson) {
      sum += weights[sign];
    }
    return sum;
  }

  private static double probability(double sum) {
    return 1 / (1 + Math.exp(-sum));
  }
}
