package org.skep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  @TempDir private Path folder;

  @Test
  void answersStandInTheOrderOfTheInput() throws IOException {
    String input =
        IntStream.range(0, 500)
            .mapToObj(i -> "{\"id\":\"" + i + "\"}")
            .collect(Collectors.joining("\n"));

    var ids = answers(input).lines().map(line -> line.replaceAll("\\D+.*?(\\d+).*", "$1")).toList();

    assertThat(ids).isEqualTo(IntStream.range(0, 500).mapToObj(String::valueOf).toList());
  }

  @Test
  void aBadLineGetsALineWithAnErrorAndHarmsNoOther() throws IOException {
    assertThat(answers("{\"id\":\"a\"}\nno json\n[1]\n{\"id\":\"b\"}").lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("{\"id\":\"a\",\"said\":\"a\"}"),
            line ->
                assertThat(line).startsWith("{\"id\":\"line 2\",\"error\":\"line 2: not JSON: "),
            line ->
                assertThat(line)
                    .isEqualTo("{\"id\":\"line 3\",\"error\":\"line 3: not a JSON object\"}"),
            line -> assertThat(line).isEqualTo("{\"id\":\"b\",\"said\":\"b\"}"));
  }

  @Test
  void aFunctionThatThrowsGivesALineWithItsMessage() throws IOException {
    assertThat(answers("{\"id\":\"boom\"}\n{\"id\":\"c\"}"))
        .isEqualTo(
            "{\"id\":\"boom\",\"error\":\"boom is not for me\"}\n{\"id\":\"c\",\"said\":\"c\"}\n");
  }

  @Test
  void gzipIsReadAsIsAndBlankLinesAreNoLines() throws IOException {
    Path file = folder.resolve("lines.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("\n{\"id\":\"é\"}\n\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(run(file)).isEqualTo("{\"id\":\"é\",\"said\":\"é\"}\n");
  }

  private String answers(String input) throws IOException {
    return run(Files.writeString(folder.resolve("lines.jsonl"), input));
  }

  private static String run(Path file) throws IOException {
    var out = new StringWriter();
    new Batch(new PrintWriter(out))
        .run(
            "test",
            JsonLines.open(file.toString()),
            line -> {
              String id = line.path("id").asString();
              if (id.equals("boom")) {
                throw new IllegalArgumentException("boom is not for me");
              }
              return Map.of("said", id);
            });
    return out.toString();
  }
}
