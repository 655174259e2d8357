package org.skep.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedTest {
  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  @Test
  void theByteOrderMarkGoesBeforeEveryLabel() {
    var decoded =
        Decoded.xml(
            bytes("\ufeff<?xml version='1.0' encoding='latin1'?><a>é</a>", "UTF-8"),
            "text/xml; charset=koi8-r");

    assertThat(decoded.charset()).isEqualTo("UTF-8");
    assertThat(decoded.text()).startsWith("<?xml").contains("é");
  }

  @Test
  void theHeaderGoesBeforeTheDeclaration() {
    var decoded =
        Decoded.xml(
            bytes("<?xml version='1.0' encoding='koi8-r'?><a>мост</a>", "windows-1251"),
            "text/xml; charset=\"windows-1251\"");

    assertThat(decoded.text()).contains("мост");
    assertThat(decoded.notes()).isEmpty();
  }

  @Test
  void aLabelTheBytesContradictIsNoted() {
    var decoded =
        Decoded.xml(
            bytes("<?xml version='1.0' encoding='koi8-r'?><a>мост</a>", "koi8-r"),
            "text/xml; charset=utf-8");

    assertThat(decoded.charset()).isEqualTo("KOI8-R");
    assertThat(decoded.notes()).containsExactly("the bytes are not UTF-8, as they are labelled");
  }

  @Test
  void utf8UnderALatinLabelIsStillUtf8() {
    var decoded =
        Decoded.html(bytes("<meta charset=iso-8859-1><p>Käse, Brötchen, Süßes, Öl", "UTF-8"), null);

    assertThat(decoded.text()).contains("Süßes");
    assertThat(decoded.notes()).containsExactly("labelled windows-1252, but the bytes are UTF-8");
  }

  @Test
  void latin1MeansWindows1252AsInEveryBrowser() {
    assertThat(
            Decoded.html(
                    new byte[] {'<', 'p', '>', (byte) 0x80, (byte) 0x99},
                    "text/html; charset=ISO-8859-1")
                .text())
        .isEqualTo("<p>€™");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1251 | Министр сказал, что поезд опоздал, потому что мост нужно чинить.
          KOI8-R       | Министр сказал, что поезд опоздал, потому что мост нужно чинить.
          windows-1252 | Der Minister sagte, der Zug käme später, weil die Brücke fällig für Prüfung wäre.
          windows-1253 | Ο υπουργός είπε ότι το τρένο καθυστέρησε γιατί η γέφυρα είναι παλιά.
          windows-1255 | השר אמר שהרכבת איחרה כי צריך לתקן את הגשר הישן.
          windows-1256 | قال الوزير إن القطار تأخر لأن الجسر القديم يحتاج إلى إصلاح
          Shift_JIS    | 大臣は、古い橋の修理のため列車が遅れたと述べた。
          EUC-JP       | 大臣は、古い橋の修理のため列車が遅れたと述べた。
          GBK          | 部长表示，由于旧桥需要维修，所以列车晚点了，这是第二次。
          Big5         | 部長表示，由於舊橋需要維修，所以列車晚點了，這是第二次。
          EUC-KR       | 장관은 낡은 다리를 고쳐야 해서 기차가 늦었다고 말했다
          UTF-8        | Le ministre a dit que le train était en retard, à cause du vieux pont.
          """)
  void withoutALabelTheTextThatReadsBestWins(String charset, String text) {
    var decoded = Decoded.html(bytes("<p>" + text + "</p>", charset), null);

    assertThat(decoded.text()).isEqualTo("<p>" + text + "</p>");
  }

  @Test
  void labelsAreThoseOfTheEncodingStandard() {
    assertThat(CharsetLabels.name(" Latin1 ")).contains("windows-1252");
    assertThat(CharsetLabels.name("x-sjis")).contains("Shift_JIS");
    assertThat(CharsetLabels.name("utf-32")).contains("UTF-32");
    assertThat(CharsetLabels.name("no such thing")).isEmpty();
  }

  @Test
  void anUnknownLabelIsNotedAndTheBytesDecide() {
    var decoded =
        Decoded.xml("<a>plain</a>".getBytes(StandardCharsets.US_ASCII), "text/xml; charset=foo");

    assertThat(decoded.charset()).isEqualTo("UTF-8");
    assertThat(decoded.notes()).isEqualTo(List.of("unknown encoding in the HTTP header: foo"));
  }
}
