package org.skep.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.skep.model.Page;

/**
 * A page ready to be stored: packed and hashed by the thread that fetched it, not by the writer.
 *
 * @param hash SHA-256 of the bytes before packing
 */
record KeptPage(String url, Instant fetched, String hash, int length, byte[] packed) {
  static KeptPage of(Page page) {
    return new KeptPage(
        page.url(), page.fetchedAt(), Hash.of(page.body()), page.body().length, gzip(page.body()));
  }

  static byte[] unpack(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StoreException("a stored page is damaged: " + e.getMessage(), e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
