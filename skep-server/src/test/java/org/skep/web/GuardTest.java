package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is served, and which forms are obeyed: specs/security.md, section 4. */
class GuardTest {
  private static final String SECRET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
  private final Guard guard = new Guard(List.of("news.home.example"), false);

  @Test
  void onlyNamesOfThisMachineAndConfiguredOnesAreServed() {
    for (String host :
        List.of(
            "127.0.0.1:8080",
            "localhost",
            "LOCALHOST:1",
            "[::1]:8080",
            "skep.localhost:8080",
            "news.home.example")) {
      assertThat(guard.refusal(get(Map.of("host", host)))).as(host).isEmpty();
    }
    for (String host :
        List.of(
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "127.0.0.2",
            "xlocalhost",
            "localhost@evil.example",
            "news.home.example.evil",
            "0.0.0.0:8080")) {
      assertThat(guard.refusal(get(Map.of("host", host)))).as(host).isPresent();
    }
  }

  @Test
  void onlyThisMachineIsServedUnlessTheOperatorOpensIt() {
    var stranger =
        new Visit("GET", "/", null, Map.of("host", "localhost"), Map.of(), Map.of(), "192.0.2.7");
    assertThat(guard.refusal(stranger)).isPresent();
    assertThat(new Guard(List.of(), true).refusal(stranger)).isEmpty();
  }

  @Test
  void aFormOfOursIsObeyed() {
    assertThat(guard.refusal(post(Map.of("origin", "http://localhost:8080"), token()))).isEmpty();
    assertThat(guard.refusal(post(Map.of("sec-fetch-site", "same-origin"), token()))).isEmpty();
    assertThat(guard.refusal(post(Map.of("referer", "http://localhost:8080/feeds"), token())))
        .isEmpty();
  }

  @Test
  void ourOwnReferrerPolicyMakesBrowsersSendOriginNullAndThatIsFine() {
    assertThat(
            guard.refusal(post(Map.of("origin", "null", "sec-fetch-site", "same-origin"), token())))
        .isEmpty();
  }

  @Test
  void aFormOfAnotherSiteIsRefusedEvenWithTheRightToken() {
    for (var headers :
        List.of(
            Map.of("origin", "https://evil.example"),
            Map.of("origin", "http://localhost:9090"),
            Map.of("origin", "http://localhost:8080.evil.example"),
            Map.of("sec-fetch-site", "cross-site"),
            Map.of("sec-fetch-site", "same-site"),
            Map.of("sec-fetch-site", "none"),
            Map.of("referer", "https://evil.example/localhost:8080/"),
            Map.<String, String>of())) {
      assertThat(guard.refusal(post(headers, token()))).as(headers.toString()).isPresent();
    }
  }

  @Test
  void noTokenAWrongTokenOrNoCookieIsRefused() {
    var ours = Map.of("origin", "http://localhost:8080");
    assertThat(guard.refusal(post(ours, ""))).isPresent();
    assertThat(guard.refusal(post(ours, Guard.token("another secret")))).isPresent();
    var visit =
        new Visit(
            "POST",
            "/marks",
            null,
            Map.of("host", "localhost:8080", "origin", "http://localhost:8080"),
            Map.of("token", List.of(token())),
            Map.of(),
            "127.0.0.1");
    assertThat(guard.refusal(visit)).isPresent();
  }

  @Test
  void aFormGoesBackOnlyToAPageOfOurs() {
    for (String next :
        List.of(
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/ /evil",
            "",
            "\\/x",
            "/\t/evil.example",
            "/%0d%0aSet-Cookie\r\nx",
            "javascript:alert(1)")) {
      assertThat(Deeds.next(post(Map.of(), "", next), "/river")).as(next).isEqualTo("/river");
    }
    assertThat(Deeds.next(post(Map.of(), "", "/river?in=feed:3"), "/"))
        .isEqualTo("/river?in=feed:3");
  }

  private static String token() {
    return Guard.token(SECRET);
  }

  private static Visit get(Map<String, String> headers) {
    return new Visit("GET", "/", null, headers, Map.of(), Map.of(), "127.0.0.1");
  }

  private static Visit post(Map<String, String> headers, String token) {
    return post(headers, token, "/");
  }

  private static Visit post(Map<String, String> headers, String token, String next) {
    var all = new HashMap<>(headers);
    all.put("host", "localhost:8080");
    all.put("cookie", "other=1; skep=" + SECRET);
    return new Visit(
        "POST",
        "/marks",
        null,
        all,
        Map.of("token", List.of(token), "next", List.of(next)),
        Map.of(),
        "127.0.0.1");
  }
}
