package org.skep.copies;

import java.util.Arrays;

/** Where the sentences of an article begin, as word numbers; asides are left out. Immutable. */
final class Sentences {
  private static final int WORDS_MIN = 3;

  private final int[] begins;
  private final int[] ends;
  private final int[] ofWord;

  Sentences(CopyFeatures features) {
    byte[] marks = features.marks();
    var begin = new int[marks.length];
    var end = new int[marks.length];
    ofWord = new int[marks.length];
    int count = 0;
    for (int i = 0; i < marks.length; i++) {
      if ((marks[i] & CopyFeatures.ASIDE) != 0) {
        ofWord[i] = -1;
        continue;
      }
      boolean fresh = count == 0 || end[count - 1] != i;
      boolean full = !fresh && i - begin[count - 1] >= WORDS_MIN;
      boolean starts =
          fresh
              || (marks[i] & CopyFeatures.PARAGRAPH) != 0
              || (full && (marks[i] & CopyFeatures.SENTENCE) != 0);
      if (starts) {
        begin[count++] = i;
      }
      end[count - 1] = i + 1;
      ofWord[i] = count - 1;
    }
    begins = Arrays.copyOf(begin, count);
    ends = Arrays.copyOf(end, count);
  }

  int size() {
    return begins.length;
  }

  int begin(int sentence) {
    return begins[sentence];
  }

  int end(int sentence) {
    return ends[sentence];
  }

  int length(int sentence) {
    return ends[sentence] - begins[sentence];
  }

  /** The sentence a word stands in; -1 for an aside. */
  int of(int word) {
    return ofWord[word];
  }
}
