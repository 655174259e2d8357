package org.skep.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers of features, by text, by characters and by bin. */
class FeatureNamesTest {
  @Test
  void aValueHasOneNumberHoweverItIsAskedFor() {
    var names = FeatureNames.growing();
    FeatureNames.Group words = names.group("word");
    for (int i = 0; i < 1000; i++) {
      assertThat(words.id("w" + i)).isEqualTo(i);
    }

    assertThat(words.id("say w777 now".toCharArray(), 4, 8, "w777".hashCode())).isEqualTo(777);
    assertThat(names.name(777)).isEqualTo("word=w777");
    assertThat(words.id(7)).isEqualTo(words.id("7"));
  }

  @Test
  void frozenNamesKnowNoOther() {
    var names = FeatureNames.frozen(java.util.List.of("word=bear", "words=7"));

    assertThat(names.group("word").id("bear")).isZero();
    assertThat(names.group("word").id("bean")).isEqualTo(-1);
    assertThat(names.group("words").id(7)).isEqualTo(1);
    assertThat(names.group("words").id(8)).isEqualTo(-1);
  }
}
