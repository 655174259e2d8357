package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skep.reading.ArticleView.Change;

class WordDiffTest {
  @Test
  void aChangedNumberIsOneWordGoneAndOneNew() {
    assertThat(WordDiff.between("At least 28 ships wait.", "At least 41 ships wait."))
        .containsExactly(
            new Change(Change.Kind.SAME, "At least "),
            new Change(Change.Kind.GONE, "28 "),
            new Change(Change.Kind.NEW, "41 "),
            new Change(Change.Kind.SAME, "ships wait."));
  }

  @Test
  void theSummaryNamesWhatChanged() {
    assertThat(WordDiff.summary("At least 28 ships wait.", "At least 41 ships wait."))
        .isEqualTo("28 → 41");
    assertThat(WordDiff.summary("Ships wait.", "Ships wait. Two left.")).isEqualTo("+ Two left.");
    assertThat(WordDiff.summary("Ships wait. Two left.", "Ships wait.")).isEqualTo("– Two left.");
  }

  @Test
  void longUnchangedStretchesAreLeftOut() {
    String long1 = "word ".repeat(200);
    assertThat(WordDiff.between(long1 + "old", long1 + "new"))
        .extracting(Change::kind)
        .containsExactly(Change.Kind.SKIPPED, Change.Kind.SAME, Change.Kind.GONE, Change.Kind.NEW);
  }

  @Test
  void equalTextsHaveNothingGoneOrNew() {
    assertThat(WordDiff.between("a b c", "a b c"))
        .containsExactly(new Change(Change.Kind.SAME, "a b c"));
    assertThat(WordDiff.between("", "")).isEmpty();
  }
}
