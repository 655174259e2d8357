package org.skep.charset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What gzip held, under limits: what is whole of a damaged file is kept, and a bomb goes off at its
 * first mebibyte.
 *
 * @param bytes as far as they were unpacked
 * @param tooBig whether there is more than the limits allow
 * @param damage why unpacking ended early; {@code null} when it did not
 */
public record Unzipped(byte[] bytes, boolean tooBig, @Nullable String damage) {
  private static final int RATIO_MAX = 200;
  private static final int RATIO_FROM_BYTES = 1 << 20;
  private static final int PART = 1 << 16;

  /** Whether the bytes begin like gzip; they are then, whatever the headers said. */
  public static boolean isGzip(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
  }

  /** Unpacks no more than so many bytes. */
  public static Unzipped of(byte[] body, int bytesMax) {
    var parts = new ArrayList<byte[]>(); // an array that grows by doubling needs thrice the space
    int size = 0;
    String damage = null;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      while (!tooBig(size, body, bytesMax)) {
        int used = size % PART;
        if (used == 0) {
          parts.add(new byte[PART]);
        }
        int n = in.read(parts.getLast(), used, PART - used);
        if (n < 0) {
          break;
        }
        size += n;
      }
    } catch (IOException e) {
      damage = String.valueOf(e.getMessage());
    }
    boolean tooBig = tooBig(size, body, bytesMax);
    return new Unzipped(joined(parts, Math.min(size, bytesMax)), tooBig, damage);
  }

  private static boolean tooBig(int size, byte[] body, int bytesMax) {
    return size > bytesMax || (size > RATIO_FROM_BYTES && size > (long) RATIO_MAX * body.length);
  }

  private static byte[] joined(List<byte[]> parts, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < parts.size() && i * PART < size; i++) {
      System.arraycopy(parts.get(i), 0, bytes, i * PART, Math.min(PART, size - i * PART));
    }
    return bytes;
  }
}
