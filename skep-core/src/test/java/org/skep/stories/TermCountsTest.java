package org.skep.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TermCountsTest {
  private static final int[] NOTHING = {};
  private static final int[] LOMAX = {7};
  private static final int[] STORM = {9};

  private final TermCounts counts = new TermCounts(UsualWords.NONE);

  @Test
  void oneStoryToldByManyDoesNotMakeItsNamesCommon() {
    counts.add("en", 0, LOMAX, NOTHING);
    for (int report = 0; report < 30; report++) {
      counts.add("en", 0, LOMAX, LOMAX);
    }
    for (int story = 0; story < 20; story++) {
      counts.add("en", 0, STORM, NOTHING);
    }

    assertThat(idf(counts, LOMAX)).isGreaterThan(idf(counts, STORM));
  }

  @Test
  void aTermOfManyReportsIsCommonerThanOneOfFew() {
    counts.add("en", 0, LOMAX, NOTHING);
    counts.add("en", 0, STORM, NOTHING);
    counts.add("en", 0, STORM, STORM);

    assertThat(idf(counts, LOMAX)).isGreaterThan(idf(counts, STORM));
  }

  @Test
  void whatWasCountedSurvivesASnapshot() throws IOException {
    counts.add("en", 0, STORM, NOTHING);
    counts.add("en", 0, LOMAX, STORM);
    var bytes = new ByteArrayOutputStream();
    counts.snapshot(new DataOutputStream(bytes));

    var restored =
        TermCounts.restore(
            new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), UsualWords.NONE);

    assertThat(idf(restored, STORM)).isEqualTo(idf(counts, STORM)).isPositive();
  }

  private static float idf(TermCounts counts, int[] term) {
    return counts.idf("en", 0, term)[0];
  }
}
