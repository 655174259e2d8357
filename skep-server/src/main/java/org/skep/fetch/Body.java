package org.skep.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;
import org.skep.fetch.Failure.Kind;

/**
 * A response body, decoded under limits: gzip, deflate (with or without its zlib header) and
 * Brotli, at most two of them one in another, also gzip that no header announces. The limits are on
 * decoded bytes and, once past 1 MiB, on the ratio to what came over the wire, so a bomb costs no
 * more memory than an honest page.
 */
final class Body {
  private static final int ENCODINGS_MAX = 2;
  private static final int RATIO_MAX = 200;
  private static final int RATIO_FROM_BYTES = 1 << 20;

  private final Request.Kind kind;
  private final Wire wire;

  private Body(Request.Kind kind, Wire wire) {
    this.kind = kind;
    this.wire = wire;
  }

  /**
   * Reads a body to its end.
   *
   * @param encoding the Content-Encoding header, {@code null} when there was none
   * @param pace is told the number of bytes after each read and may refuse to go on
   */
  static Body.Bytes read(InputStream in, @Nullable String encoding, Request.Kind kind, Pace pace)
      throws IOException {
    var wire = new Wire(in, pace);
    return new Body(kind, wire).read(encoding);
  }

  /** The decoded bytes, and how many came over the wire. */
  record Bytes(byte[] decoded, long wire) {}

  /** Watches the speed. */
  interface Pace {
    void read(long bytes) throws IOException;
  }

  private Bytes read(@Nullable String encoding) throws IOException {
    List<String> names = encodings(encoding);
    if (names.size() > ENCODINGS_MAX) {
      throw new BodyException(
          Kind.BROKEN_BODY, "The body is encoded more than twice (" + encoding + ").", 0);
    }
    try {
      InputStream in = buffered(wire);
      int layers = 0;
      for (String name : names.reversed()) {
        in = decoder(name, in);
        layers++;
      }
      while (layers < ENCODINGS_MAX && kind != Request.Kind.IMAGE && isGzip(in)) {
        in = decoder("gzip", in);
        layers++;
      }
      return new Bytes(drain(in), wire.count);
    } catch (EOFException e) {
      throw broken("breaks off after " + wire.count + " bytes", e);
    } catch (ZipException e) {
      throw broken("is announced as " + encoding + " but cannot be decoded", e);
    }
  }

  private static List<String> encodings(@Nullable String header) {
    List<String> names = new ArrayList<>();
    for (String name : header == null ? new String[0] : header.split(",")) {
      String plain = name.strip().toLowerCase(Locale.ROOT);
      if (!plain.isEmpty() && !plain.equals("identity")) {
        names.add(plain);
      }
    }
    return names;
  }

  /** Servers that compress twice, or announce what they do not do, exist: the bytes decide. */
  private InputStream decoder(String name, InputStream in) throws IOException {
    return switch (name) {
      case "gzip", "x-gzip" -> isGzip(in) ? bounded(new GZIPInputStream(in, 8192)) : in;
      case "deflate" -> bounded(new InflaterInputStream(in, new Inflater(!isZlib(in)), 8192));
      case "br" -> bounded(brotli(in));
      default ->
          throw new BodyException(
              Kind.BROKEN_BODY,
              "The body is encoded as " + name + ", which we did not ask for.",
              0);
    };
  }

  /** The decoder looks at the first byte at once. */
  private InputStream brotli(InputStream in) throws IOException {
    try {
      return new BrotliInputStream(in);
    } catch (IOException e) {
      throw brokenBrotli(e);
    }
  }

  /** The decoder has no exception of its own; those of the connection have. */
  private IOException brokenBrotli(IOException e) {
    return e.getClass() == IOException.class
        ? broken("is announced as Brotli but cannot be decoded", e)
        : e;
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == 0x1F && second == 0x8B;
  }

  private static boolean isZlib(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return (first & 15) == 8 && (first * 256 + second) % 31 == 0;
  }

  private InputStream bounded(InputStream decoded) {
    return buffered(new Decoded(decoded));
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, 16_384);
  }

  private byte[] drain(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream(16_384);
    byte[] buffer = new byte[16_384];
    int limit = kind.bytesMax();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (out.size() + n > limit) {
        if (kind != Request.Kind.ROBOTS) {
          throw tooBig(out.size() + n);
        }
        out.write(buffer, 0, limit - out.size()); // of robots.txt the beginning is enough
        break;
      }
      out.write(buffer, 0, n);
    }
    return out.toByteArray();
  }

  private BodyException tooBig(long bytes) {
    String what = kind.name().toLowerCase(Locale.ROOT);
    return new BodyException(
        Kind.TOO_BIG,
        "The %s is larger than %d MiB decoded.".formatted(what, kind.bytesMax() >> 20),
        bytes);
  }

  private BodyException broken(String how, IOException cause) {
    var broken = new BodyException(Kind.BROKEN_BODY, "The body " + how + ".", wire.count);
    broken.initCause(cause);
    return broken;
  }

  /** What comes over the wire, counted. */
  private static final class Wire extends InputStream {
    private final InputStream in;
    private final Pace pace;
    private long count;

    Wire(InputStream in, Pace pace) {
      this.in = in;
      this.pace = pace;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = in.read(buffer, offset, length);
      count += Math.max(n, 0);
      pace.read(count);
      return n;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }
  }

  /** The output of one decoder, under the limits; decoders tell of broken input in many ways. */
  private final class Decoded extends InputStream {
    private final InputStream in;
    private long count;

    Decoded(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n;
      try {
        n = in.read(buffer, offset, length);
      } catch (BodyException | InterruptedIOException | ZipException | EOFException e) {
        throw e;
      } catch (IOException e) {
        throw in instanceof BrotliInputStream ? brokenBrotli(e) : e;
      }
      count += Math.max(n, 0);
      if (count > RATIO_FROM_BYTES && count > RATIO_MAX * wire.count) {
        throw new BodyException(
            Kind.TOO_BIG,
            "The body unpacks to more than %d times its size: a decompression bomb."
                .formatted(RATIO_MAX),
            count);
      }
      if (count > kind.bytesMax() && kind != Request.Kind.ROBOTS) {
        throw tooBig(count);
      }
      return n;
    }
  }
}
