package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden feeds with seeded damage: whatever the bytes, reading gives a feed or a sentence. A file
 * that ever crashed goes into {@code golden/crash/} and is read for ever after.
 */
class FeedFuzzTest {
  private static final int MUTATIONS = 150;

  private static final List<String> SPLINTERS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "</",
          "/>",
          "<!DOCTYPE x [",
          "<!ENTITY a \"b\">",
          "&a;",
          "&#0;",
          "&#x110000;",
          "&#128;",
          "xmlns:",
          "xmlns=\"\"",
          "<item>",
          "</item>",
          "<p",
          "<br>",
          "\u0000",
          "\u0085",
          "{",
          "[",
          "]",
          "}",
          "<?",
          "?>",
          "=",
          "\ufeff");

  @ParameterizedTest
  @MethodSource("org.skep.feed.GoldenFeedsTest#folders")
  void damagedFeedsAreReadOrRefusedButNothingElse(Path folder) throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve("feed.xml"));
    var random = new Random(folder.getFileName().toString().hashCode());
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] damaged = damaged(body, random);
      var line = FeedLine.of(damaged, Map.of(), "https://fetched.example/");
      assertThat(line)
          .as("mutation %s of %s", i, folder)
          .containsAnyOf(
              Map.entry("kind", "not-a-feed"),
              Map.entry("kind", "broken"),
              Map.entry("kind", "empty"),
              Map.entry("warnings", line.getOrDefault("warnings", "none")));
      assertThat(
              Discovery.candidates(
                  Map.of("Link", new String(damaged, StandardCharsets.ISO_8859_1)), damaged, ""))
          .isNotNull();
    }
  }

  private static byte[] damaged(byte[] body, Random random) throws IOException {
    byte[] bytes = body;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int a = random.nextInt(bytes.length + 1);
      int b = Math.min(bytes.length, a + random.nextInt(20));
      var out = new ByteArrayOutputStream();
      switch (random.nextInt(5)) {
        case 0 -> out.write(bytes, 0, a); // cut
        case 1 -> { // a splinter
          out.write(bytes, 0, a);
          out.write(
              SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8));
          out.write(bytes, a, bytes.length - a);
        }
        case 2 -> { // a hole
          out.write(bytes, 0, a);
          out.write(bytes, b, bytes.length - b);
        }
        case 3 -> { // a piece twice
          out.write(bytes, 0, b);
          out.write(bytes, a, bytes.length - a);
        }
        default -> { // one byte
          byte[] copy = Arrays.copyOf(bytes, Math.max(1, bytes.length));
          copy[Math.min(a, copy.length - 1)] = (byte) random.nextInt(256);
          out.write(copy);
        }
      }
      bytes = out.toByteArray();
    }
    return bytes;
  }

  @Test
  void whatOnceCrashedIsReadOrRefused() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/crash"))) {
      for (Path file : files.toList()) {
        assertThat(FeedLine.of(Files.readAllBytes(file), Map.of(), "")).as("%s", file).isNotEmpty();
      }
    }
  }
}
