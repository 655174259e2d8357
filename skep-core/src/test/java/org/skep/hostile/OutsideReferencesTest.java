package org.skep.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skep.feed.FeedException;
import org.skep.feed.FeedLine;
import org.skep.feed.Opml;
import org.skep.model.Page;
import org.skep.sitemap.SitemapReader;
import org.skep.warc.WarcReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Documents that name a file and a server: by entities, a DTD, XInclude, a schema, a style sheet. A
 * file lies there, a server listens there, and neither is ever touched, whatever the encoding and
 * whoever reads. Specs "security", section 2.
 */
class OutsideReferencesTest {
  private static final String SECRET = "the canary sings in the cellar";

  /** Where {@code %1$s} is the file's address and {@code %2$s} the server's. */
  private static final List<String> PROLOGS =
      List.of(
          "<!DOCTYPE x [<!ENTITY a SYSTEM '%1$s'><!ENTITY b SYSTEM '%2$s/entity'>]>",
          "<!DOCTYPE x [<!ENTITY a PUBLIC '-//x//y' '%1$s'><!ENTITY b '&a;'>]>",
          "<!DOCTYPE x SYSTEM '%2$s/outside.dtd'>",
          "<!DOCTYPE x PUBLIC '-//Netscape//DTD RSS 0.91//EN' '%1$s' [<!ENTITY a '&#37;p;'>]>",
          "<!DOCTYPE x [<!ENTITY %% p SYSTEM '%1$s'><!ENTITY %% q SYSTEM '%2$s/p'>%%p;%%q;]>",
          "<?xml-stylesheet type='text/xsl' href='%2$s/style.xsl'?><?xml-model href='%1$s'?>");

  /** A document of each kind, whose texts and attributes reach for the outside. */
  private static final List<String> BODIES =
      List.of(
          "<rss xmlns:xi='http://www.w3.org/2001/XInclude' xml:base='%1$s'><channel><title>&a;&b;"
              + "<xi:include href='%1$s' parse='text'/></title><item><title>t</title><link>&a;</link>"
              + "<description>&b;<xi:include href='%2$s/x'/></description></item></channel></rss>",
          "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:xsi='http://www.w3.org/2001/XMLSchema-"
              + "instance' xsi:schemaLocation='x %2$s/s.xsd'><title>&a;</title><entry><id>&b;</id>"
              + "<content type='xhtml' src='%1$s'><div title='&a;'>&b;</div></content></entry></feed>",
          "<urlset xsi:noNamespaceSchemaLocation='%2$s/s.xsd'><url><loc>http://a.example/&a;</loc>"
              + "<news><title>&b;</title></news></url></urlset>",
          "<sitemapindex><sitemap><loc>http://a.example/&a;&b;</loc></sitemap></sitemapindex>",
          "<opml><head><title>&a;</title></head><body><outline text='&b;'"
              + " xmlUrl='http://a.example/&a;'/></body></opml>",
          "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>&a;</title></head><body><article>"
              + "<p>&b; and some more words for a page that is an article of some length.</p>"
              + "<xi:include href='%1$s'/><object data='%2$s/o'></object></article></body></html>");

  @TempDir private Path folder;
  private final AtomicInteger calls = new AtomicInteger();
  private ServerSocket server;
  private String file = "";

  static Stream<Arguments> encodings() {
    return Stream.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")
        .flatMap(name -> Stream.of(Arguments.of(name, true), Arguments.of(name, false)));
  }

  @BeforeEach
  void lay() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, SECRET);
    file = secret.toUri().toString();
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::listen);
  }

  private void listen() {
    while (true) {
      try (Socket caller = server.accept()) {
        calls.incrementAndGet();
        caller
            .getOutputStream()
            .write(("HTTP/1.0 200 OK\r\n\r\n" + SECRET).getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @ParameterizedTest(name = "{0}, byte order mark: {1}")
  @MethodSource("encodings")
  void areNeverFollowed(String encoding, boolean mark) {
    String address = "http://127.0.0.1:" + server.getLocalPort();
    int read = 0;
    for (String prolog : PROLOGS) {
      for (String body : BODIES) {
        String text =
            (mark ? "\ufeff" : "")
                + "<?xml version='1.0' encoding='%s'?>\n".formatted(encoding)
                + (prolog + body).formatted(file, address);
        for (String said : everyReading(text.getBytes(Charset.forName(encoding)))) {
          assertThat(said).as(text).doesNotContain(SECRET, "canary");
          read++;
        }
      }
    }

    assertThat(read).isGreaterThan(PROLOGS.size() * BODIES.size());
    assertThat(calls).hasValue(0);
  }

  @Test
  void areFollowedByAReaderThatWasNotToldOtherwise() throws Exception {
    String address = "http://127.0.0.1:" + server.getLocalPort();
    String text = (PROLOGS.getFirst() + "<x>&a;</x>").formatted(file, address);
    String remote = (PROLOGS.get(2) + "<x/>").formatted(file, address);
    var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
    builder.setErrorHandler(null);

    var document = builder.parse(new InputSource(new StringReader(text)));

    assertThat(document.getDocumentElement().getTextContent()).isEqualTo(SECRET);
    assertThatThrownBy(() -> builder.parse(new InputSource(new StringReader(remote))))
        .as("the answer is no DTD")
        .isInstanceOf(SAXException.class);
    assertThat(calls).hasValue(1);
  }

  /** What each reader that may get such bytes makes of them. */
  private static List<String> everyReading(byte[] bytes) {
    var said = new ArrayList<String>();
    said.add(FeedLine.of(bytes, Map.of(), "http://a.example/").toString());
    said.add(SitemapReader.read(bytes, null, "http://a.example/").toString());
    try {
      said.add(Opml.read(bytes).toString());
    } catch (FeedException e) {
      said.add(String.valueOf(e.getMessage()));
    }
    said.add(HostileReader.read(HostileFile.Kind.PAGE, bytes).toString());
    Page page = archived(bytes).orElseThrow();
    said.add(HostileReader.read(HostileFile.Kind.PAGE, page.body()).toString());
    return said;
  }

  /** The same bytes as the page of a web archive. */
  private static Optional<Page> archived(byte[] payload) {
    String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/xhtml+xml\r\n\r\n";
    String head =
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Target-URI: http://a.example/1\r
        WARC-Date: 2031-05-14T12:00:00Z\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        %s\
        """
            .formatted(answer.length() + payload.length, answer);
    var record = new ByteArrayOutputStream();
    record.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(payload);
    record.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return new WarcReader(new ByteArrayInputStream(record.toByteArray())).next();
  }
}
