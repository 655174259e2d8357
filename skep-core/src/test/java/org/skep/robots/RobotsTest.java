package org.skep.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {
  private static boolean allows(String file, String path) {
    return Robots.parse(file).allows("Skep", "https://a.example" + path);
  }

  @Test
  void theGroupThatNamesUsDecidesAndTheGeneralOneDoesNot() {
    var robots =
        Robots.parse(
            """
            User-agent: *
            Disallow: /

            User-agent: otherbot
            User-agent: skep/1.0
            Disallow: /private/
            Allow: /private/open/

            User-agent: SKEP
            Disallow: /drafts/
            """);

    assertThat(robots.allows("Skep", "https://a.example/news")).isTrue();
    assertThat(robots.allows("Skep", "https://a.example/private/x")).isFalse();
    assertThat(robots.allows("Skep", "https://a.example/private/open/x")).isTrue();
    assertThat(robots.allows("Skep", "https://a.example/drafts/x")).isFalse();
    assertThat(robots.allows("AnyBot", "https://a.example/news")).isFalse();
  }

  @Test
  void theDecisionNamesItsLine() {
    var robots = Robots.parse("User-agent: *\nDisallow: /private/*.pdf$\n");

    assertThat(robots.decide("Skep", "https://a.example/private/a/b.pdf"))
        .isEqualTo(new Robots.Decision(false, "Disallow: /private/*.pdf$"));
    assertThat(robots.decide("Skep", "https://a.example/private/a/b.pdf?x").allowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/a, /a/b, false",
    "/a/, /a, true",
    "*.gif$, /x/y.gif, false",
    "/*/print/, /2026/print/9, false",
    "/a*b*c, /axbxxc, false",
    "/a*b*c, /acb, true",
    "/%7Eme, /~me, false",
    "/b\u00FCcher, /b%c3%bccher/1, false",
    "/a%2fb, /a/b, true",
    "/price/$, /price/, false",
    "/price/$, /price/x, true",
    "/price-%24, /price-$5, false",
    "/a-%2A.html, /a-*.html, false",
    "/a-%2A.html, /a-b.html, true",
    "/cost$low, /cost$low/1, false",
    "a, /a, true"
  })
  void disallowMatchesFromTheStartOfThePath(String pattern, String path, boolean allowed) {
    assertThat(allows("User-agent: *\nDisallow: " + pattern, path)).isEqualTo(allowed);
  }

  @Test
  void anAllowIsSpelledAsFreelyAsADisallow() {
    assertThat(allows("User-agent: *\nDisallow: /\nAllow: /%62%61z\n", "/baz")).isTrue();
    assertThat(allows("User-agent: *\nDisallow: /\nAllow: /b\u00FCcher\n", "/b%C3%BCcher"))
        .isTrue();
  }

  @Test
  void theLongerRuleWinsAndOfTwoEqualOnesTheOneThatAllows() {
    assertThat(allows("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c")).isTrue();
    assertThat(allows("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a")).isTrue();
    assertThat(allows("User-agent: *\nAllow: /\nDisallow: /*\n", "/")).isTrue();
    assertThat(allows("User-agent: *\nAllow: /\nDisallow: /*\n", "/x")).isFalse();
  }

  @Test
  void slipsOfThePenAreForgiven() {
    assertThat(allows("\uFEFFuseragent : *\r\rdissallow /a # not this\r", "/a")).isFalse();
    assertThat(allows("User-agent: *<br>Disallow: /a\n", "/a")).isTrue(); // one line is one line
    assertThat(allows("User-agent: *<br>\nDisallow: /a<br>\n", "/a")).isFalse();
  }

  @Test
  void theFileItselfMayAlwaysBeRead() {
    assertThat(allows("User-agent: *\nDisallow: /", "/robots.txt")).isTrue();
  }

  @Test
  void crawlDelayAndSitemapsAreRead() {
    var robots =
        Robots.parse("Sitemap: https://a.example/news.xml\nUser-agent: *\nCrawl-delay: 2.5\n");

    assertThat(robots.crawlDelay("Skep")).contains(Duration.ofMillis(2500));
    assertThat(robots.sitemaps()).containsExactly("https://a.example/news.xml");
  }

  @Test
  void anHourBetweenTwoPagesIsARefusal() {
    assertThat(allows("User-agent: *\nCrawl-delay: 3600\nDisallow:\n", "/a")).isFalse();
  }

  @Test
  void aSiteThatDoesNotAnswerAllowsNothingForNow() {
    assertThat(Robots.disallowAll("503 for robots.txt").decide("Skep", "https://a.example/"))
        .isEqualTo(new Robots.Decision(false, "503 for robots.txt"));
  }

  @Test
  void noFileBreaksTheParser() {
    var random = new Random(11);
    String[] pieces = {
      "User-agent",
      ":",
      " ",
      "*",
      "Disallow",
      "Allow",
      "/",
      "%",
      "%4",
      "$",
      "\n",
      "\r",
      "#",
      "skep",
      "Crawl-delay: 9",
      "<br>",
      "\u0000",
      "\uD83D",
      "\uFEFF",
      "a".repeat(20_000)
    };
    for (int i = 0; i < 3000; i++) {
      var file = new StringBuilder("User-agent: *\n");
      for (int n = random.nextInt(40); n > 0; n--) {
        file.append(pieces[random.nextInt(pieces.length)]);
      }
      Robots.parse(file.toString()).allows("Skep", "http://a.example/%7*$?\u00E4");
    }
  }
}
