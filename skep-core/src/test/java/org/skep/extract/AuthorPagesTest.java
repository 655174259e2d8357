package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of pages about authors. */
class AuthorPagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/author/jane-roe",
        "https://mill.example/de/autoren/uwe-krantz/",
        "//mill.example/by/jane",
        "/?author=7",
        "/list?sort=1&author=jroe"
      })
  void aSegmentOrAFieldNamesTheAuthor(String href) {
    assertThat(AuthorPages.isOne(href)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/author", "/author/", "/authors/?page=2", "/coauthor/x", "?coauthor=7"})
  void nobodyIsNamed(String href) {
    assertThat(AuthorPages.isOne(href)).isFalse();
  }
}
