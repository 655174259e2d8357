package org.skep.warc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcResponse;
import org.skep.model.Page;
import org.skep.url.Url;

/** The page in a record, when there is one: HTML that was answered with success. */
final class ArchivedPage {
  /** A page larger than that is cut: no reporter wrote it. */
  private static final int BODY_BYTES_MAX = 16 << 20;

  private static final DateTimeFormatter ARC_DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private ArchivedPage() {}

  /**
   * Reads the page out of a response or resource record.
   *
   * @return null when the record holds none
   * @throws IOException when the HTTP message in it cannot be read
   */
  static @Nullable Page of(ArchiveRecord record) throws IOException {
    String address = address(record.header("warc-target-uri"));
    byte[] block = record.block();
    if (address == null || block == null || block.length == 0) {
      return null;
    }
    Instant date = date(record.header("warc-date"));
    boolean http = startsWith(block, "HTTP/");
    return switch (record.type()) {
      case "response" -> http ? fromHttp(address, block, date) : null;
      case "resource", "conversion" ->
          fromBody(address, Map.of("content-type", record.header("content-type")), block, date);
      default -> null;
    };
  }

  /**
   * Only inside a WARC record does jwarc accept a message without Content-Length, so the block gets
   * a plain record header of its own, whatever the archive's format.
   */
  private static @Nullable Page fromHttp(String address, byte[] block, Instant date)
      throws IOException {
    var record = new SequenceInputStream(header(block.length), new ByteArrayInputStream(block));
    try (var reader = new org.netpreserve.jwarc.WarcReader(record)) {
      return reader.next().orElse(null) instanceof WarcResponse response
          ? answered(address, response.http(), block, date)
          : null;
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static InputStream header(int length) {
    String header =
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r
        WARC-Date: 1970-01-01T00:00:00Z\r
        WARC-Target-URI: http://record.invalid/\r
        Content-Type: application/http;msgtype=response\r
        Content-Length: %d\r
        \r
        """
            .formatted(length);
    return new ByteArrayInputStream(header.getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable Page answered(
      String address, HttpResponse response, byte[] block, Instant date) throws IOException {
    if (response.status() < 200 || response.status() > 299) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return isHtml(headers.getOrDefault("content-type", ""), block)
        ? fromBody(address, headers, body(response, block), date)
        : null;
  }

  /** The decoded body; archives hold bodies whose headers lie, and then the bytes as they are. */
  private static byte[] body(HttpResponse response, byte[] block) throws IOException {
    try (InputStream in = response.bodyDecoded().stream()) {
      return in.readNBytes(BODY_BYTES_MAX);
    } catch (IOException | RuntimeException e) {
      int begin = headerEnd(block);
      if (block.length - begin > 2 && block[begin] == 0x1F) {
        throw new IOException("the body cannot be unpacked: " + e.getMessage(), e);
      }
      return java.util.Arrays.copyOfRange(block, begin, block.length);
    }
  }

  private static int headerEnd(byte[] block) {
    for (int i = 0; i + 3 < block.length; i++) {
      if (block[i] == '\n'
          && (block[i + 1] == '\n' || (block[i + 1] == '\r' && block[i + 2] == '\n'))) {
        return block[i + 1] == '\n' ? i + 2 : i + 3;
      }
    }
    return 0;
  }

  private static @Nullable Page fromBody(
      String address, Map<String, String> headers, byte[] body, Instant date) {
    boolean html = body.length > 0 && isHtml(headers.getOrDefault("content-type", ""), body);
    return html ? new Page(address, headers, body, date) : null;
  }

  private static boolean isHtml(String contentType, byte[] body) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.contains("html") || (type.isEmpty() && startsWith(body, "<"));
  }

  private static boolean startsWith(byte[] bytes, String text) {
    return new String(bytes, 0, Math.min(bytes.length, text.length()), StandardCharsets.ISO_8859_1)
        .equals(text);
  }

  /** Some writers put the address in angle brackets, some leave blanks in it. */
  private static @Nullable String address(String target) {
    String bare =
        target.startsWith("<") && target.endsWith(">")
            ? target.substring(1, target.length() - 1)
            : target;
    return Url.parse(bare).filter(Url::isHttp).map(Url::href).orElse(null);
  }

  private static Instant date(String stated) {
    try {
      return stated.indexOf('-') > 0
          ? Instant.parse(stated)
          : LocalDateTime.parse((stated + "000000").substring(0, 14), ARC_DATE)
              .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      return Instant.EPOCH;
    }
  }
}
