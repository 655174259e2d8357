package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Found by the fuzzer: RE2/J never comes back from ignoring the case of these letters. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/[a-\ufffd]x/",
        "/[\\t-\ufffd]x/",
        "/[\\x{61}-\\x{10FFFF}]x/",
        "/\u1c80|[a-z]x/",
        "/\\x{1c88}|[a-z]x/"
      })
  @Timeout(10)
  void lettersWhoseCaseLeadsNowhereAreReadAsPrinted(String pattern) {
    assertThat(HeadlineMute.of(pattern).hides("A fox")).isTrue();
    assertThat(HeadlineMute.of(pattern).hides("A FOX")).isFalse();
    assertThat(HeadlineMute.of("/(?i)" + pattern.substring(1)).hides("A fox")).isFalse();
  }

  @Test
  void aPatternThatBlowsUpElsewhereIsLinearHere() {
    HeadlineMute mute = HeadlineMute.of("/(a+)+$/");

    assertThat(mute.pattern()).isInstanceOf(com.google.re2j.Pattern.class);
    assertThat(mute.hides("a".repeat(1_000_000) + "!")).isFalse();
  }
}
