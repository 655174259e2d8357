package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.skep.fuzz.Target;

/** What servers answer: packed bodies, and how long to wait. */
public final class FetchTargets {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private FetchTargets() {}

  public static List<Target> all() {
    return List.of(
        new Target("body", bodies(), List.of("\u001f\u008b", "x\u009c"), FetchTargets::body),
        Target.ofText(
            "retry-after",
            List.of("120", "Tue, 03 Mar 2026 09:15:00 GMT", "Tuesday, 03-Mar-26 09:15:00 GMT"),
            List.of("Tue ", "Mar", " 3 ", "2026", ":", "GMT", "-", ",", "3600"),
            FetchTargets::retryAfter));
  }

  private static void body(byte[] wire) {
    for (String encoding : List.of("gzip", "deflate", "br", "identity", "deflate, gzip")) {
      try {
        var bytes =
            Body.read(new ByteArrayInputStream(wire), encoding, Request.Kind.PAGE, (long _) -> {});
        assertThat(bytes.decoded().length).isLessThanOrEqualTo(Request.Kind.PAGE.bytesMax());
        assertThat(bytes.wire()).isLessThanOrEqualTo(wire.length);
      } catch (BodyException e) {
        assertThat(e).hasMessageMatching("(?s).+");
      } catch (IOException e) {
        throw new AssertionError("as " + encoding + ": not told as a broken body", e);
      }
    }
  }

  private static void retryAfter(String header) {
    RetryAfter.read(header, NOW)
        .ifPresent(at -> assertThat(at).isBetween(NOW, NOW.plus(RetryAfter.WAIT_MAX)));
  }

  private static List<byte[]> bodies() {
    byte[] text = "<p>A bridge, a bridge, a bridge.".repeat(20).getBytes(StandardCharsets.UTF_8);
    var gzip = new ByteArrayOutputStream();
    var deflated = new ByteArrayOutputStream();
    try (var one = new GZIPOutputStream(gzip);
        var other = new DeflaterOutputStream(deflated)) {
      one.write(text);
      other.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] brotli = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};
    return List.of(gzip.toByteArray(), deflated.toByteArray(), brotli, text);
  }
}
