package org.skep.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.skep.fetch.Request.Kind;

/**
 * Bodies of a few kilobytes that unpack to 64 MiB and more. As a program it reads each of them as a
 * fetch would, one after the other, and prints what became of it.
 */
final class Bombs {
  private static final int UNPACKED_MIB = 64;

  /** {@code node -p "zlib.brotliCompressSync(Buffer.alloc(64 << 20)).toString('base64')"}. */
  private static final String BROTLI =
      "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8EQBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==";

  /** The same of {@code zlib.gzipSync(Buffer.alloc(64 << 20))}. */
  private static final String GZIP_IN_BROTLI =
      "G+H+6I3EOIbyoQjaGqHS4SHu3fvtQRswnAOouOs8jNu0ReKxNQtsWL4WrYKqAh2cnvhAeNGA"
          + "IqIIwwAwXGA0QACC1nI1FQxvDwDEx5UgAOXeb3BWqEC4BwDlXU0sALj/m7QA9wAgr9dJAMqf"
          + "nC2WGyGvgcU9ALiXCpIsW9/7KAf3AGD9nxkzzQwmwPYNoP4PXADgFgDD81+MxKXUluqT5zCOBA==";

  private Bombs() {}

  /**
   * One of them.
   *
   * @param encoding as its header announces it; empty for none
   */
  record Bomb(String name, Kind kind, String encoding, byte[] body) {}

  /** Opens an encoder around a stream. */
  private interface Packing {
    OutputStream around(OutputStream out) throws IOException;
  }

  static List<Bomb> all() throws IOException {
    Packing gzip = GZIPOutputStream::new;
    Packing zlib = DeflaterOutputStream::new;
    Packing bare = out -> new DeflaterOutputStream(out, new Deflater(9, true));
    byte[] zeros = packed(gzip, UNPACKED_MIB, 0);
    byte[] gzips = wrapped(gzip, zeros);
    return List.of(
        new Bomb("gzip", Kind.FEED, "gzip", zeros),
        new Bomb("gzip that nobody announced", Kind.FEED, "", zeros),
        new Bomb("zlib", Kind.PAGE, "deflate", packed(zlib, UNPACKED_MIB, 0)),
        new Bomb("deflate without a header", Kind.PAGE, "deflate", packed(bare, UNPACKED_MIB, 0)),
        new Bomb("Brotli", Kind.PAGE, "br", Base64.getDecoder().decode(BROTLI)),
        new Bomb("gzip in gzip", Kind.FEED, "gzip, gzip", gzips),
        new Bomb("gzip in gzip that nobody announced", Kind.SITEMAP, "", gzips),
        new Bomb(
            "gzip in Brotli", Kind.PAGE, "gzip, br", Base64.getDecoder().decode(GZIP_IN_BROTLI)),
        new Bomb("gzip in zlib", Kind.PAGE, "gzip, deflate", wrapped(zlib, zeros)),
        new Bomb("a thousand small gzips in a row", Kind.FEED, "gzip", repeated(zeros(64), 1_000)),
        new Bomb("one that keeps below the ratio", Kind.PAGE, "gzip", packed(gzip, 32, 8)),
        new Bomb("a picture", Kind.IMAGE, "gzip", packed(gzip, 32, 8)),
        new Bomb("three in one", Kind.FEED, "gzip, gzip, gzip", wrapped(gzip, gzips)),
        new Bomb("a robots.txt", Kind.ROBOTS, "gzip", zeros));
  }

  /** So many mebibytes; of each kibibyte so many bytes are noise, the others zeros. */
  private static byte[] packed(Packing packing, int mebibytes, int noise) throws IOException {
    var random = new Random(5);
    var bytes = new ByteArrayOutputStream();
    byte[] noisy = new byte[noise];
    byte[] rest = new byte[1024 - noise];
    try (OutputStream out = packing.around(bytes)) {
      for (int i = 0; i < mebibytes * 1024; i++) {
        random.nextBytes(noisy);
        out.write(noisy);
        out.write(rest);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zeros(int kibibytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new byte[kibibytes * 1024]);
    }
    return bytes.toByteArray();
  }

  private static byte[] wrapped(Packing packing, byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing.around(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private static byte[] repeated(byte[] part, int times) {
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }

  public static void main(String[] arguments) throws IOException {
    for (Bomb bomb : all()) {
      var in = new ByteArrayInputStream(bomb.body());
      String encoding = bomb.encoding().isEmpty() ? null : bomb.encoding();
      String outcome;
      try {
        byte[] read = Body.read(in, encoding, bomb.kind(), (long _) -> {}).decoded();
        outcome = "the first " + read.length + " bytes";
      } catch (BodyException e) {
        outcome = e.kind().label();
      }
      System.out.println(bomb.name() + ": " + outcome);
    }
  }
}
