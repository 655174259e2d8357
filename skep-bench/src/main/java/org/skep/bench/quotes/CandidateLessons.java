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

  private final List<List<String>> signs = new ArrayList<>();
  private final List<Boolean> truth = new ArrayList<>();
  private final SignCounts counts = new SignCounts();

  void learn(GoldQuotes gold, Candidate candidate) {
    Verdict verdict = candidate.nested() ? Verdict.UNKNOWN : verdict(gold, candidate);
    if (verdict != Verdict.UNKNOWN) {
      add(candidate.signs(), verdict);
      add(abroad(candidate.signs()), verdict);
    }
  }

  private void add(List<String> lesson, Verdict verdict) {
    signs.add(lesson);
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

  Map<String, Double> fit() {
    var numbers = counts.numbers();
    var lessons = signs.stream().map(lesson -> SignCounts.numbered(lesson, numbers)).toList();
    var order = new ArrayList<Integer>();
    for (int i = 0; i < lessons.size(); i++) {
      order.add(i);
    }
    var weights = new double[numbers.size()];
    var squares = new double[numbers.size()];
    var random = new Random(5);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int i : order) {
        double sum = 0;
        for (int sign : lessons.get(i)) {
          sum += weights[sign];
        }
        double error = (truth.get(i) ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (int sign : lessons.get(i)) {
          double gradient = error - L2 * lessons.size() / 100 * weights[sign];
          squares[sign] += gradient * gradient;
          weights[sign] += RATE * gradient / Math.sqrt(1e-6 + squares[sign]);
        }
      }
    }
    return SignCounts.weights(numbers, weights);
  }
}
