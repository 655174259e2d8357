package org.skep.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
  @Test
  void anAddressFallsIntoItsParts() {
    var url = Url.parse("HTTPS://User:Secret@News.Example:8443/a/../b?q=1#top").orElseThrow();

    assertThat(url)
        .isEqualTo(new Url("https", "User", "Secret", "news.example", 8443, "/b", "q=1", "top"));
    assertThat(url.origin()).isEqualTo("https://news.example:8443");
    assertThat(url.requestTarget()).isEqualTo("/b?q=1");
  }

  @Test
  void passwordsAreNeverPrinted() {
    assertThat(Url.parse("http://me:secret@a.example/x").orElseThrow())
        .hasToString("http://a.example/x");
  }

  @ParameterizedTest
  @CsvSource({
    "../b.html, http://a.example/x/y/, http://a.example/x/b.html",
    "//b.example/z, https://a.example/, https://b.example/z",
    "?page=2, http://a.example/list?page=1, http://a.example/list?page=2",
    "\\\\b.example\\c, http://a.example/, http://b.example/c",
    "mailto:desk@a.example, http://a.example/, mailto:desk@a.example",
    "http:c, http://a.example/b, http://a.example/c",
    "%2e%2E/d, http://a.example/b/c/, http://a.example/b/d"
  })
  void linksResolveAsInABrowser(String link, String base, String expected) {
    assertThat(Url.resolve(link, base)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://0x7f.1/, 127.0.0.1",
    "http://2130706433/, 127.0.0.1",
    "http://0300.0250.1.1/, 192.168.1.1",
    "http://[::FFFF:10.0.0.1]/, [::ffff:a00:1]",
    "http://[2001:DB8:0:0:1:0:0:1]/, [2001:db8::1:0:0:1]",
    "http://BÜCHER.example/, xn--bcher-kva.example",
    "http://faß.example/, xn--fa-hia.example",
    "http://ex%41mple。org/, example.org",
    "http://Ⓝⓔⓦⓢ.example/, news.example",
    "http://İstanbul.example/, xn--istanbul-o0e.example"
  })
  void hostsHaveOneSpelling(String address, String host) {
    assertThat(Url.parse(address).orElseThrow().host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-scheme",
        "http://",
        "http://a b/",
        "http://a.example:99999/",
        "http://1.2.3.4.5/",
        "http://[::1/",
        "http://xn--a/",
        "http://a\u202Eb/",
        "https://a%00b/"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(Url.parse(text)).isEmpty();
  }

  @Test
  void anyTextEitherFailsOrReadsBackAsItself() {
    var random = new Random(7);
    var alphabet =
        "htps:/?#[]@.\\%0123456789abxn-_ \t\n\u0000\u00E4\u00DF\u0627\u05D0\u200D\u3002\uD83D\uDE00\uD800";
    for (int i = 0; i < 200_000; i++) {
      var text = new StringBuilder(i % 3 == 0 ? "http://" : i % 3 == 1 ? "http://x/" : "");
      for (int n = random.nextInt(20); n >= 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var base = Url.parse("http://base.example/a/b?c").orElseThrow();
      Url.parse(text.toString(), base)
          .ifPresent(url -> {
            assertThat(Url.parse(url.href())).as(url.href()).contains(url);
            String identity = url.normalized();
            assertThat(Url.parse(identity).map(Url::normalized).orElse(identity))
                .as(text.toString())
                .isEqualTo(identity);
          });
    }
  }
}
