package org.skep.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
  @Test
  void aFileGivesEachFeatureAWeightForEachModel() {
    var weights =
        Weights.parse(List.of("# two models", "class=sidebar\t-2.5\t0", "words=7\t1.25\t3"));

    int sidebar = weights.names().group("class").id("sidebar");
    int seven = weights.names().group("words").id(7);
    assertThat(Logistic.dot(weights.column(0), new int[] {sidebar, seven})).isEqualTo(-1.25);
    assertThat(weights.column(1)[seven]).isEqualTo(3);
  }

  @Test
  void aFeatureTheFileDoesNotKnowHasNoNumber() {
    var weights = Weights.parse(List.of("words=7\t1"));

    assertThat(weights.names().group("words").id(8)).isEqualTo(-1);
    assertThat(weights.names().group("class").id("nav")).isEqualTo(-1);
  }

  @Test
  void aLineWithTooFewWeightsIsRefusedWithItsName() {
    assertThatThrownBy(() -> Weights.parse(List.of("a=1\t1\t2", "b=1\t1")))
        .hasMessageContaining("b=1");
  }
}
