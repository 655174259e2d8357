package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90 | 2031-05-14T12:01:30Z",
        "0 | 2031-05-14T12:00:00Z",
        "Wed, 14 May 2031 15:00:00 GMT | 2031-05-14T15:00:00Z",
        "Wednesday, 14-May-31 15:00:00 GMT | 2031-05-14T15:00:00Z",
        "Wed May 14 15:00:00 2031 | 2031-05-14T15:00:00Z",
        "Sun, 01 Jan 2012 00:00:00 GMT | 2031-05-14T12:00:00Z",
        "99999999999 | 2031-05-21T12:00:00Z",
        "Fri, 14 May 2060 15:00:00 GMT | 2031-05-21T12:00:00Z"
      })
  void bothFormsAreReadAndAWeekIsTheLimit(String header, Instant expected) {
    assertThat(RetryAfter.read(header, NOW)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
  void whatCannotBeReadIsAsIfItWereNotThere(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }

  @Test
  void withoutItTheWaitDoublesUpToADay() {
    assertThat(RetryAfter.unstated(0, NOW)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(RetryAfter.unstated(3, NOW)).isEqualTo(NOW.plus(Duration.ofHours(8)));
    assertThat(RetryAfter.unstated(99, NOW)).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }
}
