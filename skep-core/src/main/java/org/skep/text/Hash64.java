package org.skep.text;

/**
 * 64-bit hashes of words and of sequences of words: the same on every machine, for ever. Not for
 * adversaries. The mixer is the finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
 */
public final class Hash64 {
  private static final long PRIME = 0x9e3779b97f4a7c15L;

  private Hash64() {}

  /** Spreads every bit over all bits; 0 stays 0. */
  public static long mix(long x) {
    long h = x;
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }

  /** Of a text as it stands. */
  public static long of(CharSequence text) {
    long h = PRIME;
    for (int i = 0; i < text.length(); i++) {
      h = step(h, text.charAt(i));
    }
    return mix(h);
  }

  /** Of two hashes in this order. */
  public static long of(long first, long second) {
    return mix(first * 31 + second + PRIME);
  }

  static long begin() {
    return PRIME;
  }

  static long step(long h, char c) {
    return (h ^ c) * 0x100000001b3L;
  }
}
