package org.skep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotation marks of the world, and what only looks like one. */
class QuotationsTest {
  @Test
  void marksOfManyHabitsArePaired() {
    assertThat(quoted("He said “yes” and „nein“, «oui» and »doch«, \"no\" and ''so''.", false))
        .containsExactly("yes", "nein", "oui", "doch", "no", "so");
  }

  @Test
  void anApostropheOpensNothing() {
    assertThat(quoted("In the ’90s the workers' club wasn't the town's only one.", false))
        .isEmpty();
    assertThat(quoted("'The players' union isn't happy,' he said.", false))
        .containsExactly("The players' union isn't happy,");
  }

  @Test
  void aQuotationInsideAnotherFollowsIt() {
    assertThat(quoted("“He said, ‘Jump now’ and left,” she said.", false))
        .containsExactly("He said, ‘Jump now’ and left,", "Jump now");
  }

  @Test
  void aMarkLeftOpenRunsToTheEndOfItsParagraph() {
    assertThat(quoted("“One.\n“Two.” Three.", false)).containsExactly("One.", "Two.");
  }

  @Test
  void aDashOpensSpeechWhereTheLanguageHasThat() {
    assertThat(quoted("— El agua subió —explicó el alcalde—. Nadie durmió.", true))
        .containsExactly("El agua subió", "Nadie durmió.");
    assertThat(quoted("— El agua subió.", false)).isEmpty();
  }

  @Test
  void unclosedMarksCostNoMoreThanTheTextIsLong() {
    for (String mark : List.of("“", "'", "‘a ", "\"", "«", "„a ")) {
      String text = (mark + "word ").repeat(200_000);
      assertThat(Quotations.steps(text, false))
          .as(mark)
          .isLessThan((long) text.length() * (Quotations.SINGLE_CHARS_MAX + 10));
    }
    String open = "“" + "word ".repeat(200_000);
    assertThat(Quotations.steps(open, false)).isLessThan(10L * open.length());
  }

  private static List<String> quoted(String text, boolean dialogueDash) {
    return Quotations.of(text, dialogueDash).stream()
        .map(segment -> text.substring(segment.begin(), segment.end()))
        .toList();
  }
}
