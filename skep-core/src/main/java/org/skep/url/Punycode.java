package org.skep.url;

import org.jspecify.annotations.Nullable;

/** Punycode, RFC 3492: a label's Unicode in ASCII letters, without the {@code xn--}. */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;

  /** Longer labels than any name server takes; the algorithm is quadratic, so it needs a bound. */
  private static final int LABEL_MAX = 2000;

  private Punycode() {}

  static @Nullable String encode(String label) {
    int[] points = label.codePoints().toArray();
    if (points.length > LABEL_MAX) {
      return null;
    }
    var out = new StringBuilder();
    for (int c : points) {
      if (c < 0x80) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    int handled = basic;
    if (basic > 0) {
      out.append('-');
    }
    int n = 0x80;
    int delta = 0;
    int bias = 72;
    while (handled < points.length) {
      int next = Integer.MAX_VALUE;
      for (int c : points) {
        next = c >= n && c < next ? c : next;
      }
      delta += (next - n) * (handled + 1);
      n = next;
      for (int c : points) {
        if (c < n) {
          delta++;
        } else if (c == n) {
          appendNumber(out, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  private static void appendNumber(StringBuilder out, int number, int bias) {
    int q = number;
    for (int k = BASE; ; k += BASE) {
      int t = threshold(k, bias);
      if (q < t) {
        out.append(digit(q));
        return;
      }
      out.append(digit(t + (q - t) % (BASE - t)));
      q = (q - t) / (BASE - t);
    }
  }

  /** The label's Unicode, or null when the letters are no Punycode. */
  static @Nullable String decode(String letters) {
    if (letters.length() > LABEL_MAX) {
      return null;
    }
    int dash = letters.lastIndexOf('-');
    var out = new java.util.ArrayList<Integer>();
    for (int i = 0; i < dash; i++) {
      out.add((int) letters.charAt(i));
    }
    int n = 0x80;
    int bias = 72;
    long position = 0;
    int at = dash + 1;
    while (at < letters.length()) {
      long before = position;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int value = at < letters.length() ? value(letters.charAt(at++)) : -1;
        if (value < 0) {
          return null;
        }
        position += value * weight;
        int t = threshold(k, bias);
        if (position > Integer.MAX_VALUE) {
          return null;
        }
        if (value < t) {
          break;
        }
        weight *= BASE - t;
        if (weight > Integer.MAX_VALUE) {
          return null;
        }
      }
      int length = out.size() + 1;
      bias = adapt((int) (position - before), length, before == 0);
      n += (int) (position / length);
      position %= length;
      if (!Character.isValidCodePoint(n) || (n >= 0xD800 && n <= 0xDFFF)) {
        return null;
      }
      out.add((int) position++, n);
    }
    var text = new StringBuilder();
    out.forEach(text::appendCodePoint);
    return text.toString();
  }

  private static int adapt(int delta, int length, boolean first) {
    int d = first ? delta / 700 : delta / 2;
    d += d / length;
    int k = 0;
    while (d > (BASE - T_MIN) * T_MAX / 2) {
      d /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * d / (d + 38);
  }

  private static int threshold(int k, int bias) {
    return Math.clamp(k - bias, T_MIN, T_MAX);
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  private static int value(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0' + 26;
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'z' ? letter - 'a' : -1;
  }
}
