package org.skep.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedDatesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Published: March 12, 2026 at 2:20 pm EST by a reader | 2026-03-12T14:20:00-05:00
          en | Updated 12th March 2026                              | 2026-03-12
          en | Last changed 2026-03-12T14:20:00Z                    | 2026-03-12T14:20:00Z
          de | Stand: 12. März 2026, 14.20 Uhr                      | 2026-03-12T14:20:00Z
          de | Veröffentlicht am 12.03.2026 um 14:20 Uhr            | 2026-03-12T14:20:00Z
          fr | Publié le 1er mars 2026 à 14h20                      | 2026-03-01T14:20:00Z
          fr | Mis à jour le 03/04/2026 à 14:20                     | 2026-04-03T14:20:00Z
          es | Madrid, 12 de marzo de 2026 - 14:20 h                | 2026-03-12T14:20:00Z
          it | Roma, 12 marzo 2026                                  | 2026-03-12
          pt | Lisboa, 12 de março de 2026 às 14h20                 | 2026-03-12T14:20:00Z
          nl | Gepubliceerd op 12 maart 2026 om 14:20               | 2026-03-12T14:20:00Z
          pl | Warszawa, 12 marca 2026                              | 2026-03-12
          ru | Москва, 12 марта 2026 г. в 14:20                     | 2026-03-12T14:20:00Z
          ru | 14:20, 12 марта 2026                                 | 2026-03-12T14:20:00Z
          tr | 12 Mart 2026, 14:20                                  | 2026-03-12T14:20:00Z
          ar | نشر في ١٢ مارس ٢٠٢٦                                  | 2026-03-12
          ar | ١٢ آذار/مارس ٢٠٢٦                                    | 2026-03-12
          ja | 更新：2026年3月12日 14時20分                          | 2026-03-12T14:20:00Z
          zh | 2026年3月12日下午2:20 来源                            | 2026-03-12T14:20:00Z
          ko | 입력 2026년 3월 12일 14:20                            | 2026-03-12T14:20:00Z
          hu | 2026. március 12. 14:20                              | 2026-03-12T14:20:00Z
          fi | 12. maaliskuuta 2026 klo 14:20                       | 2026-03-12T14:20:00Z
          sv | den 12 mars 2026                                     | 2026-03-12
          cs | 12. března 2026                                      | 2026-03-12
          el | 12 Μαρτίου 2026                                      | 2026-03-12
          uk | 12 березня 2026                                      | 2026-03-12
          th | 12 มีนาคม 2569                                       | 2026-03-12
          """)
  void aDateIsFoundAmongOtherWords(String language, String text, String iso) {
    assertThat(PrintedDates.find(text, language))
        .extracting(p -> p.stated().iso())
        .containsExactly(iso);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The score was 12-03, in 2026 it was worse
          en | Call 030 2026 1203 or write to 192.168.1.2026
          en | May 2026 be a better year
          en | 3/4/2026
          de | Im März 2026 waren es 12
          en | 45/45/2026 and 2026-13-45
          """)
  void whatOnlyLooksLikeADateIsLeftAlone(String language, String text) {
    assertThat(PrintedDates.find(text, language)).isEmpty();
  }

  @Test
  void theSpanCoversDayAndTime() {
    String text = "Stand: 12. März 2026, 14.20 Uhr. Berlin";

    var printed = PrintedDates.find(text, "de").getFirst();

    assertThat(text.substring(printed.begin(), printed.end())).isEqualTo("12. März 2026, 14.20");
  }

  @Test
  void allDatesAreFoundInOrder() {
    assertThat(PrintedDates.find("From 1 May 2026 to 3 June 2026 (14:00 on 2026-06-04)", "en"))
        .extracting(p -> p.stated().iso())
        .containsExactly("2026-05-01", "2026-06-03", "2026-06-04T14:00:00Z");
  }
}
