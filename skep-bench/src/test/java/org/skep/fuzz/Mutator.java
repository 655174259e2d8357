package org.skep.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damage from a seed: cuts, holes, repetitions, splices, flipped bytes, the grammar's own tokens in
 * the wrong place. Now and then a damaged input becomes a seed itself, so that damage adds up.
 */
final class Mutator {
  private static final int BYTES_MAX = 1 << 15;
  private static final int BRED_MAX = 100;

  /** What no grammar expects: controls, halves of characters, the wrong encoding, huge numbers. */
  private static final List<byte[]> SPLINTERS =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xC3},
          Target.bytes("\ud83d\ude00"),
          Target.bytes("\u0130\u0131\u00df"),
          Target.bytes("\u202e\u200b\u00ad"),
          Target.bytes("\u2028\u0085"),
          Target.bytes("\r\n\r\n"),
          Target.bytes("\t \u00a0\u3000"),
          Target.bytes("-1"),
          Target.bytes("0000000000"),
          Target.bytes("99999999999999999999"),
          Target.bytes("1e999"),
          Target.bytes("%00%zz%"));

  private final Random random;
  private final int sown;
  private final List<byte[]> seeds;
  private final List<byte[]> splinters;

  Mutator(Target target, long seed) {
    this.random = new Random(seed * 31 + target.name().hashCode());
    this.seeds = new ArrayList<>(target.seeds());
    this.sown = seeds.size();
    this.splinters = new ArrayList<>(SPLINTERS);
    target.tokens().forEach(token -> splinters.add(Target.bytes(token)));
  }

  byte[] next() {
    byte[] bytes = seeds.get(random.nextInt(seeds.size()));
    for (int i = random.nextInt(5); i >= 0; i--) {
      bytes = damaged(bytes);
      bytes = bytes.length > BYTES_MAX ? Arrays.copyOf(bytes, BYTES_MAX) : bytes;
    }
    if (random.nextInt(10) == 0) {
      breed(bytes);
    }
    return bytes;
  }

  private void breed(byte[] bytes) {
    if (seeds.size() < sown + BRED_MAX) {
      seeds.add(bytes);
    } else {
      seeds.set(sown + random.nextInt(BRED_MAX), bytes);
    }
  }

  private byte[] damaged(byte[] bytes) {
    int begin = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, begin + (1 << random.nextInt(10)));
    var out = new ByteArrayOutputStream(bytes.length + 64);
    out.write(bytes, 0, begin);
    switch (random.nextInt(9)) {
      case 0 -> {} // cut
      case 1 -> out.write(bytes, end, bytes.length - end); // a hole
      case 2 -> { // a piece, again and again
        int times = 1 << random.nextInt(8);
        for (int i = 0; i < times && out.size() < BYTES_MAX; i++) {
          out.write(bytes, begin, end - begin);
        }
        out.write(bytes, begin, bytes.length - begin);
      }
      case 3 -> { // the end of another
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length + 1);
        out.write(other, from, other.length - from);
      }
      case 4 -> { // a byte of any kind
        out.write(random.nextInt(256));
        out.write(bytes, Math.min(begin + 1, bytes.length), Math.max(0, bytes.length - begin - 1));
      }
      case 5 -> { // a bit
        out.write(bytes, begin, bytes.length - begin);
        byte[] flipped = out.toByteArray();
        if (begin < flipped.length) {
          flipped[begin] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 6 -> { // two pieces change places
        int last = Math.min(bytes.length, end + (end - begin));
        out.write(bytes, end, last - end);
        out.write(bytes, begin, end - begin);
        out.write(bytes, last, bytes.length - last);
      }
      default -> { // a token, or many, put in or over
        byte[] splinter = splinters.get(random.nextInt(splinters.size()));
        int times = random.nextInt(20) == 0 ? 1 << random.nextInt(12) : 1;
        for (int i = 0; i < times && out.size() < BYTES_MAX; i++) {
          out.writeBytes(splinter);
        }
        int from = random.nextBoolean() ? begin : Math.min(bytes.length, begin + splinter.length);
        out.write(bytes, from, bytes.length - from);
      }
    }
    return out.toByteArray();
  }
}
