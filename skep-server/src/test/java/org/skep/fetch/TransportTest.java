package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.SystemClock;
import org.skep.clock.VirtualClock;
import org.skep.fetch.Failure.Kind;

/** The acceptance list of specs "fetching", F20: HTTP/2, and what goes wrong with TLS. */
@Timeout(60)
class TransportTest {
  private static final byte[] PLAIN = "<rss>by tls</rss>".getBytes(StandardCharsets.UTF_8);

  /** The same bytes, compressed by the reference encoder. */
  private static final byte[] BROTLI = Base64.getDecoder().decode("CwiAPHJzcz5ieSB0bHM8L3Jzcz4D");

  @TempDir private static Path folder;
  private static Certificates certificates;
  private static SSLContext good;

  @BeforeAll
  static void certificates() throws Exception {
    certificates = new Certificates(folder);
    good = certificates.server("a.test", "-2d", 20);
  }

  @Test
  @DisplayName("F20 HTTP/2 where the server speaks it, HTTP/1.1 where it does not")
  void protocols() throws Exception {
    assertThat(spoken(List.of("h2", "http/1.1"))).containsExactly("h2");
    assertThat(spoken(List.of("http/1.1"))).containsExactly("http/1.1");
  }

  private static List<String> spoken(List<String> protocols) throws Exception {
    try (var origin = TlsOrigin.start(good, protocols, 200, PLAIN, "identity")) {
      assertThat(body(fetch(origin, "a.test"))).isEqualTo(PLAIN);
      return origin.spoken();
    }
  }

  @Test
  @DisplayName("F20 gzip and brotli are undone over HTTP/2")
  void encodings() throws Exception {
    var h2 = List.of("h2");
    try (var gzip = TlsOrigin.start(good, h2, 200, FakeOrigin.gzip(PLAIN), "gzip");
        var brotli = TlsOrigin.start(good, h2, 200, BROTLI, "br")) {
      assertThat(body(fetch(gzip, "a.test"))).isEqualTo(PLAIN);
      assertThat(body(fetch(brotli, "a.test"))).isEqualTo(PLAIN);
    }
  }

  @Test
  @DisplayName("F20 HTTP/2 sends no words with a status; the sentence has them all the same")
  void status() throws Exception {
    try (var origin = TlsOrigin.start(good, List.of("h2"), 403, new byte[0], "identity")) {
      assertThat(failure(fetch(origin, "a.test")).text())
          .isEqualTo("The server answered 403 Forbidden.");
    }
  }

  @Test
  @DisplayName("F20 a certificate that expired, with the day")
  void expired() throws Exception {
    var day =
        new SystemClock().now().minus(4, ChronoUnit.DAYS).atZone(ZoneOffset.UTC).toLocalDate();
    assertThat(said(certificates.server("a.test", "-9d", 5), "a.test"))
        .isEqualTo("TLS: the certificate expired on " + day + ".");
  }

  @Test
  @DisplayName("F20 a certificate that is not valid yet")
  void early() throws Exception {
    assertThat(said(certificates.server("a.test", "+3d", 5), "a.test"))
        .startsWith("TLS: the certificate is not valid before ");
  }

  @Test
  @DisplayName("F20 a certificate of another host")
  void otherHost() throws Exception {
    assertThat(said(good, "b.test"))
        .isEqualTo("TLS: the certificate is for another host than b.test.");
  }

  @Test
  @DisplayName(
      "F20 a certificate nobody known has signed; only the tests trust their own authority")
  void unknownAuthority() throws Exception {
    try (var origin = TlsOrigin.start(good, List.of("h2"), 200, PLAIN, "identity")) {
      assertThat(failure(fetch(origin, "a.test", null)).text())
          .isEqualTo("TLS: the certificate is not signed by an authority that is known here.");
    }
  }

  /** What the failure says; it keeps the address it connected to, and nothing was requested. */
  private static String said(SSLContext context, String host) throws Exception {
    try (var origin = TlsOrigin.start(context, List.of("h2", "http/1.1"), 200, PLAIN, "identity")) {
      Failure failure = failure(fetch(origin, host));
      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure.evidence()).containsEntry("address", "127.0.0.1").containsKey("exception");
      assertThat(origin.spoken()).isEmpty();
      return failure.text();
    }
  }

  private static Fetched fetch(TlsOrigin origin, String host) throws Exception {
    return fetch(origin, host, certificates.trust());
  }

  private static Fetched fetch(TlsOrigin origin, String host, @Nullable X509TrustManager trust)
      throws IOException, InterruptedException {
    var press = LocalPress.atOrdinaryPace(List.of(host + ":" + origin.port()));
    try (var fetcher =
        new Fetcher(
            FetchSettings.ordinary("test").with(press),
            HostStates.inMemory(),
            VirtualClock.atNoon(),
            name -> {
              throw new UnknownHostException(name);
            },
            trust)) {
      return fetcher.fetch(
          Request.of("https://" + host + ":" + origin.port() + "/feed", Request.Kind.FEED));
    }
  }

  private static byte[] body(Fetched fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Ok.class);
    return ((Fetched.Ok) fetched).page().body();
  }

  private static Failure failure(Fetched fetched) {
    return ((Fetched.Failed) fetched).failure();
  }
}
