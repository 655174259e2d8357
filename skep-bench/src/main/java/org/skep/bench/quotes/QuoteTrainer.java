package org.skep.bench.quotes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.skep.quotes.QuoteFinder;

/**
 * Fits the weights of the quotes stage's scorer. Usage: {@code QuoteTrainer OUT
 * GOLD.jsonl[.gz]...}; {@code *N} after a set repeats it N times. Only numbers leave this program:
 * a weight for each sign the program already knows (decision 0005). The same input gives the same
 * file.
 */
public final class QuoteTrainer {
  private QuoteTrainer() {}

  /** Reads gold, fits, writes. */
  public static void main(String[] args) throws IOException {
    var finder = new QuoteFinder();
    var lessons = new CandidateLessons();
    int article = 0;
    for (int a = 1; a < args.length; a++) {
      int star = args[a].indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(args[a].substring(star + 1));
      for (GoldQuotes gold : GoldQuotes.read(star < 0 ? args[a] : args[a].substring(0, star))) {
        article++;
        for (QuoteFinder.Candidate candidate : finder.candidates(gold.article())) {
          for (int n = 0; n < times; n++) {
            lessons.learn(article, gold, candidate);
          }
        }
      }
    }
    Map<String, Double> weights = lessons.fit();
    System.out.printf(Locale.ROOT, "%d candidates, %d weights%n", lessons.size(), weights.size());

    var lines = new ArrayList<String>();
    lines.add("# Written by QuoteTrainer in skep-bench: a sign of an attribution, its weight.");
    weights.forEach(
        (sign, weight) -> lines.add(sign + "\t" + String.format(Locale.ROOT, "%.3f", weight)));
    Files.writeString(Path.of(args[0]), String.join("\n", lines) + "\n");
  }
}
