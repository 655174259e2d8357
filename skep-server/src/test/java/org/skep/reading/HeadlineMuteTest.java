package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words and patterns that hide headlines. */
class HeadlineMuteTest {
  @Test
  void aWordHidesItselfAndNotItsParts() {
    assertThat(HeadlineMute.of("Lottery").hides("Three win the LOTTERY at once")).isTrue();
    assertThat(HeadlineMute.of("lot").hides("Three win the lottery")).isFalse();
  }

  @Test
  void aPatternStandsBetweenSlashes() {
    assertThat(HeadlineMute.of("/lotter(y|ies)/").hides("Two Lotteries merge")).isTrue();
    assertThat(HeadlineMute.of("/^live:/").hides("Not live: a report")).isFalse();
  }

  @Test
  void aBrokenPatternIsAWordAndNoError() {
    assertThat(HeadlineMute.of("/(((/").hides("(((")).isFalse();
    assertThat(HeadlineMute.of("//").hides("//")).isFalse();
  }

  @Test
  void aPatternThatBlowsUpElsewhereIsLinearHere() {
    HeadlineMute mute = HeadlineMute.of("/(a+)+$/");

    assertThat(mute.pattern()).isInstanceOf(com.google.re2j.Pattern.class);
    assertThat(mute.hides("a".repeat(1_000_000) + "!")).isFalse();
  }
}
