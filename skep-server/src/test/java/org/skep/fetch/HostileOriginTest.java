package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.badChunk;
import static org.skep.fetch.FakeOrigin.closeAfter;
import static org.skep.fetch.FakeOrigin.endless;
import static org.skep.fetch.FakeOrigin.gzip;
import static org.skep.fetch.FakeOrigin.neverAnswer;
import static org.skep.fetch.FakeOrigin.raw;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.fetch.FakeOrigin.slow;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skep.clock.VirtualClock;
import org.skep.fetch.Failure.Kind;

/** Each kind of bad server gives its own clear failure, soon, and nothing else suffers. */
@Timeout(60)
class HostileOriginTest {
  private final VirtualClock clock = VirtualClock.atNoon();
  private final FakeOrigin origin = FakeOrigin.start(clock);
  private final FetchLimits limits = FetchLimits.ORDINARY.dividedBy(50);
  private final Fetcher fetcher = fetcher(limits, "a.test");

  private Fetcher fetcher(FetchLimits within, String... names) {
    return new Fetcher(
        FetchSettings.ordinary("1.2").with(within).with(origin.press(Duration.ZERO, names)),
        HostStates.inMemory(),
        clock);
  }

  @AfterEach
  void close() {
    fetcher.close();
    origin.close();
  }

  private Fetched answer(FakeOrigin.Step step) throws InterruptedException {
    origin.on("a.test/x", step);
    return fetcher.fetch(Request.of(origin.url("a.test/x"), Request.Kind.FEED));
  }

  private Failure failure(FakeOrigin.Step step) throws InterruptedException {
    return ((Fetched.Failed) answer(step)).failure();
  }

  private String body(FakeOrigin.Step step) throws InterruptedException {
    return new String(((Fetched.Ok) answer(step)).page().body(), StandardCharsets.UTF_8);
  }

  @Test
  void silence() throws InterruptedException {
    var failure = failure(neverAnswer());

    assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
    assertThat(failure.text()).isEqualTo("No byte for 400 ms.");
  }

  @Test
  void aTrickle() throws InterruptedException {
    var failure = failure(slow(Duration.ofMillis(40), "x".repeat(1000)));

    assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
    assertThat(failure.text()).startsWith("Too slow: ");
  }

  @Test
  void aBodyThatBreaksOff() throws InterruptedException {
    var failure = failure(closeAfter(50, "x".repeat(100).getBytes(StandardCharsets.UTF_8)));

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN_BODY);
  }

  @Test
  void aChunkWithoutSize() throws InterruptedException {
    assertThat(failure(badChunk("<rss>")).kind()).isEqualTo(Kind.BROKEN_BODY);
  }

  @Test
  void gzipThatBreaksOff() throws InterruptedException {
    byte[] whole = gzip("<rss>".repeat(999).getBytes(StandardCharsets.UTF_8));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    var failure = failure(reply(200, half, "Content-Encoding: gzip"));

    assertThat(failure.kind()).isEqualTo(Kind.BROKEN_BODY);
    assertThat(failure.text()).isEqualTo("The body breaks off after " + half.length + " bytes.");
  }

  @Test
  void garbageThatClaimsToBeDeflatedOrBrotli() throws InterruptedException {
    assertThat(failure(reply(200, "\u0000\u0001\u0002 no", "Content-Encoding: deflate")).kind())
        .isEqualTo(Kind.BROKEN_BODY);
    assertThat(failure(reply(200, "\u00FF\u00FEnot brotli at all", "Content-Encoding: br")).kind())
        .isEqualTo(Kind.BROKEN_BODY);
    assertThat(failure(reply(200, "x", "Content-Encoding: lzma")).text())
        .isEqualTo("The body is encoded as lzma, which we did not ask for.");
  }

  @Test
  void encodingsThatServersReallySend() throws InterruptedException {
    byte[] plain = "<rss>plain</rss>".getBytes(StandardCharsets.UTF_8);
    byte[] zlib = deflate(plain, false);
    byte[] bare = deflate(plain, true);

    assertThat(body(reply(200, gzip(plain), "Content-Encoding: gzip")))
        .isEqualTo("<rss>plain</rss>");
    assertThat(body(reply(200, gzip(plain)))).isEqualTo("<rss>plain</rss>");
    assertThat(body(reply(200, gzip(gzip(plain)), "Content-Encoding: gzip")))
        .isEqualTo("<rss>plain</rss>");
    assertThat(body(reply(200, gzip(gzip(plain)), "Content-Encoding: gzip, gzip")))
        .isEqualTo("<rss>plain</rss>");
    assertThat(body(reply(200, plain, "Content-Encoding: gzip"))).isEqualTo("<rss>plain</rss>");
    assertThat(body(reply(200, zlib, "Content-Encoding: deflate"))).isEqualTo("<rss>plain</rss>");
    assertThat(body(reply(200, bare, "Content-Encoding: deflate"))).isEqualTo("<rss>plain</rss>");
  }

  private static byte[] deflate(byte[] plain, boolean bare) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    deflater.setInput(plain);
    deflater.finish();
    byte[] out = new byte[1000];
    int length = deflater.deflate(out);
    deflater.end();
    return java.util.Arrays.copyOf(out, length);
  }

  @Test
  void aDecompressionBomb() throws InterruptedException {
    byte[] bomb = gzip(new byte[64 << 20]);

    var failure = failure(reply(200, bomb, "Content-Encoding: gzip"));
    var nested = failure(reply(200, gzip(bomb), "Content-Encoding: gzip, gzip"));

    assertThat(failure.kind()).isEqualTo(Kind.TOO_BIG);
    assertThat(failure.text())
        .isEqualTo("The body unpacks to more than 200 times its size: a decompression bomb.");
    assertThat(nested.kind()).isEqualTo(Kind.TOO_BIG);
  }

  @Test
  void aPageOf50MegabytesAndOneWithoutEnd() throws InterruptedException {
    origin.on("a.test/big", reply(200, new byte[50 << 20]));
    origin.on("a.test/endless", endless("text/html"));
    try (var patient = fetcher(FetchLimits.ORDINARY, "a.test")) {
      for (String path : List.of("a.test/big", "a.test/endless")) {
        var failed =
            (Fetched.Failed) patient.fetch(Request.of(origin.url(path), Request.Kind.PAGE));

        assertThat(failed.failure().kind()).isEqualTo(Kind.TOO_BIG);
        assertThat(failed.failure().text()).isEqualTo("The page is larger than 5 MiB decoded.");
      }
    }
  }

  @Test
  void aHugeHeader() throws InterruptedException {
    var failure = failure(reply(200, "x", "X-Padding: " + "y".repeat(70_000)));

    assertThat(failure.kind()).isEqualTo(Kind.TOO_BIG);
    assertThat(failure.text()).isEqualTo("The answer's header is larger than 64 KiB.");
  }

  @Test
  void somethingThatIsNotHttp() throws InterruptedException {
    assertThat(failure(raw("SSH-2.0-OpenSSH_9\r\n")).kind()).isEqualTo(Kind.BROKEN_BODY);
    assertThat(failure(raw("")).kind()).isIn(Kind.NETWORK, Kind.BROKEN_BODY);
  }

  @Test
  void nobodyAtHome() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    var press = LocalPress.atOrdinaryPace(List.of("gone.test:" + free));
    try (var other =
        new Fetcher(FetchSettings.ordinary("1").with(press), HostStates.inMemory(), clock)) {
      var failed =
          (Fetched.Failed)
              other.fetch(Request.of("http://gone.test:" + free + "/", Request.Kind.FEED));

      assertThat(failed.failure().text()).isEqualTo("Connection refused by gone.test.");
    }
  }

  @Test
  void wallsAndDeadEndsAreNamedForWhatTheyAre() throws InterruptedException {
    var wall = failure(reply(403, "", "cf-mitigated: challenge", "Server: cloudflare"));
    assertThat(wall.kind()).isEqualTo(Kind.BOT_WALL);
    assertThat(wall.text())
        .isEqualTo(
            "The server answered 403 with a challenge for robots (cf-mitigated: challenge).");
    assertThat(wall.evidence()).containsEntry("server", "cloudflare");

    assertThat(failure(reply(403, "")).kind()).isEqualTo(Kind.HTTP_STATUS);
    assertThat(failure(reply(410, "")).kind()).isEqualTo(Kind.GONE);
    assertThat(failure(reply(301, "")).text()).endsWith("but does not say where.");
    assertThat(failure(raw("HTTP/1.1 403 \r\n\r\n")).text())
        .isEqualTo("The server answered 403 Forbidden.");
  }

  @Test
  void aHundredDeadHostsDoNotDelayTheLiveOnes() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      names.add("dead-" + i + ".test");
      names.add("live-" + i + ".test");
      origin.on("dead-" + i + ".test/x", neverAnswer());
      origin.on("live-" + i + ".test/x", reply(200, "alive"));
    }
    int alive = 0;
    try (var many = fetcher(limits, names.toArray(String[]::new));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Fetched>> all = new ArrayList<>();
      for (String name : names) {
        all.add(() -> many.fetch(Request.of(origin.url(name + "/x"), Request.Kind.FEED)));
      }
      for (Future<Fetched> one : threads.invokeAll(all)) {
        alive += one.get() instanceof Fetched.Ok ? 1 : 0;
      }
    }

    assertThat(alive).isEqualTo(60);
  }
}
