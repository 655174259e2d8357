package org.skep.extract;

/**
 * Hashes of words, or of runs of words, with a number each: open addressing, no boxing. Grows as
 * needed; once filled it may be read by many threads. A look-up costs a few nanoseconds.
 */
final class WordTable {
  private static final int SLOTS_MIN = 16;

  private long[] keys;
  private long[] values;
  private int size;

  /** A table with room for so many. */
  WordTable(int expected) {
    int slots = Integer.highestOneBit(Math.max(SLOTS_MIN, expected * 2 - 1)) << 1;
    keys = new long[slots];
    values = new long[slots];
  }

  /** The number of a hash; 0 when it is not here. */
  long get(long hash) {
    long key = key(hash);
    int slot = slot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key) {
        return values[slot];
      }
      slot = slot + 1 & keys.length - 1;
    }
    return 0;
  }

  boolean contains(long hash) {
    return get(hash) != 0;
  }

  /** Gives a hash a number other than 0; the one it had before, 0 for none. */
  long put(long hash, long value) {
    long key = key(hash);
    int slot = slot(key);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    long before = values[slot];
    keys[slot] = key;
    values[slot] = value;
    if (before == 0 && ++size * 3 > keys.length * 2) {
      grow();
    }
    return before;
  }

  void add(long hash) {
    put(hash, 1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        while (keys[slot] != 0) {
          slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** 0 marks a free slot. */
  private static long key(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32) & keys.length - 1;
  }
}
