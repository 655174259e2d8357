package org.skep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final Analysis ANALYSIS =
      new Analysis(
          Article.of(
              7,
              "https://gazette.example/ferry",
              "gazette.example",
              "Ferry late",
              "The ferry was late.",
              "en",
              new Stated(OffsetDateTime.parse("2026-03-01T14:20:00+05:30"), false),
              Instant.parse("2026-03-01T10:00:00.123456789Z")),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  @Test
  void whatIsReadIsWhatWasWrittenTheZoneOfATimeIncluded() {
    assertThat(Codec.decode(Codec.encode(ANALYSIS), Analysis.class)).isEqualTo(ANALYSIS);
  }

  @Test
  void anArticleKeptBeforePostsWereReadHasNone() {
    String kept = new String(Codec.encode(ANALYSIS), StandardCharsets.UTF_8);
    byte[] older = kept.replace("\"posts\":[],", "").getBytes(StandardCharsets.UTF_8);

    assertThat(older).hasSizeLessThan(kept.length());
    assertThat(Codec.decode(older, Analysis.class)).isEqualTo(ANALYSIS);
  }

  @Test
  void aRecordOfALaterVersionIsRefused() {
    byte[] later = "[2, {}]".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Codec.decode(later, Analysis.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("version 2");
  }
}
