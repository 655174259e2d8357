package org.skep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.skep.robots.Robots;
import org.skep.warc.WarcReader;

/** Web archives, packed and not, and what a robots.txt says. */
final class ArchiveTargets {
  private static final List<String> ARCHIVE_TOKENS =
      List.of(
          "WARC/1.0\r\n",
          "WARC/1.1\r\n",
          "WARC-Type: response\r\n",
          "WARC-Type: revisit\r\n",
          "WARC-Target-URI: http://b.example/\r\n",
          "Content-Length: 5\r\n",
          "Content-Length: ",
          "WARC-Date: ",
          "\r\n\r\n",
          "\n",
          ":",
          "HTTP/1.1 200 OK\r\n",
          "HTTP/1.1 304 No\r\n\r\n",
          "Transfer-Encoding: chunked\r\n\r\n",
          "ffffffff\r\n",
          "0\r\n\r\n",
          "Content-Encoding: gzip\r\n\r\n",
          "Content-Encoding: br\r\n\r\n",
          "filedesc://x 0.0.0.0 ",
          "\u001f\u008b");

  private static final List<String> RULES =
      List.of(
          """
          # ours
          User-agent: Skep
          User-agent: *
          Crawl-delay: 2.5
          Disallow: /private*/x$
          Allow: /private/é?q=%2F
          Sitemap: https://a.example/map.xml
          """,
          "\ufeffuser-agent:other\r\rdisallow:\rnoindex: /y\n\nUser-Agent: SkepBot/1.0\nAllow:/");

  private static final List<String> RULE_TOKENS =
      List.of(
          "User-agent:",
          "user agent",
          "Skep",
          "*",
          "$",
          "Disallow:",
          "disalow:",
          "Allow:",
          "/",
          "#",
          ":",
          "\n",
          "\r",
          "Crawl-delay:",
          "NaN",
          "1e308",
          "Sitemap:",
          "%",
          "%2f",
          "**",
          "/*/",
          "é");

  private ArchiveTargets() {}

  static List<Target> all() {
    return List.of(
        new Target("warc", archives(), ARCHIVE_TOKENS, ArchiveTargets::archive),
        new Target(
            "robots",
            RULES.stream().map(Target::bytes).toList(),
            RULE_TOKENS,
            ArchiveTargets::robots));
  }

  private static void archive(byte[] bytes) {
    var reader = new WarcReader(new ByteArrayInputStream(bytes));
    int pages = 0;
    for (var page = reader.next(); page.isPresent(); page = reader.next()) {
      assertThat(page.get().url()).isNotBlank();
      pages++;
    }
    assertThat(reader.next()).isEmpty();
    assertThat(reader.summary().pages()).isEqualTo(pages);
    assertThat(reader.summary().records()).isGreaterThanOrEqualTo(pages);
  }

  private static void robots(byte[] file) {
    Robots robots = Robots.parse(file);
    for (String url :
        List.of("https://a.example/", "https://a.example/private/é?q=/", "nonsense")) {
      assertThat(robots.allows("Skep", url)).isEqualTo(robots.decide("Skep", url).allowed());
    }
    robots.crawlDelay("Skep").ifPresent(delay -> assertThat(delay.isNegative()).isFalse());
    assertThat(robots.sitemaps()).doesNotContainNull();
  }

  private static List<byte[]> archives() {
    byte[] page = record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>one");
    byte[] chunked =
        record(
            "response",
            """
            HTTP/1.1 200 OK\r
            Content-Type: text/html\r
            Transfer-Encoding: chunked\r
            \r
            4\r
            <p>t\r
            2;x=y\r
            wo\r
            0\r
            \r
            """);
    byte[] packed =
        record(
            "response",
            join(
                Target.bytes(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"),
                gzip(Target.bytes("<p>three"))));
    byte[] revisit = record("revisit", "HTTP/1.1 304 Not Modified\r\n\r\n");
    byte[] arc =
        Target.bytes(
            """
            filedesc://x.arc 0.0.0.0 20140102030405 text/plain 8
            1 0 Test

            http://a.example/ 192.0.2.1 20140102030405 text/html 47
            HTTP/1.0 200 OK\r
            Content-Type: text/html\r
            \r
            <p>x
            """);
    return List.of(
        join(page, chunked),
        join(packed, revisit, page),
        join(gzip(page), gzip(revisit), gzip(chunked)),
        gzip(join(page, packed)),
        arc,
        gzip(arc));
  }

  private static byte[] record(String type, String block) {
    return record(type, Target.bytes(block));
  }

  private static byte[] record(String type, byte[] block) {
    String head =
        """
        WARC/1.0\r
        WARC-Type: %s\r
        WARC-Target-URI: http://a.example/%d\r
        WARC-Date: 2031-05-14T12:00:00Z\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        """
            .formatted(type, block.length, block.length);
    return join(Target.bytes(head), block, Target.bytes("\r\n\r\n"));
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
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
}
