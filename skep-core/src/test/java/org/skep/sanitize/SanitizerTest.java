package org.skep.sanitize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.url.Url;

class SanitizerTest {
  private final Sanitizer sanitizer = new Sanitizer();

  @Test
  void anArticleKeepsItsShape() {
    assertThat(
            sanitizer.sanitize(
                "<h2 style='color:red'>Title</h2><p onclick=go()>One &amp; <b>two</b> &lt; 3.<br>"
                    + "<img src='https://a.example/p.jpg' alt='A \"view\"' onerror=x width=10em></p>"))
        .isEqualTo(
            "<h2>Title</h2><p>One &amp; <b>two</b> &lt; 3.<br>"
                + "<img src=\"https://a.example/p.jpg\" alt=\"A &quot;view&quot;\"></p>");
  }

  @Test
  void scriptsFormsAndForeignWorldsGoAndTheTextStays() {
    assertThat(
            sanitizer.sanitize(
                "a<script>x()</script><style>p{}</style><svg><a href='javascript:x()'>q</a></svg>"
                    + "<form action=/x><button>b</button><input value=v></form><blink>c</blink>"
                    + "<!-- no --><template><p>t</p></template><custom-tag>d</custom-tag>"))
        .isEqualTo("abcd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVa\tScRiPt:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "x\u200B:y",
        "geo:1,2"
      })
  void addressesWithOtherSchemesGo(String href) {
    assertThat(sanitizer.sanitize("<a href=\"" + href + "\">link</a>"))
        .isEqualTo("<a rel=\"noopener noreferrer\">link</a>");
  }

  @Test
  void linksAreResolvedAndLoseTheirPasswords() {
    var base = Url.parse("https://a.example/news/1.html").orElseThrow();

    assertThat(sanitizer.sanitize("<a href='../x'>1</a><img src='//b.example/y.png'>", base))
        .isEqualTo(
            "<a href=\"https://a.example/x\" rel=\"noopener noreferrer\">1</a>"
                + "<img src=\"https://b.example/y.png\">");
    assertThat(sanitizer.sanitize("<a href='https://me:secret@a.example/'>2</a>"))
        .isEqualTo("<a href=\"https://a.example/\" rel=\"noopener noreferrer\">2</a>");
  }

  @Test
  void footnotesStillWorkAndShadowNothing() {
    assertThat(sanitizer.sanitize("<a href='#fn1'>1</a><p id=fn1 name=x>note</p>"))
        .isEqualTo(
            "<a href=\"#user-content-fn1\" rel=\"noopener noreferrer\">1</a>"
                + "<p id=\"user-content-fn1\">note</p>");
  }

  @Test
  void anEmbeddedVideoBecomesALink() {
    assertThat(
            sanitizer.sanitize(
                "<iframe src='https://www.youtube.com/embed/abc_1?autoplay=1'></iframe>"
                    + "<iframe src='https://tracker.example/'>x</iframe>"))
        .isEqualTo(
            "<a class=\"skep-embed\" href=\"https://www.youtube-nocookie.com/embed/abc_1\""
                + " rel=\"noopener noreferrer\">www.youtube-nocookie.com/embed/abc_1</a>");
  }

  @Test
  void smallImagesInTheAddressPassAndDrawingsDoNot() {
    assertThat(sanitizer.sanitize("<img src='data:image/png;base64,AAAA'>"))
        .isEqualTo("<img src=\"data:image/png;base64,AAAA\">");
    assertThat(sanitizer.sanitize("<img src='data:image/svg+xml;base64,AAAA'>")).isEqualTo("<img>");
  }

  @Test
  void hostileShapesCostLittle() {
    assertThat(sanitizer.sanitize("<div>".repeat(100_000) + "deep")).contains("deep");
    assertThat(sanitizer.sanitize("<a><b>".repeat(20_000)).length()).isLessThan(5_000_000);
    assertThat(sanitizer.sanitize("<p " + "a=1 ".repeat(200_000) + ">x</p>")).isEqualTo("<p>x</p>");
  }

  /** Only plain tags with double-quoted attributes, as docs and scorer have it. */
  private static final Pattern TAG =
      Pattern.compile("</?[a-z][a-z0-9]*(?:\\s+[a-z]+=\"[^\"<]*\")*>");

  @Test
  void whateverComesInPlainTagsComeOutAndTheSecondRunChangesNothing() {
    var random = new Random(5);
    String[] pieces = {
      "<",
      ">",
      "\"",
      "'",
      "=",
      "/",
      " ",
      "a",
      "b",
      "<p>",
      "</p>",
      "<a href=x>",
      "</a>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<svg>",
      "<math>",
      "<mtext>",
      "<style>",
      "</style>",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<pre>\n",
      "\n",
      "<select>",
      "<option>",
      "<title>",
      "<noscript>",
      "<b>",
      "<i>",
      "</b>",
      "<li>",
      "<img src=x onerror=y>",
      "&lt;",
      "&#60;",
      "&",
      "\u0000",
      "\uD800",
      "\r",
      "<form>",
      "<iframe src=//player.vimeo.com/video/1>",
      "<plaintext>",
      "<template>",
      "javascript:",
      "<foreignObject>",
      "<annotation-xml encoding=text/html>",
      "<mglyph>",
      "<h1>",
      "<body>",
      "<html>"
    };
    for (int i = 0; i < 20_000; i++) {
      var html = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      String once = sanitizer.sanitize(html.toString());
      assertThat(sanitizer.sanitize(once)).as(html.toString()).isEqualTo(once);
      assertThat(TAG.matcher(once).replaceAll("")).as(html.toString()).doesNotContain("<", ">");
    }
  }

  @Test
  void theListsAreSortedAndWithoutDoublesAndDoNotMeet() {
    var tags = new SafeTags();
    assertThat(SafeTags.lines("elements.txt").stream().map(line -> line.split(" ")[0]))
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(tags::isDropped);
    assertThat(SafeTags.lines("dropped.txt")).isSorted().doesNotHaveDuplicates();
    assertThat(tags.written())
        .doesNotContain("script", "style", "iframe", "form", "svg", "math", "object");
  }
}
