package org.skep.warc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.skep.model.Page;

class WarcReaderTest {
  private static final String HTTP =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";

  private static byte[] record(String type, String url, String block) {
    return bytes(
        """
        WARC/1.0\r
        WARC-Type: %s\r
        WARC-Target-URI: %s\r
        WARC-Date: 2031-05-14T12:00:00Z\r
        WARC-Record-ID: <urn:uuid:1>\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """
            .formatted(type, url, bytes(block).length, block));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static List<String> pages(byte[] archive) {
    var reader = new WarcReader(new ByteArrayInputStream(archive));
    List<String> found = new ArrayList<>();
    for (var page = reader.next(); page.isPresent(); page = reader.next()) {
      found.add(page.get().url() + " " + new String(page.get().body(), StandardCharsets.UTF_8));
    }
    return found;
  }

  private static WarcReader.Summary summary(byte[] archive) {
    return WarcReader.summarize(new ByteArrayInputStream(archive));
  }

  private final byte[] one = record("response", "http://a.example/1", HTTP + "<p>eins");
  private final byte[] two = record("response", "<http://a.example/2 b>", HTTP + "<p>zwei");

  @Test
  void aResponseBecomesAPage() {
    Page page = new WarcReader(new ByteArrayInputStream(one)).next().orElseThrow();

    assertThat(page.url()).isEqualTo("http://a.example/1");
    assertThat(page.headers()).containsEntry("content-type", "text/html; charset=utf-8");
    assertThat(page.fetchedAt()).isEqualTo(Instant.parse("2031-05-14T12:00:00Z"));
  }

  @Test
  void packedRecordByRecordOrAsAWholeOrNotAtAllIsTheSame() {
    var expected = List.of("http://a.example/1 <p>eins", "http://a.example/2%20b <p>zwei");

    assertThat(pages(join(one, two))).isEqualTo(expected);
    assertThat(pages(join(gzip(one), gzip(two)))).isEqualTo(expected);
    assertThat(pages(gzip(join(one, two)))).isEqualTo(expected);
  }

  @Test
  void bodiesAreUnchunkedAndUnpacked() {
    String chunked =
        """
        HTTP/1.1 200 OK\r
        Content-Type: text/html\r
        Transfer-Encoding: chunked\r
        \r
        4\r
        <p>d\r
        3\r
        rei\r
        0\r
        \r
        """;

    assertThat(pages(record("response", "http://a.example/3", chunked)))
        .containsExactly("http://a.example/3 <p>drei");
  }

  @Test
  void whatIsNoPageIsCountedOnly() {
    var summary =
        summary(
            join(
                record("warcinfo", "", "software: x"),
                record("request", "http://a.example/1", "GET / HTTP/1.1\r\n\r\n"),
                record("revisit", "http://a.example/1", HTTP),
                record("response", "http://a.example/404", "HTTP/1.1 404 No\r\n\r\n<p>no"),
                record(
                    "response",
                    "http://a.example/p.png",
                    "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"),
                one));

    assertThat(summary).isEqualTo(new WarcReader.Summary(6, 1, 1, 0, List.of()));
  }

  @Test
  void oldArcFilesAreReadToo() {
    String body = HTTP + "<p>alt";
    byte[] arc =
        bytes(
            "filedesc://x.arc 0.0.0.0 20140102030405 text/plain 8\n1 0 Test\n\n"
                + "http://a.example/ 192.0.2.1 20140102030405 text/html "
                + body.length()
                + "\n"
                + body
                + "\n");

    Page page = new WarcReader(new ByteArrayInputStream(arc)).next().orElseThrow();
    assertThat(page.fetchedAt()).isEqualTo(Instant.parse("2014-01-02T03:04:05Z"));
  }

  @Test
  void aDamagedRecordCostsItselfOnly() {
    byte[] damaged = gzip(one);
    for (int i = 30; i < 60; i++) {
      damaged[i] = (byte) 0xFF;
    }
    byte[] cut = java.util.Arrays.copyOf(gzip(one), 80);
    byte[] liar = bytes(new String(one, StandardCharsets.UTF_8).replace("th: 6", "th: 9"));

    assertThat(pages(join(damaged, gzip(two)))).containsExactly("http://a.example/2%20b <p>zwei");
    assertThat(pages(join(cut, gzip(two)))).containsExactly("http://a.example/2%20b <p>zwei");
    assertThat(pages(join(gzip(liar), gzip(two))))
        .containsExactly("http://a.example/2%20b <p>zwei");
    assertThat(pages(join(bytes("rubbish\nand more\n"), two)))
        .containsExactly("http://a.example/2%20b <p>zwei");
  }

  @Test
  void anArchiveThatBreaksOffGivesWhatStandsBeforeTheBreak() {
    byte[] broken = java.util.Arrays.copyOf(join(one, two), one.length + two.length - 20);
    var summary = summary(broken);

    assertThat(summary.records()).isEqualTo(1);
    assertThat(summary.bad()).isEqualTo(1);
    assertThat(summary.warnings()).containsExactly("a record breaks off 16 bytes before its end");
  }

  @Test
  void aStreamThatFailsIsTheEnd() {
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThat(WarcReader.summarize(failing).warnings())
        .contains("the archive cannot be read any further: disk on fire");
  }

  @Test
  void noDamageMakesItThrow() {
    var random = new Random(3);
    byte[][] archives = {join(one, two, one), join(gzip(one), gzip(two), gzip(one))};
    for (int i = 0; i < 3000; i++) {
      byte[] archive = archives[i % 2].clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        archive[random.nextInt(archive.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(archive.length) : archive.length;
      summary(java.util.Arrays.copyOf(archive, length));
    }
  }
}
