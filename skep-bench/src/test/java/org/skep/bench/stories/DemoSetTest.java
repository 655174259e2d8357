package org.skep.bench.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the join model learns from the demo press. */
class DemoSetTest {
  @Test
  void everyArticleComesOnceByTimeWithItsStory() {
    var stream = DemoSet.read();

    assertThat(stream).extracting(GoldStream::id).doesNotHaveDuplicates().hasSize(95);
    assertThat(stream)
        .isSortedAccordingTo(
            Comparator.comparing(
                line -> Objects.requireNonNull(line.article().published()).at().toInstant()));
    assertThat(stream).extracting(GoldStream::story).doesNotContainNull();
  }

  @Test
  void copiesCarryTheWordsOfTheirOriginAndNoDayIsLeftOpen() {
    String wire = text("kell-call/wire-1");
    String copy = text("kell-call/flash-1");

    assertThat(copy).contains(wire.substring(0, wire.indexOf("\n\n")));
    assertThat(DemoSet.read())
        .noneMatch(line -> line.article().text().contains("@copy"))
        .noneMatch(line -> line.article().text().contains("{weekday"));
  }

  @Test
  void oneEventInTwoLanguagesIsTwoStories() {
    assertThat(story("quake-orsa/wire-1")).isEqualTo("quake-orsa-en");
    assertThat(story("quake-orsa/gazette-1")).isEqualTo("quake-orsa-fr");
  }

  private static String text(String id) {
    return line(id).article().text();
  }

  private static String story(String id) {
    return String.valueOf(line(id).story());
  }

  private static GoldStream line(String id) {
    return DemoSet.read().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }
}
