package org.skep.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.language.Languages;

class DateWordsTest {
  @Test
  void everyListIsSortedAndEveryMonthAndWeekdayHasAName() {
    for (var language : Languages.all()) {
      complete(Languages.words(language.code(), "months.txt"), language.name(), 12);
      complete(Languages.words(language.code(), "weekdays.txt"), language.name(), 7);
    }
  }

  private static void complete(List<String> lines, String language, int numbers) {
    assertThat(lines)
        .as(language)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.naturalOrder());
    if (!lines.isEmpty()) { // Chinese, Japanese and Korean number their months
      assertThat(lines.stream().map(line -> line.split("\t")[1]).distinct()).hasSize(numbers);
    }
  }

  @Test
  void theFourteenLanguagesOfThePressHaveMonths() {
    for (String code : "ar de en es fr it nl pl pt ru tr".split(" ")) {
      assertThat(Languages.words(code, "months.txt")).as(code).isNotEmpty();
    }
  }
}
