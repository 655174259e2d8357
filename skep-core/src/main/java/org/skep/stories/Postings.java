package org.skep.stories;

import java.util.Arrays;
import org.skep.text.Hash64;

/**
 * Inverted lists: term to the slots of live stories. Open addressing, primitive lists. Derived from
 * the stories, so a snapshot does not hold it.
 */
final class Postings {
  private int[] terms = new int[1 << 12];
  private int[][] lists = new int[1 << 12][];
  private int used;

  /** Slots in the list's first {@link #size} places; the rest is noise. */
  int[] list(int term) {
    int[] list = lists[find(term)];
    return list == null ? NONE : list;
  }

  private static final int[] NONE = {0};

  /** The first number of a list is its length. */
  static int size(int[] list) {
    return list[0];
  }

  /** The story of that slot stands under these terms now, no longer under those; both ascending. */
  void move(int slot, int[] before, int[] now) {
    for (int term : before) {
      if (Arrays.binarySearch(now, term) < 0) {
        remove(term, slot);
      }
    }
    for (int term : now) {
      if (Arrays.binarySearch(before, term) < 0) {
        add(term, slot);
      }
    }
  }

  private void add(int term, int slot) {
    int i = find(term);
    if (terms[i] == 0) {
      if (++used * 2 > terms.length) {
        grow();
        used++;
        i = find(term);
      }
      terms[i] = term;
      lists[i] = new int[4];
    }
    int[] list = lists[i];
    if (list[0] + 1 == list.length) {
      list = Arrays.copyOf(list, list.length * 2);
      lists[i] = list;
    }
    list[++list[0]] = slot;
  }

  private void remove(int term, int slot) {
    int[] list = lists[find(term)];
    if (list == null) {
      return;
    }
    for (int i = 1; i <= list[0]; i++) {
      if (list[i] == slot) {
        System.arraycopy(list, i + 1, list, i, list[0] - i);
        list[0]--;
        return;
      }
    }
  }

  private int find(int term) {
    int i = (int) (Hash64.mix(term) >>> 8) & (terms.length - 1);
    while (terms[i] != 0 && terms[i] != term) {
      i = (i + 1) & (terms.length - 1);
    }
    return i;
  }

  /** Empty lists go here. */
  private void grow() {
    int[] oldTerms = terms;
    int[][] oldLists = lists;
    int live = 0;
    for (int[] list : oldLists) {
      live += list != null && list[0] > 0 ? 1 : 0;
    }
    int size = terms.length;
    while (live * 3L > size) {
      size *= 2;
    }
    terms = new int[size];
    lists = new int[size][];
    used = 0;
    for (int i = 0; i < oldTerms.length; i++) {
      if (oldLists[i] != null && oldLists[i][0] > 0) {
        int j = find(oldTerms[i]);
        terms[j] = oldTerms[i];
        lists[j] = oldLists[i];
        used++;
      }
    }
  }
}
