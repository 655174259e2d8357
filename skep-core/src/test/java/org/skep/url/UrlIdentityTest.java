package org.skep.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlIdentityTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.example:80/b#c, http://a.example/b",
    "http://A.example./b, http://a.example/b",
    "http://a.example//b///c, http://a.example/b/c",
    "http://a.example/?z=1&a=2&UTM_Source=feed&fbclid=x, http://a.example/?a=2&z=1",
    "http://a.example/b?, http://a.example/b",
    "http://a.example/%62%c3%a4?x[]=1, http://a.example/b%C3%A4?x%5B%5D=1",
    "http://a.example/b;jsessionid=12AB?c=1, http://a.example/b?c=1",
    "http://me:secret@a.example/b, http://a.example/b",
    "a.example/b, http://a.example/b",
    "https://a.example/b</a>, https://a.example/b",
    "https://a.example/one.htmlhttps://b.example/, https://a.example/one.html",
    "https://a.example/onehttps://b.example/xhttps://c.example/, https://a.example/one",
    "https://ahttps://bhttps://c.example/one, https://c.example/one",
    "http://a.example/b/..;jsessionid=1/c&, http://a.example/c",
    "http:a.example/onehttps://b.example/, http://a.example/one",
    "https://www.facebook.com/sharer.php?u=https%3A%2F%2Fa.example%2Fb, https://a.example/b",
    "https://archive.example/2020/https://a.example/, https://archive.example/2020/https://a.example"
  })
  void linksToOnePageAreOne(String printed, String identity) {
    assertThat(UrlIdentity.of(printed)).contains(identity);
    assertThat(UrlIdentity.of(identity)).contains(identity);
  }

  /** Found by the fuzz test: a host of dots lost one with each run. */
  @ParameterizedTest
  @CsvSource({"http://a.example../x//y, http://a.example../x/y", "http://../x, http://../x"})
  void aHostThatEndsInDotsKeepsThem(String printed, String identity) {
    assertThat(UrlIdentity.of(printed)).contains(identity);
    assertThat(UrlIdentity.of(identity)).contains(identity);
  }

  @Test
  void valuesOfOneParameterKeepTheirOrder() {
    assertThat(UrlIdentity.of("http://a.example/?t=2&s=9&t=1"))
        .contains("http://a.example/?s=9&t=2&t=1");
  }

  @Test
  void theListsAreSortedAndWithoutDoubles() {
    assertThat(UrlWords.read(TrackingParameters.FILE)).isSorted().doesNotHaveDuplicates();
    assertThat(UrlWords.read(PrintedLink.SHARE_FILE)).isSorted().doesNotHaveDuplicates();
    assertThat(UrlWords.read(PrintedLink.SHARE_FILE)).allMatch(line -> line.split(" ").length == 3);
  }
}
