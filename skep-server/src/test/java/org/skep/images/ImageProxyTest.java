package org.skep.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.fetch.LocalPress;

/** Others' pictures: only what we signed is fetched, only raster pictures come out. */
class ImageProxyTest {
  private static final byte[] PNG =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                  + "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");

  /** Twelve ways to dress a script as a picture. */
  private static final List<String> SVGS =
      List.of(
          "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
          "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>",
          "\ufeff<svg onload=alert(1)>",
          "  \n\t<svg><image href=\"javascript:alert(1)\"/></svg>",
          "<!DOCTYPE svg><svg><use href=\"//evil.example/x.svg#a\"/></svg>",
          "<!-- GIF89a --><svg onload=alert(1)>",
          "<svg><foreignObject><iframe"
              + " srcdoc=\"<script>alert(1)</script>\"/></foreignObject></svg>",
          "<SVG ONLOAD=alert(1)>",
          "<html><body><script>alert(1)</script>",
          "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
          "<x:svg xmlns:x=\"http://www.w3.org/2000/svg\"><x:script>alert(1)</x:script></x:svg>",
          "<svg><style>@import '//evil.example/x.css';</style></svg>");

  @TempDir private Path directory;
  private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private HttpServer origin;
  private Fetcher fetcher;
  private ImageProxy proxy;

  @BeforeEach
  void start() throws IOException {
    origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.merge(path, 1, Integer::sum);
          byte[] body = bodies.getOrDefault(path, new byte[0]);
          exchange.getResponseHeaders().add("Content-Type", "image/png");
          exchange.sendResponseHeaders(
              body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    origin.start();
    var press =
        LocalPress.onLoopback(
            List.of("pictures.localhost:" + port()), Duration.ZERO, Duration.ofSeconds(15));
    fetcher =
        new Fetcher(
            FetchSettings.ordinary("test").with(press), HostStates.inMemory(), new SystemClock());
    proxy = new ImageProxy(fetcher, new SystemClock(), directory);
  }

  @AfterEach
  void stop() {
    fetcher.close();
    origin.stop(0);
  }

  @Test
  void aSignedPictureIsFetchedOnceAndThenKept() {
    bodies.put("/a.png", PNG);
    String[] path = path("/a.png");

    assertThat(proxy.image(path[0], path[1]).map(ImageProxy.Image::type)).contains(ImageType.PNG);
    bodies.clear();
    assertThat(proxy.image(path[0], path[1]).map(ImageProxy.Image::bytes)).contains(PNG);
    assertThat(asked).containsEntry("/a.png", 1);
    var again = new ImageProxy(fetcher, new SystemClock(), directory);
    assertThat(again.image(path[0], path[1])).as("the key outlives a restart").isPresent();
  }

  @Test
  void whatWeDidNotSignIsNotEvenAskedFor() {
    bodies.put("/a.png", PNG);
    bodies.put("/b.png", PNG);
    String[] a = path("/a.png");
    String[] b = path("/b.png");

    assertThat(proxy.image(a[0], b[1])).isEmpty();
    assertThat(proxy.image("", b[1])).isEmpty();
    assertThat(proxy.image(a[0].toLowerCase(java.util.Locale.ROOT) + "x", a[1])).isEmpty();
    assertThat(proxy.image(a[0], "%%%")).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void scriptsDressedAsPicturesAreRefusedWhateverTheirTypeSays() {
    for (int i = 0; i < SVGS.size(); i++) {
      bodies.put("/" + i + ".png", SVGS.get(i).getBytes(StandardCharsets.UTF_8));
      String[] path = path("/" + i + ".png");
      assertThat(proxy.image(path[0], path[1])).as(SVGS.get(i)).isEmpty();
    }
  }

  @Test
  void anAddressOfThisNetworkIsRefusedByTheOneClient() {
    for (String url :
        List.of("http://127.0.0.1:" + port() + "/a.png", "http://169.254.169.254/latest/a.png")) {
      String[] path = proxy.path(url).orElseThrow().split("/", -1);
      assertThat(proxy.image(path[2], path[3])).as(url).isEmpty();
    }
    assertThat(asked).isEmpty();
    assertThat(proxy.path("javascript:alert(1)")).isEmpty();
    assertThat(proxy.path("data:image/png;base64,AAAA")).isEmpty();
  }

  @Test
  void everyKindOfRasterPictureIsKnownByItsFirstBytes() {
    assertThat(ImageType.of(hex("ffd8ffe000104a46"))).contains(ImageType.JPEG);
    assertThat(ImageType.of("GIF89a...".getBytes(StandardCharsets.US_ASCII)))
        .contains(ImageType.GIF);
    assertThat(ImageType.of("RIFF1234WEBPVP8 ".getBytes(StandardCharsets.US_ASCII)))
        .contains(ImageType.WEBP);
    assertThat(ImageType.of("\0\0\0 ftypavif".getBytes(StandardCharsets.US_ASCII)))
        .contains(ImageType.AVIF);
    assertThat(ImageType.of(hex("00000100010010100000010020006804000016000000ffff")))
        .contains(ImageType.ICO);
    assertThat(ImageType.of(PNG)).contains(ImageType.PNG);
    assertThat(ImageType.of(new byte[0])).isEmpty();
    assertThat(ImageType.of(hex("89504e47"))).isEmpty();
  }

  @Test
  void theCacheForgetsWhatWasUnusedForLongest() throws IOException {
    var cache = new ImageCache(directory.resolve("small"), 100);
    cache.put("a", new byte[40]);
    cache.put("b", new byte[40]);
    cache.find("a", Instant.now().plusSeconds(60));
    cache.put("c", new byte[40]);

    assertThat(cache.find("a", Instant.now())).isPresent();
    assertThat(cache.find("b", Instant.now())).isEmpty();
    assertThat(cache.find("c", Instant.now())).isPresent();
    try (var files = Files.list(directory.resolve("small"))) {
      assertThat(files).hasSize(2);
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private int port() {
    return origin.getAddress().getPort();
  }

  private String[] path(String path) {
    String[] parts =
        proxy.path("http://pictures.localhost:" + port() + path).orElseThrow().split("/", -1);
    return new String[] {parts[2], parts[3]};
  }
}
