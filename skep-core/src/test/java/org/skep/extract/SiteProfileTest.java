package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.skep.model.Page;

class SiteProfileTest {
  private static final String APPEAL =
      "This paper belongs to its readers and to nobody else, and every small gift helps us to send somebody to the next council meeting.";

  private final Extractor extractor = new Extractor();

  @Test
  void whatRecursOnThreePagesOfASiteIsCutFromTheFourth() {
    SiteProfile profile = SiteProfile.EMPTY;
    List<String> texts = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      var found = (Extraction.Found) extractor.extract(page(number), profile);
      texts.add(found.article().text());
      profile = profile.learn(found.blocks());
    }

    assertThat(texts.getFirst()).contains(APPEAL);
    assertThat(texts.getLast()).doesNotContain(APPEAL).contains("council of Weller town number 4");
  }

  @Test
  void aRevisionIsWorthItWhenTheProfileKnowsMoreThanBefore() {
    var blocks = ((Extraction.Found) extractor.extract(page(1), SiteProfile.EMPTY)).blocks();
    var two = SiteProfile.EMPTY.learn(blocks).learn(blocks);
    var three = two.learn(blocks);

    assertThat(two.knowsMoreThan(SiteProfile.EMPTY, blocks)).isFalse();
    assertThat(three.knowsMoreThan(two, blocks)).isTrue();
  }

  @Test
  void aProfileSurvivesTheStoreByteForByte() {
    var profile = SiteProfile.EMPTY.learn(List.of(5L, -3L)).learn(List.of(5L));

    assertThat(SiteProfile.decode(profile.encode())).isEqualTo(profile);
    assertThat(SiteProfile.decode(new byte[0])).isEqualTo(SiteProfile.EMPTY);
    assertThatThrownBy(() -> SiteProfile.decode(new byte[] {9, 9}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProfileStaysBoundedAndKeepsWhatRecurs() {
    SiteProfile profile = SiteProfile.EMPTY;
    for (int page = 0; page < 200; page++) {
      long first = 1000L * (page + 1);
      var blocks = new ArrayList<>(LongStream.range(first, first + 100).boxed().toList());
      blocks.add(7L);
      profile = profile.learn(blocks);
    }

    assertThat(profile.encode().length).isLessThan(9 + 16 * (SiteProfile.BLOCKS_MAX + 1));
    assertThat(profile.recurs(7L, true)).isTrue();
  }

  private static Page page(int number) {
    String html =
        """
        <html lang=en><head><title>Story %1$d</title></head><body><article><h1>Story %1$d</h1>
        <p>The council of Weller town number %1$d voted on Tuesday to keep its market square free of cars for %1$d more years.</p>
        <p>Shopkeepers in street %1$d had warned that trade would suffer, but the mayor said that he had counted the visitors himself.</p>
        <p>%2$s</p></article></body></html>
        """
            .formatted(number, APPEAL);
    return new Page(
        "https://weller.example/" + number,
        Map.of(),
        html.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-06-01T00:00:00Z"));
  }
}
