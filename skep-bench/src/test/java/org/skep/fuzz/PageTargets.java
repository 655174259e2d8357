package org.skep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.skep.Pipeline;
import org.skep.extract.Extraction;
import org.skep.extract.SiteProfile;
import org.skep.html.Element;
import org.skep.html.Html;
import org.skep.model.Page;
import org.skep.sanitize.Sanitizer;
import org.skep.url.Url;

/** Pages: markup, what is read out of it, and what is shown of it. */
final class PageTargets {
  private static final int DEPTH_MAX = 600;
  private static final Pipeline PIPELINE = new Pipeline();
  private static final Sanitizer SANITIZER = new Sanitizer();

  private static final List<String> HTML =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "\"",
          "'",
          "=",
          "&",
          "&amp;",
          "&lt",
          "&#x",
          "&notit;",
          "<!--",
          "--!>",
          "-->",
          "<!doctype html>",
          "<![CDATA[",
          "]]>",
          "<?x",
          "<p>",
          "</p>",
          "<br>",
          "</br>",
          "<table>",
          "<tr>",
          "<td>",
          "</table>",
          "<caption>",
          "<select>",
          "<option>",
          "<b>",
          "</b>",
          "<i>",
          "<a href=x>",
          "</a>",
          "<form>",
          "</form>",
          "<template>",
          "</template>",
          "<svg>",
          "<math>",
          "<mi>",
          "<foreignObject>",
          "<script>",
          "</script>",
          "<style>",
          "<title>",
          "</title>",
          "<textarea>",
          "<noscript>",
          "<iframe src=x>",
          "<img src=x onerror=y>",
          "javascript:",
          "data:text/html,",
          " style=",
          " onclick=",
          " srcset='a 1x, b 2x'",
          " id=a",
          "<frameset>",
          "<body>",
          "</body>",
          "<head>",
          "<html lang=tr>",
          "<plaintext>",
          "<h1>",
          "<article>",
          "<blockquote>",
          "<li>",
          "<dd>",
          "<ruby><rt>",
          "<details>",
          "<button>");

  private static final Pattern SAFE_TAG =
      Pattern.compile("</?[a-z][a-z0-9]*(?: [a-z]+=\"[^\"<]*\")*>");
  private static final Pattern UNSAFE_ATTRIBUTE =
      Pattern.compile(
          " (?:on[a-z]+|style|srcdoc|formaction)=\""
              + "|=\"\\s*(?:javascript|vbscript|data:(?!image/(?:png|jpeg|gif|webp|avif)))"
              + "|<(?:script|style|iframe|object|embed|form|svg|math|template|base|meta|link)\\b");

  private PageTargets() {}

  static List<Target> all() {
    return List.of(
        Target.ofText("html", List.of(ARTICLE, SOUP), HTML, PageTargets::tree),
        new Target("page", pages(), HTML, PageTargets::page),
        Target.ofText("sanitizer", List.of(ARTICLE, SOUP), HTML, PageTargets::sanitized));
  }

  private static void tree(String html) {
    int depth = 0;
    Element root = Html.parse(html);
    for (var node = root.first(); node != null; ) {
      assertThat(node.parent()).isNotNull();
      if (node instanceof Element element && element.first() != null) {
        node = element.first();
        assertThat(++depth).isLessThan(DEPTH_MAX);
        continue;
      }
      while (node != null && node != root && node.next() == null) {
        node = node.parent();
        depth--;
      }
      node = node == null || node == root ? null : node.next();
    }
  }

  private static void page(byte[] body) {
    var page = new Page("https://a.example/2026/1", Map.of(), body, Instant.EPOCH);
    if (PIPELINE.extract(page, SiteProfile.EMPTY) instanceof Extraction.Found found) {
      assertThat(found.article().title()).isNotBlank();
      PIPELINE.prepare(PIPELINE.analyse(found.article()));
    }
  }

  private static void sanitized(String html) {
    String safe = SANITIZER.sanitize(html, Url.parse("https://a.example/x").orElseThrow());
    assertThat(SANITIZER.sanitize(safe)).isEqualTo(safe);
    assertThat(SAFE_TAG.matcher(safe).replaceAll("")).doesNotContain("<");
    var tags = SAFE_TAG.matcher(safe);
    while (tags.find()) {
      assertThat(UNSAFE_ATTRIBUTE.matcher(tags.group()).find()).as(tags.group()).isFalse();
    }
  }

  private static List<byte[]> pages() {
    return List.of(Target.bytes(ARTICLE), Target.bytes(SOUP), Target.bytes(DATA));
  }

  private static final String ARTICLE =
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge opens - Gazette</title>
      <meta property="og:title" content="Bridge opens"><link rel=canonical href="/2026/1"></head>
      <body><nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav><article>
      <h1>Bridge opens</h1><p class=byline>By <a rel=author href=/ann>Ann Lee</a>, 3 March 2026</p>
      <p>The bridge over the river <b>opened</b> on Tuesday, &ldquo;at last&rdquo;, said the mayor,
      Jon Berg, who had asked for it in each of the last five years.<p>It cost 12 million crowns,
      &amp; nobody could say why; <i>the auditors had warned of it</i>. <img src=b.jpg alt="A bridge">
      <table><tr><td>Length<td>312 m</table><blockquote>"We waited long enough," she said.</blockquote>
      <p>Work goes on until the next winter, if the weather allows.</p></article></body></html>
      """;

  private static final String SOUP =
      """
      <p><b><a href="/x?a=1&amp;b=2">one<a href='//y.example/z'>two</b><table><b>t<tr>u<td>v</table>w
      <svg><title>s</title><desc><p>x</svg><math><mi>y</math><select><option>1<option>2</select>
      <script>if (a < b) { "</p>" }</script><style>p > a {}</style><!-- c --><textarea><b></textarea>
      <template><td>z</template><iframe src="https://www.youtube.com/embed/a"></iframe><dl><dt>d<dd>e
      """;

  private static final String DATA =
      """
      <html><head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
      {"@type":"NewsArticle","headline":"Bridge opens","datePublished":"2026-03-03T09:15:00Z",
      "author":[{"@type":"Person","name":"Ann Lee","url":"/ann"}],"publisher":{"name":"Gazette"},
      "image":["https://a.example/b.jpg"],"isAccessibleForFree":"False","articleBody":"It opened."}]}
      </script><meta name=author content="Ann Lee"><meta itemprop=datePublished content=2026-03-03>
      </head><body><div itemscope><h1 itemprop=headline>Bridge opens</h1>
      <time datetime="2026-03-03T09:15">yesterday</time><p>A bridge opened over the river on Tuesday and
      many people came to see it, although it rained all day and the band was late.</div></body></html>
      """;
}
