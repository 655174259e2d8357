package org.skep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.charset.Decoded;
import org.skep.charset.HtmlPrescan;
import org.skep.date.Dates;
import org.skep.date.PrintedDates;

/** What bytes mean as text, and dates in any language. */
final class TextTargets {
  private TextTargets() {}

  static List<Target> all() {
    return List.of(
        new Target("charset", encoded(), ENCODINGS, TextTargets::decoded),
        Target.ofText("dates", DATES, DATE_TOKENS, TextTargets::dates));
  }

  private static void decoded(byte[] body) {
    for (String type :
        new String[] {null, "text/html; charset=iso-2022-jp", "x; charset=\"utf-7"}) {
      assertThat(Decoded.html(body, type).charset()).isNotBlank();
      assertThat(Decoded.xml(body, type).charset()).isNotBlank();
    }
    assertThat(HtmlPrescan.sniff(body)).isNotBlank();
  }

  private static void dates(String text) {
    for (@Nullable String language :
        new @Nullable String[] {null, "en", "de", "fr", "ru", "tr", "en-gb"}) {
      Dates.parse(text, language).ifPresent(stated -> assertThat(stated.iso()).isNotBlank());
      int last = 0;
      for (var printed : PrintedDates.find(text, language)) {
        assertThat(printed.begin()).isGreaterThanOrEqualTo(last);
        assertThat(printed.end()).isBetween(printed.begin() + 1, text.length());
        last = printed.end();
      }
      PrintedDates.findInLine(text, language);
    }
  }

  private static List<byte[]> encoded() {
    String text = "<html><head><meta charset=windows-1251><title>Мост через реку</title></head>";
    return List.of(
        Target.bytes("<?xml version='1.0' encoding='Shift_JIS'?><rss/>"),
        text.getBytes(Charset.forName("windows-1251")),
        ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE),
        "\u001b$B橋\u001b(B".getBytes(StandardCharsets.UTF_8),
        "橋が川の上に落ちた。".getBytes(Charset.forName("EUC-JP")));
  }

  private static final List<String> ENCODINGS =
      List.of(
          "<meta charset=",
          "<meta http-equiv=content-type content='text/html; charset=",
          "utf-8",
          "utf-16be",
          "gb18030",
          "x-user-defined",
          "iso-2022-kr",
          "hz-gb-2312",
          "big5",
          "'",
          ">",
          "<!--",
          "-->",
          "<?xml encoding=\"",
          "\"?>",
          "\u001b$B",
          "\u001b(J",
          "ё",
          "ü",
          "–");

  private static final List<String> DATES =
      List.of(
          "Tue, 03 Mar 2026 09:15:00 +0100",
          "2026-03-03T09:15:00.123Z",
          "3. März 2026, 9.15 Uhr",
          "Published March 3rd, 2026 at 9:15 p.m. EST and updated 12.04.2026",
          "3 марта 2026 г. в 09:15",
          "le mardi 3 mars 2026 à 9h15",
          "20260303T091500",
          "1772529300");

  private static final List<String> DATE_TOKENS =
      List.of(
          "2026",
          "29",
          "02",
          "31",
          "-",
          "/",
          ".",
          ":",
          "T",
          "Z",
          "+",
          "+99:99",
          "GMT",
          "PST",
          "am",
          "pm",
          "24:00",
          "23:59:60",
          "February",
          "Feb.",
          "févr.",
          "Mär",
          "мая",
          "Şubat",
          "Mon",
          "Uhr",
          "h",
          "th",
          ",",
          "١٢",
          "年",
          "月",
          "日",
          "W",
          "000000000",
          "-0001",
          "1e9");
}
