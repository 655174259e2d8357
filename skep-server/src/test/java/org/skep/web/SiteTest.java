package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.model.Analysis;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.Page;
import org.skep.model.StoryChange;
import org.skep.store.Arriving;
import org.skep.store.Articles;

/** The whole server over an empty store, asked by real HTTP. */
class SiteTest {
  @TempDir private Path directory;
  private RunningSite site;

  @BeforeEach
  void start() throws IOException {
    site = new RunningSite(directory);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void everyAddressOfTheTableAnswersWithItsHeaders() throws Exception {
    for (Routes.Route route : site.site.routes().all()) {
      if (route.method().equals("GET")) {
        String path = RunningSite.example(route.pattern());
        var answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 303, 404);
        Guard.HEADERS.forEach((name, value) ->
            assertThat(answer.headers().firstValue(name)).as(path).contains(value));
        if (answer.statusCode() == 404 && answer.body().startsWith("<!doctype")) {
          assertThat(Jsoup.parse(answer.body()).select("main form[action=/search]")).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aHubIsKnownByItsPathAndNeedsNoForm() throws Exception {
    String key = "k".repeat(43);
    site.store.change(tx ->
        tx.pushes()
            .add(0, "https://hub.example/", "https://a.example/feed", "", key, "s", Articles.NOON));
    var push = site.store.read(tx -> tx.pushes().byKey(key)).orElseThrow();
    site.store.change(tx -> tx.pushes().save(push.asked(Articles.NOON)));
    String question =
        "?hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ffeed&hub.challenge=%3Cb%3E";

    assertThat(site.get("/push/" + "x".repeat(43) + question).statusCode()).isEqualTo(404);
    var confirmed = site.get("/push/" + key + question);
    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(confirmed.body()).isEqualTo("<b>");
    assertThat(confirmed.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(
            site.post("/push/" + key, Map.of("X-Hub-Signature", "sha256=00"), "<rss/>")
                .statusCode())
        .as("dropped, without a word")
        .isEqualTo(202);
    assertThat(site.post("/push/" + "x".repeat(43), Map.of(), "<rss/>").statusCode())
        .isEqualTo(404);
    assertThat(PushDoor.shown("/push/" + key)).doesNotContain(key);
  }

  @Test
  void aGetOfAFormsAddressDoesNothing() throws Exception {
    for (Routes.Route route : site.site.routes().all()) {
      boolean alsoAPage =
          site.site.routes().all().stream()
              .anyMatch(r -> r.method().equals("GET") && r.pattern().equals(route.pattern()));
      if (route.method().equals("POST") && !alsoAPage) {
        assertThat(site.get(RunningSite.example(route.pattern())).statusCode())
            .as(route.pattern())
            .isIn(404, 405);
      }
    }
  }

  @Test
  void aFormFilledInOnOurPageIsObeyed() throws Exception {
    var page = site.get("/settings");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    String token = Jsoup.parse(page.body()).select("#look input[name=token]").attr("value");

    var answer =
        site.post(
            "/settings",
            Map.of("Origin", site.origin(), "Cookie", cookie),
            "theme=dark&language=de&token=" + token);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/settings?done=saved");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("dark.de", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void aLinkAcrossLanguagesIsCutOnTheStorysPage() throws Exception {
    var bridge = Articles.article("https://a.example/1", "Bridge open", "The bridge is open.");
    long brueckeId =
        storyOf(Articles.article("https://b.example/1", "Brücke", "Sie ist offen."), 0);
    long bridgeId = storyOf(bridge, brueckeId);
    var page = site.get("/story/" + bridgeId);
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    var form = Jsoup.parse(page.body()).select("#languages form");
    assertThat(form.select("input[name=other]").attr("value")).isEqualTo("" + brueckeId);

    var answer =
        site.post(
            form.attr("action"),
            Map.of("Origin", site.origin(), "Cookie", cookie),
            "what=unlink&other=" + brueckeId + "&token=" + form.select("[name=token]").val());

    assertThat(answer.headers().firstValue("Location"))
        .contains("/story/" + bridgeId + "?done=corrected");
    assertThat(site.newsroom.corrected())
        .containsExactly(new Correction.CutLink(bridgeId, brueckeId));
  }

  /** A story of that article, in that group; 0 for a group of its own. */
  private long storyOf(Analysis analysis, long group) {
    long id = analysis.article().id();
    site.store.change(tx -> {
      tx.articles().arrive(Arriving.of(analysis, null), Articles.NOON);
      long seq = tx.log().last();
      List<StoryChange> changes =
          List.of(
              new StoryChange.Opened(id, id), new StoryChange.Grouped(id, group == 0 ? id : group));
      tx.derived()
          .apply(
              new Derived(seq, List.of(), List.of(), List.of(), changes),
              new LogEntry.PageArrived(seq, Articles.NOON, analysis),
              "test");
    });
    return id;
  }

  @Test
  void aBadExtractionIsKeptWithItsPageAsACase() throws Exception {
    var analysis = Articles.article("https://a.example/1", "Weir", "The weir.\n\nMore on weirs");
    long id = analysis.article().id();
    var bytes = "<p>The weir.<p>More on weirs".getBytes(StandardCharsets.UTF_8);
    var stored = new Page("https://a.example/1", Map.of(), bytes, Articles.NOON);
    site.store.change(tx -> tx.articles().arrive(Arriving.of(analysis, stored), Articles.NOON));
    var page = site.get("/article/" + id);
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    var form = Jsoup.parse(page.body()).select("form[action=/article/" + id + "/report]");
    assertThat(form.select("textarea"))
        .singleElement()
        .extracting(area -> area.wholeText().strip())
        .isEqualTo("The weir.\n\nMore on weirs");

    var answer =
        site.post(
            "/article/" + id + "/report",
            Map.of("Origin", site.origin(), "Cookie", cookie),
            "text=The+weir.&token=" + form.select("input[name=token]").attr("value"));

    assertThat(answer.headers().firstValue("Location"))
        .contains("/article/" + id + "?done=reported");
    assertThat(directory.resolve("golden/gold.jsonl"))
        .content()
        .contains("\"title\":\"Weir\",\"text\":\"The weir.\"}");
    assertThat(directory.resolve("golden/manifest.jsonl"))
        .content()
        .contains("https://a.example/1");
  }

  @Test
  void whatIsNoRequestIsRefusedWithOurHeadersToo() throws IOException {
    for (String request :
        List.of(
            "GET /a%zz HTTP/1.1\r\nHost: localhost",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000),
            "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost",
            "GET / HTTP/1.1\r\nHost: local host",
            "GET <script>alert(1)</script> HTTP/1.1\r\nHost: localhost")) {
      String answer = site.raw(request + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(request).startsWith("HTTP/1.1 4").doesNotContain("<");
      assertThat(answer).as(request).contains("Content-Security-Policy: default-src 'none'");
    }
  }

  @Test
  void theFirstRunOffersAnAddressAListAndAStarter() throws Exception {
    var page = Jsoup.parse(site.get("/").body());
    assertThat(page.select("form[action=/feeds/add]")).isNotEmpty();
    assertThat(page.select("form[action=/feeds/import]")).isNotEmpty();
    assertThat(page.select("form[action=/feeds/starter] input[type=checkbox]"))
        .hasSizeBetween(8, 15);
  }

  @Test
  void anAssetIsSentOnceAndThenOnlyChecked() throws Exception {
    var first = site.get("/assets/skep.css");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    var again = site.get("/assets/skep.css", Map.of("If-None-Match", etag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void nothingOutsideTheTableIsReached() throws IOException {
    for (String path :
        List.of(
            "/assets/../words/en.properties",
            "/assets/%2e%2e/words/en.properties",
            "/assets/..%2fdb",
            "/nothing",
            "/story/",
            "/story/1/2/3")) {
      String answer =
          site.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).containsPattern("^HTTP/1.1 (400|404)");
    }
  }
}
