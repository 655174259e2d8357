package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.url.Url;

/** {@code next=...}: where a form goes back to is always a page of ours. */
class OpenRedirectTest {
  private static final List<String> BEGINNINGS =
      List.of(
          "https://",
          "HTTPS:",
          "//",
          "///",
          "/\\",
          "\\\\",
          "\\/",
          "/\t/",
          "/\r\n/",
          " //",
          "/%2f",
          "/%5c",
          "/.//",
          "/..//",
          "/;@",
          "/@",
          "/a/..//",
          "/a\\..\\\\");

  private static final List<String> HOSTS =
      List.of(
          "evil.example",
          "evil.example:80",
          "localhost@evil.example",
          "evil。example",
          "[::ffff:192.0.2.1]",
          "3221225985");

  private static final List<String> ENDS = List.of("", "/path?next=/", "#@localhost/");

  private static List<String> payloads() {
    var payloads = new ArrayList<String>();
    for (String beginning : BEGINNINGS) {
      for (String host : HOSTS) {
        for (String end : ENDS) {
          payloads.add(beginning + host + end);
        }
      }
    }
    return payloads;
  }

  @Test
  void noPayloadLeadsToAnotherSiteWhoeverReadsIt() {
    assertThat(payloads()).hasSize(324).doesNotHaveDuplicates();
    for (String payload : payloads()) {
      String next = Deeds.next(payload, "/river");

      assertThat(next).as(payload).matches("/([A-Za-z0-9].*)?");
      assertThat(Url.resolve(next, "http://localhost:8080/feeds").orElseThrow())
          .as(payload)
          .startsWith("http://localhost:8080/");
      var other = Objects.requireNonNull(HttpUrl.get("http://localhost:8080/feeds").resolve(next));
      assertThat(other.host() + ":" + other.port()).as(payload).isEqualTo("localhost:8080");
    }
  }

  @Test
  void ourOwnPagesAreReached() {
    for (String next :
        List.of("/", "/river?show=unread", "/story/12", "/search?q=a%20b&page=2", "/outlet/a.b")) {
      assertThat(Deeds.next(next, "/feeds")).isEqualTo(next);
    }
  }

  @Test
  void noPayloadWritesAHeaderOfItsOwn(@TempDir Path directory) throws Exception {
    try (var site = new RunningSite(directory)) {
      var form = site.form("/settings", "");
      for (String end : List.of("\r\n", "\n", "\r", "\u010d\u010a", "\u560d\u560a", "%0d%0a")) {
        var answer =
            site.post(
                "/marks/all",
                form,
                "in=&next=" + Answer.encoded("/river" + end + "X-Evil: 1" + end + end + "<b>"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().map()).doesNotContainKey("x-evil");
        assertThat(answer.body()).isEmpty();
        assertThat(
                site.get("/people?q=" + Answer.encoded(end + "X-Evil: 1"), Map.of())
                    .headers()
                    .map())
            .doesNotContainKey("x-evil");
      }
    }
  }
}
