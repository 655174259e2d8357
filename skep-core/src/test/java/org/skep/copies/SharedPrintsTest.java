package org.skep.copies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedPrintsTest {
  private final SharedPrints shared = new SharedPrints();

  @Test
  void oneRareFingerprintRanksBeforeSeveralThatManyHave() {
    shared.add(1, 20);
    shared.add(1, 20);
    shared.add(1, 20);
    shared.add(2, 1);

    assertThat(shared.rarest(1, 16, number -> true)).containsExactly(2, 1);
    assertThat(shared.of(1)).isEqualTo(3);
  }

  @Test
  void ofEqualOnesTheEarlierComesFirst() {
    for (int number : new int[] {9, 3, 7, 5}) {
      shared.add(number, 2);
    }

    assertThat(shared.rarest(1, 3, number -> true)).containsExactly(3, 5, 7);
  }

  @Test
  void thoseThatShareTooLittleOrAreNotWantedTakeNoPlace() {
    for (int number = 0; number < 6; number++) {
      shared.add(number, 1);
    }
    shared.add(2, 1);
    shared.add(4, 1);
    shared.add(5, 1);

    assertThat(shared.rarest(2, 2, number -> number != 2)).containsExactly(4, 5);
  }

  @Test
  void thousandsAreCountedAsWellAsAFew() {
    for (int number = 0; number < 5_000; number++) {
      shared.add(number, 1 + number);
      shared.add(number, 1 + number);
    }

    assertThat(shared.rarest(2, 4, number -> number % 10 == 0)).containsExactly(0, 10, 20, 30);
    assertThat(shared.of(4_999)).isEqualTo(2);
  }
}
