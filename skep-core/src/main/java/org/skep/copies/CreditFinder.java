package org.skep.copies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.skep.model.Article;
import org.skep.model.Credit;
import org.skep.text.Fold;
import org.skep.text.TextLines;
import org.skep.text.Words;

/**
 * Finds in the text itself whose words an article prints: an agency in the dateline ("OSLO (Agency)
 * - "), a last line ("Source: X", "This article first appeared on X"), a name in brackets before
 * the first sentence. The phrases are {@code credits.txt}. What the extractor found in the markup
 * is taken as it is. Pure and thread-safe.
 */
public final class CreditFinder {
  private static final int NAME_CHARS_MAX = 60;
  private static final int LINE_CHARS_MAX = 160;
  private static final int OPENING_PARAGRAPHS = 3;
  private static final int DATELINE_CHARS_MAX = 90;

  private record Phrase(String before, String after) {}

  /** The credits, and the words that are credit and not article. */
  static final class Found {
    private final List<Credit> credits = new ArrayList<>();
    private final BitSet masked = new BitSet();

    List<Credit> found() {
      return List.copyOf(credits);
    }

    BitSet masked() {
      return masked;
    }
  }

  private final List<Phrase> phrases;

  /** Loads the phrases. */
  public CreditFinder() {
    phrases =
        TextLines.of(CreditFinder.class, "credits.txt").stream()
            .map(line ->
                new Phrase(
                    Fold.fold(line.substring(0, line.indexOf('*'))),
                    Fold.fold(line.substring(line.indexOf('*') + 1))))
            .toList();
  }

  Found credits(Article article, Words words) {
    var found = new Found();
    found.credits.addAll(article.credits());
    String text = article.text();
    int begin = 0;
    int paragraphs = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (paragraphs < OPENING_PARAGRAPHS && end > begin) {
        opening(text.substring(begin, end), begin, words, found);
      }
      if (end - begin <= LINE_CHARS_MAX && end > begin) {
        line(text.substring(begin, end), begin, end, words, found);
      }
      paragraphs += end > begin ? 1 : 0;
      begin = end + 1;
    }
    return found;
  }

  /** "(Agency) Text", "CITY (Agency) - Text", "CITY, 3 March (Agency) - Text". */
  private static void opening(String line, int at, Words words, Found found) {
    int open = line.indexOf('(');
    int close = open < 0 ? -1 : line.indexOf(')', open);
    if (open < 0 || open > DATELINE_CHARS_MAX || close < 0 || close - open > NAME_CHARS_MAX) {
      return;
    }
    String name = line.substring(open + 1, close).strip();
    String rest = line.substring(close + 1).stripLeading();
    boolean dash = !rest.isEmpty() && "-–—".indexOf(rest.charAt(0)) >= 0;
    boolean before = open > 0 && !line.substring(0, open).contains(". ");
    if (!named(name) || !(open == 0 || (dash && before))) {
      return;
    }
    var kind = dash && open > 0 ? Credit.Kind.AGENCY : Credit.Kind.FIRST_APPEARED;
    found.credits.add(new Credit(kind, name, null, line.substring(0, close + 1)));
    mask(words, at, at + close + 1, found);
    int nested = line.indexOf('(', close);
    if (open == 0 && nested > 0) { // "(Host) CITY (Agency) - Text"
      opening(line.substring(close + 1), at + close + 1, words, found);
    }
  }

  private void line(String line, int begin, int end, Words words, Found found) {
    String folded = Fold.fold(line).strip();
    while (folded.endsWith(".")) {
      folded = folded.substring(0, folded.length() - 1).stripTrailing();
    }
    for (Phrase phrase : phrases) {
      if (folded.length() > phrase.before.length() + phrase.after.length()
          && folded.startsWith(phrase.before)
          && folded.endsWith(phrase.after)) {
        int length = folded.length() - phrase.before.length() - phrase.after.length();
        String name = strip(line, phrase, length);
        if (length <= NAME_CHARS_MAX && named(name) && name.indexOf(')') < 0) {
          found.credits.add(new Credit(Credit.Kind.FIRST_APPEARED, name, null, line.strip()));
          mask(words, begin, end, found);
          return;
        }
      }
    }
  }

  /** The name as printed; folding may change lengths, so this is a best effort on odd letters. */
  private static String strip(String line, Phrase phrase, int length) {
    String printed = line.strip();
    int from = Math.min(phrase.before.length(), printed.length());
    int to = Math.min(from + length, printed.length());
    return printed.substring(from, to).strip();
  }

  private static boolean named(String name) {
    return name.length() > 1
        && name.split("\\s+").length <= 6
        && name.chars().anyMatch(Character::isLetter)
        && (name.indexOf('.') > 0 || name.chars().anyMatch(Character::isUpperCase));
  }

  private static void mask(Words words, int begin, int end, Found found) {
    for (int i = 0; i < words.size() && words.begin(i) < end; i++) {
      if (words.begin(i) >= begin) {
        found.masked.set(i);
      }
    }
  }
}
