package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.VirtualClock;
import org.skep.fetch.FakeOrigin;

/** Others' pictures as our server answers them: {@code /image/SIGNATURE/ADDRESS}. */
class ImagePageTest {
  @TempDir private Path directory;

  @Test
  void aPictureIsServedAsNothingButAPicture() throws Exception {
    byte[] gif = "GIF89a, whatever <script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    try (var origin = FakeOrigin.start(VirtualClock.atNoon());
        var site = new RunningSite(directory, origin.press(Duration.ZERO, "a.test"))) {
      origin.on("a.test/a.gif", FakeOrigin.reply(200, gif, "Content-Type: text/html"));
      origin.on(
          "a.test/a.svg",
          FakeOrigin.reply(200, "<svg onload=alert(1)>", "Content-Type: image/svg+xml"));

      var picture = site.get(site.images.path(origin.url("a.test/a.gif")).orElseThrow());
      assertThat(picture.statusCode()).isEqualTo(200);
      Map.of(
              "Content-Type", "image/gif",
              "Content-Security-Policy", "default-src 'none'; sandbox",
              "X-Content-Type-Options", "nosniff",
              "Cross-Origin-Resource-Policy", "same-origin")
          .forEach((name, value) ->
              assertThat(picture.headers().firstValue(name)).as(name).contains(value));

      var drawing = site.get(site.images.path(origin.url("a.test/a.svg")).orElseThrow());
      assertThat(drawing.statusCode()).isEqualTo(404);
      assertThat(drawing.body()).doesNotContain("svg");
    }
  }
}
