package org.skep.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlPrescanTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <meta charset=utf-8>                                                     | UTF-8
          <meta charset="koi8-r" charset="utf-8">                                  | KOI8-R
          <meta http-equiv=Content-Type content="text/html; charset=euc-jp">       | EUC-JP
          <meta content="text/html; charset=euc-jp" http-equiv=Content-Type>       | EUC-JP
          <meta content="text/html; charset=euc-jp">                               | windows-1252
          <!-- <meta charset=utf-8> -->                                            | windows-1252
          <a title="<meta charset=utf-8>">                                         | windows-1252
          <meta charset=utf-16>                                                    | UTF-8
          <meta charset=nonsense><meta charset=big5>                               | Big5
          <meta charset=utf-8                                                      | windows-1252
          """)
  void theDeclarationIsFoundAsBrowsersFindIt(String html, String charset) {
    assertThat(HtmlPrescan.sniff(html.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(charset);
  }
}
