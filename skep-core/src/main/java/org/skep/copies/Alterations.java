package org.skep.copies;

import java.util.Arrays;

/**
 * Numbers and quotes that a copy changed: within two sentences that are partners, or between two
 * that stand at the same place, the words that differ. Pure; linear in the words.
 */
final class Alterations {
  static final int MAX = 12;

  /** Numbers to an alteration. */
  static final int STEP = 5;

  static final int QUOTE = 0;
  static final int NUMBER = 1;

  /** A quote of fewer words is a name or a word in inverted commas. */
  private static final int QUOTE_MIN = 3;

  private final CopyFeatures here;
  private final CopyFeatures there;
  private final int[] found = new int[MAX * STEP];
  private int count;

  private Alterations(CopyFeatures here, CopyFeatures there) {
    this.here = here;
    this.there = there;
  }

  /** Five numbers each: what, begin and end here, begin and end there. */
  static int[] between(
      CopyFeatures here,
      Sentences sentences,
      CopyFeatures there,
      Sentences sentencesThere,
      SentencePairs pairs) {
    var alterations = new Alterations(here, there);
    var taken = new boolean[sentencesThere.size()];
    for (int partner : pairs.there()) {
      if (partner >= 0) {
        taken[partner] = true;
      }
    }
    for (int h = 0; h < sentences.size(); h++) {
      int t = pairs.there()[h];
      if (t >= 0) {
        alterations.numbers(sentences, h, sentencesThere, t);
        alterations.quotes(sentences, h, sentencesThere, t);
      } else {
        int place = place(pairs.there(), h, taken);
        if (place >= 0) {
          alterations.quotes(sentences, h, sentencesThere, place);
        }
      }
    }
    return Arrays.copyOf(alterations.found, alterations.count * STEP);
  }

  /** The sentence there that stands where this one does: beside its neighbour's partner. */
  private static int place(int[] partners, int h, boolean[] taken) {
    if (h > 0 && partners[h - 1] >= 0) {
      int after = partners[h - 1] + 1;
      if (after < taken.length && !taken[after]) {
        return after;
      }
    }
    if (h + 1 < partners.length && partners[h + 1] > 0 && !taken[partners[h + 1] - 1]) {
      return partners[h + 1] - 1;
    }
    return -1;
  }

  private void numbers(Sentences mine, int h, Sentences theirs, int t) {
    int i = number(here, mine.begin(h), mine.end(h));
    int j = number(there, theirs.begin(t), theirs.end(t));
    int n = numbers(here, mine.begin(h), mine.end(h));
    if (n != numbers(there, theirs.begin(t), theirs.end(t))) {
      return;
    }
    for (int k = 0; k < n; k++) {
      if (here.words()[i] != there.words()[j]) {
        add(NUMBER, i, i + 1, j, j + 1);
      }
      i = number(here, i + 1, mine.end(h));
      j = number(there, j + 1, theirs.end(t));
    }
  }

  private static int number(CopyFeatures of, int from, int to) {
    int i = from;
    while (i < to && (of.marks()[i] & CopyFeatures.NUMBER) == 0) {
      i++;
    }
    return i;
  }

  private static int numbers(CopyFeatures of, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += (of.marks()[i] & CopyFeatures.NUMBER) != 0 ? 1 : 0;
    }
    return n;
  }

  /** The quoted words of both, when there are some on both sides and they are not the same. */
  private void quotes(Sentences mine, int h, Sentences theirs, int t) {
    int i = quoted(here, mine.begin(h), mine.end(h));
    int j = quoted(there, theirs.begin(t), theirs.end(t));
    int n = unquoted(here, i, mine.end(h)) - i;
    int m = unquoted(there, j, theirs.end(t)) - j;
    if (n < QUOTE_MIN || m < QUOTE_MIN) {
      return;
    }
    if (!Arrays.equals(here.words(), i, i + n, there.words(), j, j + m)) {
      add(QUOTE, i, i + n, j, j + m);
    }
  }

  private static int quoted(CopyFeatures of, int from, int to) {
    int i = from;
    while (i < to && (of.marks()[i] & CopyFeatures.QUOTED) == 0) {
      i++;
    }
    return i;
  }

  private static int unquoted(CopyFeatures of, int from, int to) {
    int i = from;
    while (i < to && (of.marks()[i] & CopyFeatures.QUOTED) != 0) {
      i++;
    }
    return i;
  }

  private void add(int what, int i, int end, int j, int endThere) {
    if (count < MAX) {
      int at = count++ * STEP;
      found[at] = what;
      found[at + 1] = here.begins()[i];
      found[at + 2] = here.end(end - 1);
      found[at + 3] = there.begins()[j];
      found[at + 4] = there.end(endThere - 1);
    }
  }
}
