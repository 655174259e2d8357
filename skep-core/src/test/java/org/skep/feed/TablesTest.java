package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"feed/namespaces.txt", "charset/labels.txt", "date/zones.txt", "date/words.txt"})
  void aTableIsSortedWithoutDoublesAndHasTwoColumns(String resource) throws IOException {
    try (var in =
        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(resource))) {
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();

      assertThat(lines)
          .isSortedAccordingTo(Comparator.naturalOrder())
          .allMatch(line -> line.split("\t").length == 2);
      assertThat(lines.stream().map(line -> line.split("\t")[0])).doesNotHaveDuplicates();
    }
  }
}
