package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.skep.fuzz.Target;

/** What browsers and proxies send. */
public final class WebTargets {
  private static final String MULTIPART = "multipart/form-data; boundary=\"--x\"";
  private static final String FIELDS = "application/x-www-form-urlencoded";
  private static final Forwarded PROXIES = new Forwarded(List.of("127.0.0.1", "10.0.0.0/8"));

  private WebTargets() {}

  public static List<Target> all() {
    return List.of(
        new Target(
            "form",
            List.of(
                "url=https%3A%2F%2Fa.example%2F&title=a+b&mute=%2Flott%28o%7Cery%29%2F&mute="
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                """
                ----x\r
                Content-Disposition: form-data; name="title"\r
                \r
                Näme\r
                ----x\r
                Content-Disposition: form-data; name="file"; filename="a.opml"\r
                Content-Type: text/xml\r
                \r
                <opml/>\r
                ----x--\r
                """
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            List.of(
                "&", "=", "%", "%zz", "+", "--x", "\r\n----x\r\n", "\r\n\r\n", " name=\"", "\""),
            WebTargets::form),
        Target.ofText(
            "visit",
            List.of("203.0.113.9, 10.0.0.1", "[2001:db8::1]:443, 10.1.1.1:99", "skep=abc; a=b"),
            List.of(",", ":", "[", "]", "10.0.0.1", "127.0.0.1", "::1", ";", "skep=", "=", "%"),
            WebTargets::visit));
  }

  private static void form(byte[] body) throws IOException {
    for (String type : List.of(FIELDS, MULTIPART, "text/plain", "multipart/form-data")) {
      Body.read(new ByteArrayInputStream(body), type, Body.BYTES_MAX)
          .forEach((name, values) -> assertThat(values).as(name).isNotEmpty());
    }
  }

  private static void visit(String text) {
    for (String remote : List.of("127.0.0.1", "203.0.113.1", text)) {
      var visit =
          new Visit(
              "GET",
              "/",
              text,
              Map.of("x-forwarded-for", text, "x-forwarded-host", text, "cookie", text),
              Map.of(),
              Map.of("id", text),
              remote);
      Visit seen = PROXIES.seenFrom(visit);
      assertThat(seen.headers()).doesNotContainKeys("x-forwarded-for", "x-forwarded-host");
      if (remote.equals("203.0.113.1")) {
        assertThat(seen.remote()).isEqualTo(remote);
        assertThat(seen.headers()).doesNotContainKey("host");
      }
      assertThat(visit.id("id")).isNotNegative();
      assertThat(visit.cookie("skep")).isNotNull();
      assertThat(visit.query("a")).isNotNull();
      assertThat(visit.bearer()).isEmpty();
    }
  }
}
