package org.skep.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sum of trees of uneven depth, as a trainer writes them. */
class TreesTest {
  private static final List<String> SIGNALS = List.of("words", "links");

  @Test
  void treesOfUnevenDepthAreWalkedToTheirOwnLeaves() {
    var trees =
        new Trees(
            List.of(
                "0 0 words 10 1 2",
                "0 1 leaf -1",
                "0 2 links 0.5 3 4",
                "0 3 leaf 2",
                "0 4 leaf -0.5",
                "1 0 leaf 0.25"),
            SIGNALS);

    assertThat(trees.score(new float[] {3, 0})).isEqualTo(-0.75);
    assertThat(trees.score(new float[] {10, 0})).isEqualTo(2.25);
    assertThat(trees.score(new float[] {10, 0.5f})).isEqualTo(-0.25);
  }

  @Test
  void aTreeThatIsTooDeepIsRefused() {
    var lines = new ArrayList<String>();
    for (int level = 0; level < 9; level++) {
      lines.add("0 " + 2 * level + " words 1 " + (2 * level + 1) + " " + (2 * level + 2));
      lines.add("0 " + (2 * level + 1) + " leaf 1");
    }
    lines.add("0 18 leaf 1");

    assertThatThrownBy(() -> new Trees(lines, SIGNALS)).hasMessageContaining("deeper than 8");
  }
}
