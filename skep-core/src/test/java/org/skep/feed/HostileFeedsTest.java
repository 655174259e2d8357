package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents made to hurt. The limit is no measure of speed but ends a run that hangs: what these
 * documents do to a reader that is not linear takes minutes or all memory.
 */
@Timeout(60)
class HostileFeedsTest {
  static Stream<Arguments> bombs() {
    return Stream.of(
        Arguments.of("50,000 deep", "<rss><channel>" + "<a>".repeat(50_000)),
        Arguments.of("2,000,000 deep", "<rss>" + "<a>".repeat(2_000_000)),
        Arguments.of(
            "deep and closed", "<rss>" + "<a>".repeat(50_000) + "</a>".repeat(50_000) + "</rss>"),
        Arguments.of("quadratic blow-up", blowUp()),
        Arguments.of("attributes", "<rss " + many(300_000, i -> "a" + i + "='" + i + "' ") + "/>"),
        Arguments.of(
            "namespaces",
            "<rss>"
                + many(90, i -> "<x " + many(190, k -> "xmlns:p" + i + "_" + k + "='u' ") + ">")
                + "<p0_0:y/>".repeat(200_000)),
        Arguments.of("comments that never end", "<rss>" + "<!--".repeat(2_000_000)),
        Arguments.of("end tags that never end", "<rss>" + "</a".repeat(2_000_000)),
        Arguments.of("quotes that never end", "<rss>" + "<a b='".repeat(1_000_000)),
        Arguments.of("entities that never end", "<rss><channel><title>" + "&amp".repeat(2_000_000)),
        Arguments.of(
            "declarations that never end", "<!DOCTYPE a [" + "<!ENTITY b ".repeat(500_000)),
        Arguments.of(
            "open tags in a title",
            "<rss><channel><title><![CDATA["
                + "<a ".repeat(2_000_000)
                + "]]></title></channel></rss>"),
        Arguments.of(
            "open quotes in a title",
            "<rss><channel><title><![CDATA["
                + "<a b=\"".repeat(1_000_000)
                + "]]></title></channel></rss>"),
        Arguments.of(
            "comments in a description",
            "<rss><channel><item><description><![CDATA["
                + "<!-- <a href='b".repeat(500_000)
                + "]]></description></item></channel></rss>"),
        Arguments.of(
            "many items",
            "<rss><channel>"
                + "<item><title>a</title></item>".repeat(200_000)
                + "</channel></rss>"),
        Arguments.of("items in items", "<rss><channel>" + "<item>".repeat(500)),
        Arguments.of("JSON, deep", "[".repeat(1_000_000)),
        Arguments.of("JSON, a long number", "{\"version\":" + "9".repeat(1_000_000) + "}"),
        Arguments.of("a page of links", "<html>" + "<a href='/feed?".repeat(200_000)));
  }

  private static String blowUp() {
    return "<!DOCTYPE rss [<!ENTITY a \""
        + "x".repeat(1_900)
        + "\">]><rss><channel><title>"
        + "&a;".repeat(300_000)
        + "</title></channel></rss>";
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void aBombIsReadOrRefusedInLinearTime(String name, String document) {
    byte[] body = document.getBytes(StandardCharsets.UTF_8);

    var line = FeedLine.of(body, Map.of(), "https://a.example/");

    assertThat(line).isNotEmpty();
  }

  @Test
  void entitiesNestedInEntitiesDoNotGrow() throws FeedException {
    String laughs =
        "<!DOCTYPE z [<!ENTITY a \"ha\">"
            + many(
                20,
                i ->
                    "<!ENTITY a"
                        + i
                        + " \""
                        + ("&a" + (i == 0 ? "" : i - 1) + ";").repeat(10)
                        + "\">")
            + "]><rss><channel><title>&a19;</title></channel></rss>";

    var feed = FeedReader.read(laughs.getBytes(StandardCharsets.UTF_8), null, "");

    assertThat(feed.title()).hasSizeLessThan(100);
  }

  @Test
  void noFileIsEverRead() throws FeedException {
    String xxe =
        "<!DOCTYPE z [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>"
            + "<rss><channel><title>&x;</title></channel></rss>";

    for (var charset :
        new java.nio.charset.Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
      assertThat(FeedReader.read(xxe.getBytes(charset), null, "").title()).isEqualTo("&x;");
    }
  }
}
