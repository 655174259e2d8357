package org.skep.copies;

import java.util.BitSet;
import org.skep.model.Article;
import org.skep.text.Words;

/**
 * What copies knows of each word besides its hash: the bits named in {@link CopyFeatures}. Pure.
 */
final class WordMarks {
  private static final int LEAD_WORDS = 60;

  private WordMarks() {}

  /**
   * @param aside words that are not the article's own
   */
  static byte[] of(Article article, Words words, int size, BitSet aside) {
    var telling = new Telling();
    telling.add(Words.of(article.title()), Integer.MAX_VALUE);
    telling.add(words, LEAD_WORDS);
    var names = new Telling();
    names.add(words, size);
    var marks = new byte[size];
    String text = article.text();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < size; i++) {
      boolean paragraph = words.beginsParagraph(i);
      quoted = quotedAt(text, from, words.begin(i), quoted && !paragraph);
      int mark = paragraph ? CopyFeatures.PARAGRAPH | CopyFeatures.SENTENCE : 0;
      mark |= sentence(text, from, words.begin(i)) ? CopyFeatures.SENTENCE : 0;
      mark |= quoted ? CopyFeatures.QUOTED : 0;
      mark |= words.number(i) ? CopyFeatures.NUMBER : 0;
      mark |= telling.has(words.hash(i)) ? CopyFeatures.TELLING : 0;
      mark |= words.capital(i) && names.has(words.hash(i)) ? CopyFeatures.NAME : 0;
      mark |= aside.get(i) ? CopyFeatures.ASIDE : 0;
      marks[i] = (byte) mark;
      from = words.end(i);
    }
    return marks;
  }

  /** Whether a sentence ends between two words. */
  private static boolean sentence(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '。' || c == '！' || c == '？') {
        return true;
      }
      if ((c == '.' || c == '!' || c == '?' || c == '…') && i + 1 < to) {
        return true;
      }
    }
    return false;
  }

  /** Whether a quotation is open at {@code to}. */
  private static boolean quotedAt(String text, int from, int to, boolean before) {
    boolean open = before;
    for (int i = from; i < to; i++) {
      open =
          switch (text.charAt(i)) {
            case '"' -> !open;
            case '“', '«', '「', '『' -> !open || text.charAt(i) != '“';
            case '„' -> true;
            case '”', '»', '」', '』' -> false;
            default -> open;
          };
    }
    return open;
  }

  /** The names and numbers of headline and lead. */
  private static final class Telling {
    private final long[] table = new long[256];

    void add(Words words, int max) {
      int size = Math.min(words.size(), max);
      for (int i = 0; i < size; i++) {
        boolean name = words.capital(i) && !words.beginsSentence(i) && length(words, i) > 2;
        boolean noCapitals = words.pair(i); // of its script: any word may be a name
        if (name || noCapitals || words.number(i)) {
          table[(int) words.hash(i) & 255] = words.hash(i);
        }
      }
    }

    boolean has(long hash) {
      return table[(int) hash & 255] == hash;
    }

    private static int length(Words words, int i) {
      return words.end(i) - words.begin(i);
    }
  }
}
