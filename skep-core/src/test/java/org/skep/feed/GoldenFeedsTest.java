package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One folder per feed, {@code golden/feed/<name>/}: the bytes in feed.xml, what Skep reads in
 * expected.json. Add a folder, run with {@code -Dgolden.update=true}, read the diff, commit.
 */
class GoldenFeedsTest {
  static final Path FOLDER = Path.of("src/test/resources/golden/feed");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Stream<Path> folders() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void aFeedIsReadAsItsFolderSays(Path folder) throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve("feed.xml"));
    var line = FeedLine.of(body, Map.of(), "https://fetched.example/here/feed");
    String read = MAPPER.writeValueAsString(line).replace("\r\n", "\n") + "\n";
    Path expected = folder.resolve("expected.json");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, read, StandardCharsets.UTF_8);
    }

    assertThat(read).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
  }
}
