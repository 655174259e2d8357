package org.skep.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/**
 * Compares what was derived from the demo press with its truth. Every miss is kept as a line that a
 * person can act on.
 */
final class TruthScore {
  /**
   * What came out for one article.
   *
   * @param text {@code null} when the page was not taken for an article
   * @param group joins stories across languages
   * @param origins articles the words come from, by their ids in the demo press
   */
  record Answer(
      @Nullable String text,
      long story,
      long group,
      Copy.@Nullable Kind kind,
      List<String> origins,
      List<Statement> statements) {}

  /**
   * One statement.
   *
   * @param speaker the canonical name, {@code null} when unknown
   * @param via the canonical name of who reports it, {@code null} for the article itself
   */
  record Statement(String words, @Nullable String speaker, @Nullable String via) {}

  /** A count of right ones among all. */
  record Share(int right, int all) {
    double value() {
      return all == 0 ? 1 : (double) right / all;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.3f (%d of %d)", value(), right, all);
    }
  }

  /** Several counts by name. */
  record Shares(Map<String, Share> byName) {
    static Shares of(Object... namesAndShares) {
      var byName = new TreeMap<String, Share>();
      for (int i = 0; i < namesAndShares.length; i += 2) {
        byName.put((String) namesAndShares[i], (Share) namesAndShares[i + 1]);
      }
      return new Shares(byName);
    }

    double of(String name) {
      return byName.getOrDefault(name, new Share(0, 1)).value();
    }

    @Override
    public String toString() {
      return byName.toString();
    }
  }

  private final List<DemoArticle> articles;
  private final Map<String, Answer> answers;
  private final List<String> misses = new ArrayList<>();

  TruthScore(List<DemoArticle> articles, Map<String, Answer> answers) {
    this.articles = articles;
    this.answers = answers;
  }

  List<String> misses() {
    return misses;
  }

  /** Words of the articles that were kept, and words kept that are of the articles. */
  Shares extraction() {
    int right = 0;
    int kept = 0;
    int written = 0;
    for (DemoArticle article : articles) {
      Map<String, Integer> truth = words(String.join("\n", article.first().paragraphs()));
      Map<String, Integer> found = words(Optional.ofNullable(answer(article).text()).orElse(""));
      int both = 0;
      for (var word : truth.entrySet()) {
        both += Math.min(word.getValue(), found.getOrDefault(word.getKey(), 0));
      }
      int size = sum(truth);
      int foundSize = sum(found);
      right += both;
      kept += foundSize;
      written += size;
      if (both < size - 2 || foundSize > both + 12) {
        misses.add(
            "extract "
                + article.id()
                + ": "
                + size
                + " words, found "
                + foundSize
                + ", both "
                + both);
      }
    }
    return Shares.of("recall", new Share(right, written), "precision", new Share(right, kept));
  }

  /** Pairs of articles put together that belong together. */
  Shares stories(boolean acrossLanguages) {
    int together = 0;
    int right = 0;
    int belong = 0;
    for (int i = 0; i < articles.size(); i++) {
      for (int j = 0; j < i; j++) {
        DemoArticle a = articles.get(i);
        DemoArticle b = articles.get(j);
        boolean sameLanguage = a.outlet().language().equals(b.outlet().language());
        if (sameLanguage == acrossLanguages) {
          continue;
        }
        boolean truth = a.story().equals(b.story());
        boolean found =
            acrossLanguages
                ? answer(a).group() == answer(b).group()
                : answer(a).story() == answer(b).story();
        together += found ? 1 : 0;
        belong += truth ? 1 : 0;
        right += found && truth ? 1 : 0;
        if (found != truth) {
          misses.add(
              "stories wrongly " + (found ? "together: " : "apart: ") + b.id() + " + " + a.id());
        }
      }
    }
    return Shares.of("precision", new Share(right, together), "recall", new Share(right, belong));
  }

  /** Copies whose origins and whose kind are right; originals that are called originals. */
  Shares copies() {
    int copies = 0;
    int origin = 0;
    int kind = 0;
    int originals = 0;
    int leftAlone = 0;
    for (DemoArticle article : articles) {
      Answer answer = answer(article);
      boolean original = article.kind() == Copy.Kind.ORIGINAL;
      if (original) {
        originals++;
        boolean alone = answer.kind() == null || answer.kind() == Copy.Kind.ORIGINAL;
        leftAlone += alone ? 1 : 0;
        if (!alone) {
          misses.add(
              "copies "
                  + article.id()
                  + " is original, found "
                  + answer.kind()
                  + " of "
                  + answer.origins());
        }
        continue;
      }
      copies++;
      boolean originRight =
          answer.origins().size() == article.origins().size()
              && answer.origins().containsAll(article.origins());
      boolean kindRight = answer.kind() == article.kind();
      origin += originRight ? 1 : 0;
      kind += kindRight ? 1 : 0;
      if (!originRight || !kindRight) {
        misses.add(
            "copies "
                + article.id()
                + " is "
                + article.kind()
                + " of "
                + article.origins()
                + ", found "
                + answer.kind()
                + " of "
                + answer.origins());
      }
    }
    return Shares.of(
        "origins", new Share(origin, copies),
        "kinds", new Share(kind, copies),
        "originals", new Share(leftAlone, originals));
  }

  /** Statements that were found, and of those the ones with the right speaker. */
  Shares statements() {
    int all = 0;
    int found = 0;
    int speaker = 0;
    int nested = 0;
    int chains = 0;
    for (DemoArticle article : articles) {
      for (DemoArticle.Said said : article.said()) {
        all++;
        var match =
            answer(article).statements().stream()
                .filter(statement -> overlaps(statement.words(), said.words()))
                .toList();
        boolean right =
            match.stream().anyMatch(statement -> said.speaker().equals(statement.speaker()));
        found += match.isEmpty() ? 0 : 1;
        speaker += right ? 1 : 0;
        if (said.via() != null) {
          nested++;
          chains +=
              match.stream()
                      .anyMatch(statement ->
                          said.speaker().equals(statement.speaker())
                              && said.via().equals(statement.via()))
                  ? 1
                  : 0;
        }
        if (!right) {
          misses.add(
              "quotes "
                  + article.id()
                  + ": "
                  + said.speaker()
                  + (said.via() == null ? "" : " (by " + said.via() + ")")
                  + ": "
                  + said.words()
                  + ", found "
                  + match.stream().map(Statement::speaker).toList());
        }
      }
    }
    return Shares.of(
        "found", new Share(found, all),
        "speakers", new Share(speaker, found),
        "chains", new Share(chains, nested));
  }

  /** The answer for an article of the demo press. */
  Answer answer(String id) {
    return answers.getOrDefault(id, new Answer(null, 0, 0, null, List.of(), List.of()));
  }

  private Answer answer(DemoArticle article) {
    Answer answer = answers.get(article.id());
    if (answer == null) {
      long own = article.id().hashCode();
      return new Answer(null, own, own, null, List.of(), List.of());
    }
    return answer;
  }

  private static boolean overlaps(String found, String said) {
    String a = letters(found);
    String b = letters(said);
    return a.contains(b) || (a.length() > 12 && b.contains(a));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Map<String, Integer> words(String text) {
    var words = new HashMap<String, Integer>();
    for (String word : letters(text).split(" ")) {
      if (!word.isEmpty()) {
        words.merge(word, 1, Integer::sum);
      }
    }
    return new TreeMap<>(words);
  }

  private static int sum(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }
}
