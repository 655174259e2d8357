package org.skep.copies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Article;
import org.skep.model.Credit;
import org.skep.text.Fold;
import org.skep.text.Hash64;
import org.skep.text.Shingles;
import org.skep.text.Words;

/**
 * What copies compares: word 5-grams with their places, the fingerprints that stand for them, and
 * the credits. Made once per revision, in parallel; about 14 bytes a word. The arrays are shared
 * and never written again.
 *
 * @param claimed when the page says it was published; {@code null} when it does not
 * @param titleHash of the folded headline, letters and digits only
 * @param grams 32 bits of the 5-gram beginning at each word, 0 for none
 * @param begins first UTF-16 unit of each word
 * @param lengths of each word in UTF-16 units, at most 255
 * @param marks of each word, of {@link #QUOTED}, {@link #NUMBER}, {@link #TELLING}
 * @param prints winnowed fingerprints, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
public record CopyFeatures(
    long article,
    int revision,
    String outlet,
    @Nullable Instant claimed,
    Instant seen,
    long titleHash,
    List<Credit> credits,
    int[] grams,
    int[] begins,
    byte[] lengths,
    byte[] marks,
    long[] prints) {
  /** Words to a shingle. */
  public static final int GRAM = 5;

  /** One fingerprint at least of so many 5-grams in a row. */
  public static final int WINDOW = 8;

  /** Fingerprints of an article, at most. */
  public static final int PRINTS_MAX = 64;

  /** Words beyond are not compared. */
  public static final int WORDS_MAX = 6_000;

  /** The word stands in quotation marks. */
  public static final byte QUOTED = 1;

  /** The word is a number. */
  public static final byte NUMBER = 2;

  /** A name or number of the headline or the lead. */
  public static final byte TELLING = 4;

  private static final int LEAD_WORDS = 60;

  /** Computes all of it. */
  public static CopyFeatures of(Article article, CreditFinder finder) {
    var words = Words.of(article.text());
    var credits = finder.credits(article, words);
    long[] grams = Shingles.of(words, GRAM);
    int size = Math.min(words.size(), WORDS_MAX);
    for (int i = 0; i < size; i++) {
      if (credits.masks(i) || credits.masks(Math.min(i + GRAM, size) - 1)) {
        grams[i] = 0;
      }
    }
    var begins = new int[size];
    var lengths = new byte[size];
    var small = new int[size];
    for (int i = 0; i < size; i++) {
      begins[i] = words.begin(i);
      lengths[i] = (byte) Math.min(255, words.end(i) - words.begin(i));
      small[i] = (int) grams[i] == 0 && grams[i] != 0 ? 1 : (int) grams[i];
    }
    var stated = article.published();
    return new CopyFeatures(
        article.id(),
        article.revision(),
        article.outlet(),
        stated == null ? null : stated.instant(),
        article.firstSeen(),
        titleHash(article.title()),
        credits.found(),
        small,
        begins,
        lengths,
        marks(article, words, size),
        Shingles.winnow(
            size < grams.length ? java.util.Arrays.copyOf(grams, size) : grams,
            WINDOW,
            PRINTS_MAX));
  }

  /** Without all that grows with the text. */
  CopyFeatures withoutText() {
    return new CopyFeatures(
        article,
        revision,
        outlet,
        claimed,
        seen,
        titleHash,
        List.of(),
        new int[0],
        new int[0],
        new byte[0],
        new byte[0],
        new long[0]);
  }

  /** One past the last UTF-16 unit of a word. */
  int end(int word) {
    return begins[word] + (lengths[word] & 0xff);
  }

  private static long titleHash(String title) {
    var words = Words.of(title);
    long hash = 0;
    for (int i = 0; i < words.size(); i++) {
      hash = Hash64.of(hash, words.hash(i));
    }
    return hash;
  }

  private static byte[] marks(Article article, Words words, int size) {
    var telling = new Telling();
    telling.add(Words.of(article.title()), Integer.MAX_VALUE);
    telling.add(words, LEAD_WORDS);
    var marks = new byte[size];
    String text = article.text();
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < size; i++) {
      quoted = !words.beginsParagraph(i) && quoted;
      quoted = quotedAt(text, from, words.begin(i), quoted);
      from = words.begin(i);
      int mark = quoted ? QUOTED : 0;
      mark |= words.number(i) ? NUMBER : 0;
      mark |= telling.has(words.hash(i)) ? TELLING : 0;
      marks[i] = (byte) mark;
    }
    return marks;
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
        if (name || words.number(i)) {
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

  /** Letters and digits only, for comparing the names of outlets with their hosts. */
  static String squash(String name) {
    String folded = Fold.latin(name);
    var squashed = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      if (Character.isLetterOrDigit(folded.charAt(i))) {
        squashed.append(folded.charAt(i));
      }
    }
    return squashed.toString();
  }
}
