package org.skep.copies;

/**
 * Article id to number: one open-addressing table, 16 to 32 bytes an article against 90 of a {@code
 * HashMap}. Removal shifts the ones behind it back (Knuth 6.4, algorithm R).
 */
final class ArticleNumbers {
  private long[] ids = new long[64];
  private int[] numbers = new int[64]; // number + 1; 0 for a free place
  private int used;

  /** Its number; -1 when it is not here. */
  int get(long article) {
    return numbers[place(article)] - 1;
  }

  void put(long article, int number) {
    if (used * 4L >= ids.length * 3L) {
      grow();
    }
    int i = place(article);
    used += numbers[i] == 0 ? 1 : 0;
    ids[i] = article;
    numbers[i] = number + 1;
  }

  void remove(long article) {
    int gap = place(article);
    if (numbers[gap] == 0) {
      return;
    }
    used--;
    int mask = ids.length - 1;
    for (int i = (gap + 1) & mask; numbers[i] != 0; i = (i + 1) & mask) {
      int home = home(ids[i]);
      if (((i - home) & mask) >= ((i - gap) & mask)) {
        ids[gap] = ids[i];
        numbers[gap] = numbers[i];
        gap = i;
      }
    }
    numbers[gap] = 0;
  }

  private int place(long article) {
    int i = home(article);
    while (numbers[i] != 0 && ids[i] != article) {
      i = (i + 1) & (ids.length - 1);
    }
    return i;
  }

  private int home(long article) {
    return (int) ((article * 0x9e3779b97f4a7c15L) >>> 32) & (ids.length - 1);
  }

  private void grow() {
    long[] before = ids;
    int[] beforeNumbers = numbers;
    ids = new long[before.length * 2];
    numbers = new int[ids.length];
    for (int i = 0; i < before.length; i++) {
      if (beforeNumbers[i] != 0) {
        int at = place(before[i]);
        ids[at] = before[i];
        numbers[at] = beforeNumbers[i];
      }
    }
  }
}
