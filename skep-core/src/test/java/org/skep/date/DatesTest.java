package org.skep.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  /** The quick way and the grammar: whatever one says of a text the other says too, or nothing. */
  @Test
  void theTwoUsualSpellingsAreReadAsTheGrammarReadsThem() {
    var random = new Random(4);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String zone =
          List.of("GMT", "UTC", "Z", "EST", "+0000", "-0330", "+1200", "+1345", "+01:00", "-05:30")
              .get(random.nextInt(10));
      String date =
          random.nextBoolean()
              ? "%s, %02d %s %04d %02d:%02d:%02d %s"
                  .formatted(
                      List.of("Mon", "Tue", "Sun", "Mar", "Foo").get(random.nextInt(5)),
                      random.nextInt(33),
                      List.of("Jan", "Feb", "Mar", "May", "Sep", "Dec", "Mai", "mar")
                          .get(random.nextInt(8)),
                      1_960 + random.nextInt(150),
                      random.nextInt(25),
                      random.nextInt(61),
                      random.nextInt(61),
                      zone)
              : "%04d-%02d-%02dT%02d:%02d:%02d%s"
                  .formatted(
                      1_960 + random.nextInt(150),
                      random.nextInt(14),
                      random.nextInt(33),
                      random.nextInt(25),
                      random.nextInt(61),
                      random.nextInt(61),
                      zone);
      String text = i % 3 == 0 ? damaged(date, random) : date;
      for (String language : List.of("en", "de", "fr", "es", "ro", "tr")) {
        var quick = StandardDates.parse(text);
        if (quick != null) {
          read++;
          assertThat(Dates.anyway(text, language)).as(text + " " + language).contains(quick);
        }
      }
    }
    assertThat(read).isGreaterThan(10_000);
  }

  private static String damaged(String text, Random random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + " ,:-+0Za".charAt(random.nextInt(8)) + text.substring(at + 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon, 02 Mar 2026 14:20:00 +0100            | 2026-03-02T14:20:00+01:00
          Mon, 2 Mar 26 14:20 CET                    | 2026-03-02T14:20:00+01:00
          Mon, 2nd Mar 2026 14:20:00 GMT             | 2026-03-02T14:20:00Z
          Monday, March 2, 2026 - 2:20pm             | 2026-03-02T14:20:00Z
          Mon Mar  2 14:20:00 2026                   | 2026-03-02T14:20:00Z
          Mon Mar 02 2026 14:20:00 GMT+0100 (Central European Standard Time) | 2026-03-02T14:20:00+01:00
          Mon, 2 Mar 2026 14:20:00 Europe/Berlin     | 2026-03-02T14:20:00+01:00
          2026-03-02T14:20:00Z                       | 2026-03-02T14:20:00Z
          2026-03-02T14:20:00.123456-05:00           | 2026-03-02T14:20:00-05:00
          2026-03-02 14:20                           | 2026-03-02T14:20:00Z
          2026-03-02                                 | 2026-03-02
          20260302                                   | 2026-03-02
          2026-061                                   | 2026-03-02
          2026-03                                    | 2026-03-01
          1772461200                                 | 2026-03-02T14:20:00Z
          Lundi, 2. Mars 2026 - 14:20                | 2026-03-02T14:20:00Z
          mar., 03 févr. 2026 15:09:58 +0000         | 2026-02-03T15:09:58Z
          Mo, 2 Mär 2026 00:00:00 +0100              | 2026-03-02T00:00:00+01:00
          2 de marzo de 2026                         | 2026-03-02
          Пн, 2 мар 2026 14:20:00 +0300              | 2026-03-02T14:20:00+03:00
          Δευ, 02 Μάρ 2026 14:20:00 EET              | 2026-03-02T14:20:00+02:00
          2026-március-02T14:20+01:00                | 2026-03-02T14:20:00+01:00
          2026년 03월 02일 14:20:00                  | 2026-03-02T14:20:00+09:00
          2026-03-02 오후 2:20:00                    | 2026-03-02T14:20:00+09:00
          2026年3月2日 14:20                         | 2026-03-02T14:20:00Z
          ٢ مارس ٢٠٢٦                                | 2026-03-02
          03/02/2026 2:20 pm EST                     | 2026-03-02T14:20:00-05:00
          Tue, 03/02/2026                            | 2026-02-03
          25.12.25                                   | 2025-12-25
          """)
  void aDateIsReadAsItStands(String text, String iso) {
    assertThat(Dates.parse(text)).map(stated -> stated.iso()).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "Sun, 16 zzz 2012 11:47:32 GMT",
        "Sun, 30 Feb 2026 12:00:00 GMT",
        "2026-03-02T25:00:00Z",
        "2026-03-02T14:20:00+99:00",
        "2026-03-02-01",
        "1:2:3:4",
        "Version 2026.03",
        "+",
        "99999999999999999999999999"
      })
  void aTextWithAnUnexplainedPartIsNoDate(String text) {
    assertThat(Dates.parse(text)).isEmpty();
  }

  @Test
  void theLanguageDecidesWhatTheSlashMeans() {
    assertThat(Dates.parse("3/4/2026")).map(s -> s.iso()).contains("2026-03-04");
    assertThat(Dates.parse("3/4/2026", "fr")).map(s -> s.iso()).contains("2026-04-03");
  }

  @Test
  void aWordThatIsTwoMonthsMeansWhatTheLanguageSays() {
    assertThat(Dates.parse("2. listopad 2026", "cs")).map(s -> s.iso()).contains("2026-11-02");
    assertThat(Dates.parse("2. listopad 2026", "hr")).map(s -> s.iso()).contains("2026-10-02");
  }

  @Test
  void aLongTextIsNoDateHoweverItBegins() {
    assertThat(Dates.parse("2026-03-02" + " ".repeat(50_000) + "x")).isEmpty();
  }
}
