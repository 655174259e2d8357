package org.skep.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skep.reading.ArticleView.Change;

/**
 * What changed between two versions, word by word: the longest common subsequence of words, found
 * by dynamic programming between the common beginning and end. Cost: the product of the two changed
 * middles, refused above {@value #CELLS_MAX}, where everything between counts as replaced. Pure.
 */
final class WordDiff {
  private static final int CELLS_MAX = 4_000_000;
  private static final int CONTEXT_WORDS = 14;
  private static final int SUMMARY_MAX = 160;
  private static final Pattern WORD = Pattern.compile("\\S+\\s*");

  private WordDiff() {}

  /** Same, gone and new words in order; long unchanged stretches are left out. */
  static List<Change> between(String before, String after) {
    List<String> a = words(before);
    List<String> b = words(after);
    int head = 0;
    while (head < Math.min(a.size(), b.size()) && same(a.get(head), b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(a.size(), b.size()) - head
        && same(a.get(a.size() - 1 - tail), b.get(b.size() - 1 - tail))) {
      tail++;
    }
    var steps = new ArrayList<Change>();
    a.subList(0, head).forEach(word -> steps.add(new Change(Change.Kind.SAME, word)));
    middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), steps);
    a.subList(a.size() - tail, a.size())
        .forEach(word -> steps.add(new Change(Change.Kind.SAME, word)));
    return fold(steps);
  }

  /** The first changes in one line: "28 → 41 · was added". */
  static String summary(String before, String after) {
    var parts = new ArrayList<String>();
    String gone = "";
    for (Change change : between(before, after)) {
      switch (change.kind()) {
        case GONE -> gone = change.text().strip();
        case NEW -> {
          parts.add(
              gone.isEmpty() ? "+ " + change.text().strip() : gone + " → " + change.text().strip());
          gone = "";
        }
        case SAME, SKIPPED -> {
          if (!gone.isEmpty()) {
            parts.add("– " + gone);
          }
          gone = "";
        }
      }
    }
    if (!gone.isEmpty()) {
      parts.add("– " + gone);
    }
    return Lookup.shorten(String.join(" · ", parts), SUMMARY_MAX);
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static boolean same(String a, String b) {
    return a.strip().equals(b.strip());
  }

  private static void middle(List<String> a, List<String> b, List<Change> steps) {
    if ((long) a.size() * b.size() > CELLS_MAX) {
      a.forEach(word -> steps.add(new Change(Change.Kind.GONE, word)));
      b.forEach(word -> steps.add(new Change(Change.Kind.NEW, word)));
      return;
    }
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(a.get(i), b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && same(a.get(i), b.get(j))) {
        steps.add(new Change(Change.Kind.SAME, b.get(j)));
        i++;
        j++;
      } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        steps.add(new Change(Change.Kind.GONE, a.get(i++)));
      } else {
        steps.add(new Change(Change.Kind.NEW, b.get(j++)));
      }
    }
  }

  /** Joins neighbours of one kind and cuts what is the same down to its ends. */
  private static List<Change> fold(List<Change> steps) {
    var folded = new ArrayList<Change>();
    int at = 0;
    while (at < steps.size()) {
      int end = at;
      Change.Kind kind = steps.get(at).kind();
      while (end < steps.size() && steps.get(end).kind() == kind) {
        end++;
      }
      List<Change> run = steps.subList(at, end);
      if (kind == Change.Kind.SAME && run.size() > 2 * CONTEXT_WORDS) {
        boolean first = at == 0;
        boolean last = end == steps.size();
        if (!first) {
          folded.add(new Change(kind, text(run.subList(0, CONTEXT_WORDS))));
        }
        folded.add(new Change(Change.Kind.SKIPPED, ""));
        if (!last) {
          folded.add(new Change(kind, text(run.subList(run.size() - CONTEXT_WORDS, run.size()))));
        }
      } else {
        folded.add(new Change(kind, text(run)));
      }
      at = end;
    }
    return List.copyOf(folded);
  }

  private static String text(List<Change> run) {
    var text = new StringBuilder();
    run.forEach(change -> text.append(change.text()));
    return text.toString();
  }
}
