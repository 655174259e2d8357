package org.skep.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatelineTest {
  @Test
  void aPlaceWithAnAgencyOrInCapitalsStandsBeforeTheReport() {
    assertThat(report("OSLO (Fjord Wire) - The weir was opened."))
        .isEqualTo("The weir was opened.");
    assertThat(report("Quillport, 3 March (FW) – The weir was opened."))
        .isEqualTo("The weir was opened.");
    assertThat(report("(FW) - The weir was opened.")).isEqualTo("The weir was opened.");
    assertThat(report("NEW QUILLPORT — The weir was opened.")).isEqualTo("The weir was opened.");
    assertThat(report("ST. ALBA, March 3 — The weir was opened."))
        .isEqualTo("The weir was opened.");
  }

  @Test
  void otherDashesAreTheReportersOwn() {
    for (String text :
        new String[] {
          "Quillport - the town on the weir - has voted.",
          "The weir (built in 1903) was opened.",
          "NATO-led troops have left.",
          "A",
          ""
        }) {
      assertThat(report(text)).isEqualTo(text);
    }
  }

  private static String report(String text) {
    return text.substring(Dateline.end(text));
  }
}
