package org.skep.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSpellingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/news/2026/03/one-two.html",
        "http://www.a-b.example/?p=12&x=%C3%A4",
        "https://a.example/"
      })
  void ordinaryLinksAreSeen(String address) {
    assertThat(StandardSpelling.has(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example",
        "https://A.example/",
        "https://a.example:443/",
        "https://1.2.3.4/",
        "https://a.0x7f/",
        "https://xn--a.example/",
        "https://a..example/",
        "https://a.example/../b",
        "https://a.example/%2E%2e/b",
        "https://a.example/a b",
        "https://a.example/?'",
        "https://me@a.example/",
        "ftp://a.example/"
      })
  void othersAreLeftToTheParser(String address) {
    assertThat(StandardSpelling.has(address)).isFalse();
  }

  @Test
  void whatIsSaidToBeStandardParsesToItself() {
    var random = new Random(5);
    String[] pieces = {
      "https://",
      "http://",
      "a",
      "b.example",
      "x.org",
      "/",
      "//",
      "?",
      "#",
      "%",
      "%2e",
      "%41",
      ".",
      "..",
      "-",
      "--",
      "xn--",
      "1",
      "0x1",
      ":",
      "@",
      "A",
      "'",
      "\\",
      " ",
      "\t",
      "ß",
      "^",
      "|",
      "[",
      "=",
      "&"
    };
    int standard = 0;
    for (int i = 0; i < 200_000; i++) {
      var address = new StringBuilder(random.nextBoolean() ? "https://a.example/" : "");
      for (int n = random.nextInt(7); n > 0; n--) {
        address.append(pieces[random.nextInt(pieces.length)]);
      }
      if (StandardSpelling.has(address.toString())) {
        standard++;
        assertThat(Url.parse(address.toString()).map(Url::href)).contains(address.toString());
      }
    }
    assertThat(standard).isGreaterThan(10_000);
  }
}
