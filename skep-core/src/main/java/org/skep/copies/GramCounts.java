package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.skep.text.Hash64;

/**
 * In how many unrelated articles a 5-gram stood: boilerplate and stock phrases stand in many. A
 * counting sketch with two places a gram and conservative update (Estan, Varghese, "New directions
 * in traffic measurement", 2002), so it may say too many, never too few. Doubles while it fills and
 * halves its counts at the bound, so that it forgets slowly.
 */
final class GramCounts {
  private static final int BITS_MIN = 16;
  private static final int BITS_MAX = 24;
  private static final int COUNT_MAX = 100;

  private byte[] counts;
  private int bits;
  private long added;

  GramCounts() {
    this(BITS_MIN, new byte[1 << BITS_MIN], 0);
  }

  private GramCounts(int bits, byte[] counts, long added) {
    this.bits = bits;
    this.counts = counts;
    this.added = added;
  }

  int count(int gram) {
    long hash = Hash64.mix(gram);
    return Math.min(counts[first(hash)], counts[second(hash)]);
  }

  void add(int gram) {
    long hash = Hash64.mix(gram);
    int first = first(hash);
    int second = second(hash);
    int count = Math.min(counts[first], counts[second]);
    if (count < COUNT_MAX) {
      counts[first] = (byte) Math.max(counts[first], count + 1);
      counts[second] = (byte) Math.max(counts[second], count + 1);
    }
    if (++added > counts.length / 2) {
      makeRoom();
    }
  }

  /** Low bits address, so that a doubled table is the old one twice. */
  private int first(long hash) {
    return (int) hash & (counts.length - 1);
  }

  private int second(long hash) {
    return (int) (hash >>> 32) & (counts.length - 1);
  }

  private void makeRoom() {
    if (bits < BITS_MAX) {
      int size = counts.length;
      counts = Arrays.copyOf(counts, size * 2);
      System.arraycopy(counts, 0, counts, size, size);
      bits++;
    } else {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (byte) (counts[i] / 2);
      }
      added = 0;
    }
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeInt(bits);
    out.writeLong(added);
    out.write(counts);
  }

  static GramCounts restore(DataInput in) throws IOException {
    int bits = in.readInt();
    long added = in.readLong();
    var counts = new byte[1 << bits];
    in.readFully(counts);
    return new GramCounts(bits, counts, added);
  }
}
