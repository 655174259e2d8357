package org.skep.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.skep.model.Codec;

/** Records as deflated codec bytes: an analysed article takes about a fifth of its JSON. */
final class Packed {
  private Packed() {}

  static byte[] pack(Object record) {
    return deflate(Codec.encode(record));
  }

  static <T> T unpack(byte[] bytes, Class<T> type) {
    return Codec.decode(inflate(bytes), type);
  }

  static byte[] deflate(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (var deflating = new DeflaterOutputStream(out, deflater, 8_192)) {
      deflating.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  static byte[] inflate(byte[] bytes) {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StoreException("stored bytes are damaged: " + e.getMessage(), e);
    }
  }
}
