package org.skep.text;

import java.util.Arrays;

/**
 * The words of a text as numbers, for comparing texts: one pass, four primitive arrays, no string
 * per word. A word is a run of letters or digits, folded as {@link Fold} says; numbers keep what
 * stands between their digits ("31-24", "2.6"). Scripts without spaces (Chinese, Japanese, Thai,
 * Lao, Khmer, Burmese, and Korean for its particles) give overlapping pairs of letters. Immutable
 * after construction; linear; about 20 bytes a word. Weak: it knows no language; {@link Endings}
 * does.
 */
public final class Words {
  private static final int CAPITAL = 1;
  private static final int UPPER = 2;
  private static final int NUMBER = 4;
  private static final int SENTENCE = 8;
  private static final int PARAGRAPH = 16;
  private static final int PAIR = 32;

  private final String text;
  private int size;
  private long[] hashes;
  private int[] begins;
  private int[] ends;
  private byte[] flags;

  private Words(String text) {
    this.text = text;
    int expected = text.length() / 5 + 8;
    hashes = new long[expected];
    begins = new int[expected];
    ends = new int[expected];
    flags = new byte[expected];
    scan(text.toCharArray());
  }

  /** Scans the text. */
  public static Words of(String text) {
    return new Words(text);
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** Of the folded word. */
  public long hash(int word) {
    return hashes[word];
  }

  /** Its first UTF-16 unit. */
  public int begin(int word) {
    return begins[word];
  }

  /** One past its last UTF-16 unit. */
  public int end(int word) {
    return ends[word];
  }

  /** As printed. */
  public String printed(int word) {
    return text.substring(begins[word], ends[word]);
  }

  /** Whether it begins with a capital letter. */
  public boolean capital(int word) {
    return (flags[word] & CAPITAL) != 0;
  }

  /** Whether it is written in capitals only, two at least. */
  public boolean upper(int word) {
    return (flags[word] & UPPER) != 0;
  }

  /** Whether it begins with a digit. */
  public boolean number(int word) {
    return (flags[word] & NUMBER) != 0;
  }

  /** Whether a sentence begins with it, as far as punctuation tells. */
  public boolean beginsSentence(int word) {
    return (flags[word] & (SENTENCE | PARAGRAPH)) != 0;
  }

  /** Whether a line begins with it. */
  public boolean beginsParagraph(int word) {
    return (flags[word] & PARAGRAPH) != 0;
  }

  /** Whether it is a pair of letters of a script without spaces. */
  public boolean pair(int word) {
    return (flags[word] & PAIR) != 0;
  }

  /** Whether nothing but one space or a hyphen stands between this word and the next. */
  public boolean touchesNext(int word) {
    if (word + 1 >= size) {
      return false;
    }
    int gap = begins[word + 1] - ends[word];
    char between = gap == 1 ? text.charAt(ends[word]) : 0;
    return between == ' ' || between == '-' || between == '‑' || between == '\u00a0';
  }

  /** The text they were taken from. */
  public String text() {
    return text;
  }

  private void scan(char[] chars) {
    int mark = PARAGRAPH;
    int i = 0;
    while (i < chars.length) {
      char c = chars[i];
      if (unspaced(c)) {
        i = pairs(i, mark);
        mark = 0;
      } else if (Letters.isInWord(c)) {
        i = word(chars, i, mark);
        mark = 0;
      } else {
        mark |= boundary(c);
        i++;
      }
    }
  }

  private static int boundary(char c) {
    return switch (c) {
      case '\n' -> PARAGRAPH;
      case '.', '!', '?', ':', '…', '。', '！', '？', '"', '“', '„', '«' -> SENTENCE;
      default -> 0;
    };
  }

  private int word(char[] chars, int begin, int mark) {
    boolean number = Character.isDigit(chars[begin]);
    long hash = Hash64.begin();
    int capitals = 0;
    int letters = 0;
    int i = begin;
    while (i < chars.length) {
      char c = chars[i];
      if (Letters.isInWord(c) || accent(c)) {
        if (unspaced(c)) {
          break;
        }
        char folded = Fold.fold(c);
        if (folded != 0) {
          hash = Hash64.step(hash, folded);
          letters++;
          capitals += Letters.isUpper(c) ? 1 : 0;
        }
        i++;
      } else if (number && joinsDigits(c) && i + 1 < chars.length && digits(i)) {
        hash = Hash64.step(hash, c == '–' || c == ':' ? '-' : c);
        i++;
      } else {
        break;
      }
    }
    int flag = mark | (number ? NUMBER : 0);
    if (Letters.isUpper(chars[begin])) {
      flag |= CAPITAL | (capitals == letters && letters > 1 ? UPPER : 0);
    }
    add(Hash64.mix(hash), begin, i, flag);
    return i;
  }

  private static boolean accent(char c) {
    return c == 0xad
        || (c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK)
        || (c >= 0x900 && Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  private static boolean joinsDigits(char c) {
    return c == '.' || c == ',' || c == '-' || c == '–' || c == ':';
  }

  private boolean digits(int at) {
    return Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
  }

  /** A run of one unspaced script gives its pairs; a letter alone gives itself. */
  private int pairs(int begin, int mark) {
    int end = begin;
    while (end < text.length() && (unspaced(text.charAt(end)) || accent(text.charAt(end)))) {
      end++;
    }
    if (end - begin == 1) {
      add(Hash64.of(text.substring(begin, end)), begin, end, mark | PAIR);
      return end;
    }
    for (int i = begin; i + 1 < end; i++) {
      long hash = Hash64.step(Hash64.step(Hash64.begin(), text.charAt(i)), text.charAt(i + 1));
      add(Hash64.mix(hash), i, i + 2, (i == begin ? mark : 0) | PAIR);
    }
    return end;
  }

  private static boolean unspaced(char c) {
    if (c < 0xe00) {
      return false;
    }
    return c < 0xf00 // Thai, Lao
        || (c >= 0x1000 && c < 0x10a0) // Burmese
        || (c >= 0x1780 && c < 0x1800) // Khmer
        || (c >= 0x3040 && c < 0x3100) // Hiragana, Katakana
        || (c >= 0x3400 && c < 0xa000) // Han
        || (c >= 0xac00 && c < 0xd7b0) // Hangul
        || (c >= 0xf900 && c < 0xfb00);
  }

  private void add(long hash, int begin, int end, int flag) {
    if (size == hashes.length) {
      int more = size + (size >> 1) + 8;
      hashes = Arrays.copyOf(hashes, more);
      begins = Arrays.copyOf(begins, more);
      ends = Arrays.copyOf(ends, more);
      flags = Arrays.copyOf(flags, more);
    }
    hashes[size] = hash;
    begins[size] = begin;
    ends[size] = end;
    flags[size] = (byte) flag;
    size++;
  }
}
