package org.skep.copies;

import java.time.Instant;
import java.util.Arrays;
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
 * @param outletKey its letters and digits, to compare with credits
 * @param claimed when the page says it was published; {@code null} when it does not
 * @param titleHash of the folded headline, letters and digits only
 * @param creditKeys letters and digits of the credited names
 * @param words 32 bits of the hash of each word
 * @param grams 32 bits of the 5-gram beginning at each word, 0 for none
 * @param begins first UTF-16 unit of each word
 * @param lengths of each word in UTF-16 units, at most 255
 * @param marks of each word, of {@link #QUOTED}, {@link #NUMBER}, {@link #TELLING}, {@link
 *     #SENTENCE}, {@link #PARAGRAPH}, {@link #ASIDE}, {@link #NAME}
 * @param prints winnowed fingerprints, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
public record CopyFeatures(
    long article,
    int revision,
    String outlet,
    String outletKey,
    @Nullable Instant claimed,
    Instant seen,
    long titleHash,
    List<Credit> credits,
    List<String> creditKeys,
    int[] words,
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

  private static final int[] NONE = {};
  private static final byte[] NO_BYTES = {};
  private static final long[] NO_PRINTS = {};

  /** A name or number of the headline or the lead. */
  public static final byte TELLING = 4;

  /** A sentence begins with it. */
  public static final byte SENTENCE = 8;

  /** A paragraph begins with it. */
  public static final byte PARAGRAPH = 16;

  /** The credit line, or headlines of other articles: not the article's own words. */
  public static final byte ASIDE = 32;

  /** The word is a name, or part of one. */
  public static final byte NAME = 64;

  /** Computes all of it, from the words of the text. */
  static CopyFeatures of(Article article, Words words, CreditFinder finder) {
    var credits = finder.credits(article, words);
    var aside = Teasers.in(article.text(), words);
    aside.or(credits.masked());
    long[] grams = Shingles.of(words, GRAM);
    int size = Math.min(words.size(), WORDS_MAX);
    var hashes = new int[size];
    var begins = new int[size];
    var lengths = new byte[size];
    var small = new int[size];
    for (int i = 0; i < size; i++) {
      if (aside.get(i) || aside.get(Math.min(i + GRAM, size) - 1)) {
        grams[i] = 0;
      }
      hashes[i] = (int) words.hash(i);
      begins[i] = words.begin(i);
      lengths[i] = (byte) Math.min(255, words.end(i) - words.begin(i));
      small[i] = (int) grams[i] == 0 && grams[i] != 0 ? 1 : (int) grams[i];
    }
    var stated = article.published();
    return new CopyFeatures(
        article.id(),
        article.revision(),
        article.outlet(),
        squash(article.outlet()),
        stated == null ? null : stated.instant(),
        article.firstSeen(),
        titleHash(article.title()),
        credits.found(),
        keys(credits.found()),
        hashes,
        small,
        begins,
        lengths,
        WordMarks.of(article, words, size, aside),
        Shingles.winnow(
            size < grams.length ? Arrays.copyOf(grams, size) : grams, WINDOW, PRINTS_MAX));
  }

  /** The same with a name that all articles of the outlet share. */
  CopyFeatures sharing(String sharedOutlet) {
    return new CopyFeatures(
        article,
        revision,
        sharedOutlet,
        outletKey,
        claimed,
        seen,
        titleHash,
        credits,
        creditKeys,
        words,
        grams,
        begins,
        lengths,
        marks,
        prints);
  }

  /** Without all that grows with the text. */
  CopyFeatures withoutText(String sharedOutlet) {
    return new CopyFeatures(
        article,
        revision,
        sharedOutlet,
        "",
        claimed,
        seen,
        titleHash,
        List.of(),
        List.of(),
        NONE,
        NONE,
        NONE,
        NO_BYTES,
        NO_BYTES,
        NO_PRINTS);
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

  static List<String> keys(List<Credit> credits) {
    return credits.stream().map(credit -> squash(credit.name())).toList();
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
