package org.skep.bench.quotes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Numbers the signs that were seen often enough to be given a weight, in order of their names. */
final class SignCounts {
  private static final int SEEN_MIN = 12;

  private final Map<String, Integer> counts = new HashMap<>();

  void add(List<String> signs) {
    signs.forEach(sign -> counts.merge(sign, 1, Integer::sum));
  }

  Map<String, Integer> numbers() {
    var numbers = new TreeMap<String, Integer>();
    new TreeMap<>(counts)
        .forEach((sign, count) -> {
          if (count >= SEEN_MIN) {
            numbers.put(sign, numbers.size());
          }
        });
    return numbers;
  }

  /** The numbers of those signs that have one. */
  static int[] numbered(List<String> signs, Map<String, Integer> numbers) {
    return signs.stream()
        .filter(numbers::containsKey)
        .mapToInt(sign -> numbers.getOrDefault(sign, 0))
        .toArray();
  }

  /** The weights by sign, rounded as they are written; what rounds to nothing is left out. */
  static Map<String, Double> weights(Map<String, Integer> numbers, double[] weights) {
    var rounded = new TreeMap<String, Double>();
    numbers.forEach((sign, number) -> {
      double weight = Math.round(weights[number] * 100) / 100.0;
      if (weight != 0) {
        rounded.put(sign, weight);
      }
    });
    return rounded;
  }
}
