package org.skep.bench.quotes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.skep.model.Article;
import org.skep.model.Span;
import org.skep.quotes.QuoteFinder;
import org.skep.quotes.QuoteFinder.Candidate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fits the weights of the quotes stage's scorer. Usage: {@code QuoteTrainer OUT
 * GOLD.jsonl[.gz]...}; {@code *N} after a set repeats it N times. Only numbers leave this program:
 * a weight for each sign the program already knows (decision 0005).
 *
 * <p>Logistic regression with L2 by AdaGrad. A candidate is right when its content overlaps a gold
 * attribution's by half (intersection over union of letters and digits) and their sources overlap;
 * one that matches an attribution without source teaches nothing, nor does speech reported inside a
 * quotation. The same input gives the same file.
 */
public final class QuoteTrainer {
  private static final int EPOCHS = 30;
  private static final double RATE = 0.15;
  private static final double L2 = 2e-5;
  private static final int SEEN_MIN = 12;

  private QuoteTrainer() {}

  private record Lesson(int[] signs, boolean right) {}

  /** Reads gold, fits, writes. */
  public static void main(String[] args) throws IOException {
    var finder = new QuoteFinder();
    var raw = new ArrayList<List<String>>();
    var truth = new ArrayList<Boolean>();
    for (int a = 1; a < args.length; a++) {
      int star = args[a].indexOf('*');
      int times = star < 0 ? 1 : Integer.parseInt(args[a].substring(star + 1));
      int before = raw.size();
      for (JsonNode document : read(star < 0 ? args[a] : args[a].substring(0, star))) {
        for (int n = 0; n < times; n++) {
          learn(finder, document, raw, truth);
        }
      }
      System.out.printf(Locale.ROOT, "%s: %d candidates%n", args[a], raw.size() - before);
    }
    var names = names(raw);
    var lessons = lessons(raw, truth, names);
    double[] weights = fit(lessons, names.size());
    var lines = new ArrayList<String>();
    lines.add("# Written by QuoteTrainer in skep-bench: a sign of an attribution, its weight.");
    new TreeMap<>(names)
        .forEach((name, index) -> {
          if (Math.abs(weights[index]) >= 0.01) {
            lines.add(name + "\t" + String.format(Locale.ROOT, "%.2f", weights[index]));
          }
        });
    Files.writeString(Path.of(args[0]), String.join("\n", lines) + "\n");
    System.out.printf(Locale.ROOT, "%d weights%n", lines.size() - 1);
  }

  private static List<JsonNode> read(String file) throws IOException {
    var mapper = JsonMapper.builder().build();
    var documents = new ArrayList<JsonNode>();
    try (InputStream in = Files.newInputStream(Path.of(file));
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          documents.add(mapper.readTree(line));
        }
      }
    }
    return documents;
  }

  private static void learn(
      QuoteFinder finder, JsonNode document, List<List<String>> raw, List<Boolean> truth) {
    String text = document.get("text").asString();
    var article =
        Article.of(
            1, "", "", "T", text, document.path("language").asString("en"), null, Instant.EPOCH);
    int[] units = units(text);
    var gold = new ArrayList<int[][][]>();
    for (JsonNode attribution : document.get("attributions")) {
      gold.add(
          new int[][][] {
            spans(attribution.path("content"), units), spans(attribution.path("source"), units)
          });
    }
    for (Candidate candidate : finder.candidates(article)) {
      int verdict = candidate.nested() ? -1 : verdict(text, candidate, gold);
      if (verdict >= 0) {
        raw.add(candidate.signs());
        truth.add(verdict == 1);
        raw.add(abroad(candidate.signs()));
        truth.add(verdict == 1);
      }
    }
  }

  /** The same candidate as another language would show it: its cue has no weight of its own. */
  private static List<String> abroad(List<String> signs) {
    var abroad = new ArrayList<String>(signs);
    if (abroad.removeIf(sign -> sign.startsWith("cue ") && !sign.startsWith("cue number"))) {
      abroad.add(QuoteFinder.UNKNOWN_CUE);
    }
    return abroad;
  }

  /** 1 right, 0 wrong, -1 cannot be judged. */
  private static int verdict(String text, Candidate candidate, List<int[][][]> gold) {
    int[][] content = spans(candidate.quote().content());
    int[][] source = spans(candidate.quote().source());
    int verdict = 0;
    for (int[][][] attribution : gold) {
      int both = common(text, content, attribution[0]);
      if (both == 0 || both * 2 < letters(text, content) + letters(text, attribution[0]) - both) {
        continue;
      }
      if (attribution[1].length == 0) {
        verdict = -1;
      } else if (common(text, source, attribution[1]) > 0) {
        return 1;
      }
    }
    return verdict;
  }

  private static int[][] spans(List<Span> spans) {
    return spans.stream().map(s -> new int[] {s.begin(), s.end()}).toArray(int[][]::new);
  }

  private static int[][] spans(JsonNode spans, int[] units) {
    var list = new ArrayList<int[]>();
    for (JsonNode span : spans) {
      list.add(new int[] {units[span.get(0).asInt()], units[span.get(1).asInt()]});
    }
    return list.toArray(int[][]::new);
  }

  /** For every code point its offset in UTF-16. */
  private static int[] units(String text) {
    var units = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, at = 0; i < units.length; i++) {
      units[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return units;
  }

  private static int common(String text, int[][] a, int[][] b) {
    int common = 0;
    for (int[] x : a) {
      for (int[] y : b) {
        common += letters(text, Math.max(x[0], y[0]), Math.min(x[1], y[1]));
      }
    }
    return common;
  }

  private static int letters(String text, int[][] spans) {
    int letters = 0;
    for (int[] span : spans) {
      letters += letters(text, span[0], span[1]);
    }
    return letters;
  }

  private static int letters(String text, int begin, int end) {
    int letters = 0;
    for (int i = begin; i < end; i++) {
      letters += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private static Map<String, Integer> names(List<List<String>> raw) {
    var counts = new HashMap<String, Integer>();
    raw.forEach(signs -> signs.forEach(sign -> counts.merge(sign, 1, Integer::sum)));
    var names = new TreeMap<String, Integer>();
    for (String sign : new TreeMap<>(counts).keySet()) {
      if (counts.getOrDefault(sign, 0) >= SEEN_MIN) {
        names.put(sign, names.size());
      }
    }
    return names;
  }

  private static List<Lesson> lessons(
      List<List<String>> raw, List<Boolean> truth, Map<String, Integer> names) {
    var lessons = new ArrayList<Lesson>();
    for (int i = 0; i < raw.size(); i++) {
      int[] signs =
          raw.get(i).stream()
              .filter(names::containsKey)
              .mapToInt(sign -> names.getOrDefault(sign, 0))
              .toArray();
      lessons.add(new Lesson(signs, truth.get(i)));
    }
    return lessons;
  }

  private static double[] fit(List<Lesson> lessons, int size) {
    var weights = new double[size];
    var squares = new double[size];
    var order = new ArrayList<>(lessons);
    var random = new Random(5);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      java.util.Collections.shuffle(order, random);
      double loss = 0;
      for (Lesson lesson : order) {
        double sum = 0;
        for (int sign : lesson.signs()) {
          sum += weights[sign];
        }
        double p = 1 / (1 + Math.exp(-sum));
        double error = (lesson.right() ? 1 : 0) - p;
        loss -= Math.log(Math.max(1e-9, lesson.right() ? p : 1 - p));
        for (int sign : lesson.signs()) {
          double gradient = error - L2 * lessons.size() / 100 * weights[sign];
          squares[sign] += gradient * gradient;
          weights[sign] += RATE * gradient / Math.sqrt(1e-6 + squares[sign]);
        }
      }
      if (epoch % 10 == 9) {
        System.out.printf(Locale.ROOT, "epoch %d: loss %.4f%n", epoch + 1, loss / lessons.size());
      }
    }
    return weights;
  }
}
