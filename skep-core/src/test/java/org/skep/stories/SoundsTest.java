package org.skep.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.text.Fold;
import org.skep.text.TextLines;

class SoundsTest {
  private final Sounds sounds = new Sounds();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shevchenko Schewtschenko Chevtchenko Szewczenko Шевченко",
        "Zelensky Zelenskyy Selenskyj Zelenski Зеленский",
        "Lukashenko Lukaschenko Loukachenko",
        "Medvedev Medwedew Medvédev Медведев",
        "Gorbachev Gorbatschow Gorbatchev",
        "Khrushchev Khrouchtchev Хрущев",
        "Rachmaninov Rachmaninow Rachmaninoff",
        "Putin Poutine Путин",
        "Bashar Bachar",
        "Müller Mueller Muller"
      })
  void oneNameSpeltInManyWaysIsOneName(String spellings) {
    assertThat(List.of(spellings.split(" ")))
        .map(sounds::of)
        .containsOnly(sounds.of(first(spellings)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Martin Morton",
        "Governor Gouverneur",
        "President Präsident",
        "Rice Ryce",
        "Ash Ace"
      })
  void otherNamesStayApart(String two) {
    assertThat(sounds.of(two.split(" ")[1])).isNotEqualTo(sounds.of(first(two)));
  }

  @Test
  void everySpellingIsFoldedAndGivesOneSound() {
    var lines = TextLines.of(Sounds.class, "sounds.txt");

    assertThat(lines).isSorted().allMatch(line -> line.matches("[a-z]+\\$?\t[a-z]+"));
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(Fold.latin(line.substring(0, 1))).isEqualTo(line.substring(0, 1)));
  }

  private static String first(String names) {
    return names.split(" ")[0];
  }
}
