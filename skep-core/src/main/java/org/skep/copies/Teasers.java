package org.skep.copies;

import java.util.BitSet;
import org.skep.text.Words;

/**
 * Headlines of other articles glued to a text, told by structure: a short line ending in a colon
 * ("Read also:") and, after it, nothing but short lines that are no sentences. Pure; linear.
 */
final class Teasers {
  private static final int LABEL_CHARS_MAX = 40;
  private static final int HEADLINE_CHARS_MAX = 160;

  private Teasers() {}

  /** The words of such blocks. */
  static BitSet in(String text, Words words) {
    var aside = new BitSet();
    int label = -1;
    int headlines = 0;
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (end > begin) {
        if (end - begin <= LABEL_CHARS_MAX && text.charAt(end - 1) == ':') {
          mask(words, headlines == 0 ? -1 : label, begin, aside);
          label = begin;
          headlines = 0;
        } else if (label >= 0 && end - begin <= HEADLINE_CHARS_MAX && !sentence(text, end)) {
          headlines++;
        } else {
          mask(words, headlines == 0 ? -1 : label, begin, aside);
          label = -1;
          headlines = 0;
        }
      }
      begin = end + 1;
    }
    mask(words, headlines == 0 ? -1 : label, text.length(), aside);
    return aside;
  }

  private static boolean sentence(String text, int end) {
    char last = text.charAt(end - 1);
    char before = end < 2 ? last : text.charAt(end - 2);
    return ".!…。".indexOf(last) >= 0 || ("\"”»)".indexOf(last) >= 0 && ".!?…".indexOf(before) >= 0);
  }

  private static void mask(Words words, int begin, int end, BitSet aside) {
    if (begin < 0) {
      return;
    }
    for (int i = 0; i < words.size() && words.begin(i) < end; i++) {
      if (words.begin(i) >= begin) {
        aside.set(i);
      }
    }
  }
}
