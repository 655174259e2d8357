package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Decompression bombs, one after the other in a process that has 64 MiB for everything. */
class BombsTest {
  private static final int HEAP_MIB = 64;

  @Test
  @Timeout(60)
  void eachGoesOffBeforeItHurts() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP_MIB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Bombs.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines())
        .containsExactly(
            "gzip: too-big",
            "gzip that nobody announced: too-big",
            "zlib: too-big",
            "deflate without a header: too-big",
            "Brotli: too-big",
            "gzip in gzip: too-big",
            "gzip in gzip that nobody announced: too-big",
            "gzip in Brotli: too-big",
            "gzip in zlib: too-big",
            "a thousand small gzips in a row: too-big",
            "one that keeps below the ratio: too-big",
            "a picture: too-big",
            "three in one: broken-body",
            "a robots.txt: the first 524288 bytes");
  }
}
