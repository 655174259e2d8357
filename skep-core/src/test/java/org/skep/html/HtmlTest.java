package org.skep.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void whatIsLeftOutIsImplied() {
    assertThat(body("<p>one<p>two<ul><li>three<li>four</ul>five"))
        .isEqualTo("<p>one</p><p>two</p><ul><li>three</li><li>four</li></ul>five");
  }

  @Test
  void formattingLeftOpenGoesOnInTheNextParagraph() {
    assertThat(body("<p><b>one<p>two</b>three"))
        .isEqualTo("<p><b>one</b></p><p><b>two</b>three</p>");
    assertThat(body("<b>one<p>two</b>three")).isEqualTo("<b>one</b><p><b>two</b>three</p>");
    assertThat(body("<a href=x>one<div>two<a href=y>three"))
        .isEqualTo("<a>one</a><div><a>two</a><a>three</a></div>");
  }

  @Test
  void whatMayNotStandInATableGoesBeforeIt() {
    assertThat(body("<table>one<tr><td>two</table>"))
        .isEqualTo("one<table><tbody><tr><td>two</td></tr></tbody></table>");
    assertThat(body("<table><td>one<td>two<tr><td>three"))
        .isEqualTo(
            "<table><tbody><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></tbody></table>");
  }

  @Test
  void aProgramIsPassedOverAndJsonIsKept() {
    Element root =
        Html.parse(
            "<script>if (a < b) document.write('<p>no')</script><script"
                + " type='application/ld+json'>{\"a\":\"</p>\"}</script><p>yes");

    assertThat(root.text()).isEqualTo("{\"a\":\"</p>\"} yes");
  }

  @Test
  void aScriptWithinACommentOfAScriptHasAnEndTagOfItsOwn() {
    assertThat(body("<script><!-- <script> x </script> y --></script><p>yes"))
        .isEqualTo("<p>yes</p>");
  }

  @Test
  void commentsAndDrawingsLeaveNothingBehind() {
    assertThat(body("a<!-- <p> -->b<!--->c<svg><path d='M0'/><g><text>no</text></g></svg>d"))
        .isEqualTo("abc<svg></svg>d");
    assertThat(body("<svg><g><p>yes")).isEqualTo("<svg></svg><p>yes</p>");
  }

  @Test
  void characterReferencesAreResolvedAsInBrowsers() {
    assertThat(body("&lt;p&gt; &#8217;&#x201c;&#146; &notin; &copy 2026 AT&T &unknown;"))
        .isEqualTo("<p> ’“’ ∉ © 2026 AT&T &unknown;");
  }

  @Test
  void theFirstOfTwoEqualAttributesCounts() {
    Element root = Html.parse("<html lang=EN LANG=de><body Class='a b' class=c data-x>");
    var body = (Element) java.util.Objects.requireNonNull(root.first()).next();

    assertThat(root.attr("lang")).isEqualTo("EN");
    assertThat(java.util.Objects.requireNonNull(body).attr("class")).isEqualTo("a b");
    assertThat(body.hasAttr("data-x")).isTrue();
  }

  /** A page of random tags is read as jsoup reads it, but for what Skep passes over. */
  @Test
  void brokenMarkupIsReadAsBrowsersReadIt() {
    String[] pieces = {
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      "<a href=x>",
      "</a>",
      "<ul>",
      "<li>",
      "</ul>",
      "<table>",
      "<tr>",
      "<td>",
      "</td>",
      "</table>",
      "<h2>",
      "</h2>",
      "<span>",
      "</span>",
      "<em>",
      "</em>",
      "<br>",
      "<blockquote>",
      "</blockquote>",
      "<dl>",
      "<dt>",
      "<dd>",
      "</dl>",
      "<section>",
      "</section>",
      "</tr>",
      "<strong>",
      "</strong>",
      "<pre>",
      "</pre>"
    };
    var random = new Random(7);
    for (int round = 0; round < 3000; round++) {
      var page = new StringBuilder("<!doctype html><body>");
      for (int i = 0; i < 14; i++) {
        page.append(pieces[random.nextInt(pieces.length)]);
        if (random.nextBoolean()) {
          page.append("w").append(i);
        }
      }
      var expected = new StringBuilder();
      Jsoup.parse(page.toString()).body().childNodes().forEach(node -> print(node, expected));

      assertThat(body(page.toString())).as(page.toString()).isEqualTo(expected.toString());
    }
  }

  private static String body(String html) {
    var head = java.util.Objects.requireNonNull(Html.parse(html).first());
    var out = new StringBuilder();
    print(java.util.Objects.requireNonNull(head.next()), out);
    return out.substring("<body>".length(), out.length() - "</body>".length());
  }

  private static void print(Node node, StringBuilder out) {
    if (node instanceof TextNode text) {
      out.append(text.text());
    } else if (node instanceof Element element) {
      out.append('<').append(element.name()).append('>');
      for (Node child = element.first(); child != null; child = child.next()) {
        print(child, out);
      }
      out.append(element.name().equals("br") ? "" : "</" + element.name() + ">");
    }
  }

  private static void print(org.jsoup.nodes.Node node, StringBuilder out) {
    if (node instanceof org.jsoup.nodes.TextNode text) {
      out.append(text.getWholeText());
    } else if (node instanceof org.jsoup.nodes.Element element) {
      out.append('<').append(element.normalName()).append('>');
      element.childNodes().forEach(child -> print(child, out));
      out.append(element.normalName().equals("br") ? "" : "</" + element.normalName() + ">");
    }
  }
}
