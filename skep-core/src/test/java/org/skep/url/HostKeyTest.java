package org.skep.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostKeyTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.news.example.co.uk/a, example.co.uk",
    "https://example.com/, example.com",
    "https://one.github.io/, one.github.io",
    "https://www.two.github.io/, two.github.io",
    "https://github.io/, github.io",
    "https://zeitung.xn--p1ai/, zeitung.xn--p1ai",
    "https://a.b.unknowntld/, b.unknowntld",
    "http://feed-001.test/, feed-001.test",
    "http://localhost:8080/, localhost",
    "http://127.0.0.1/, 127.0.0.1",
    "http://[::1]:8080/, [::1]",
    "http://a..b/, a..b",
    "mailto:a@b.example, ''"
  })
  void theRegistrableDomainIsTheKey(String url, String key) {
    assertThat(HostKey.ofAddress(url)).isEqualTo(key);
  }
}
