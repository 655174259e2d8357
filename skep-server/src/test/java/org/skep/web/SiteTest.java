package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.access.Access;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.images.ImageProxy;
import org.skep.index.SearchIndex;
import org.skep.model.Analysis;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.Page;
import org.skep.model.StoryChange;
import org.skep.monitor.Pushes;
import org.skep.reading.FeedChoice;
import org.skep.reading.Newsroom;
import org.skep.reading.Reading;
import org.skep.store.Arriving;
import org.skep.store.Articles;
import org.skep.store.Store;
import org.skep.store.UserRows;

/** The whole server over an empty store, asked by real HTTP. */
class SiteTest {
  @TempDir private Path directory;
  private final List<Correction> corrected = new ArrayList<>();
  private Store store;
  private SearchIndex index;
  private Site site;
  private Server server;
  private HttpClient browser;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    var clock = new SystemClock();
    store = Store.open(directory, clock);
    index = SearchIndex.open(store);
    var reading = new Reading(store, index, new Quiet(), clock, UserRows.READER);
    var settings =
        new ServerSettings("127.0.0.1", 0, List.of(), false, false, List.of(), ZoneOffset.UTC);
    fetcher = new Fetcher(FetchSettings.ordinary("test"), HostStates.inMemory(), clock);
    var images = new ImageProxy(fetcher, clock, directory.resolve("images"));
    var pushes = new Pushes(store, clock, () -> {});
    site =
        new Site(
            reading, new Access(store, clock), images, pushes, settings, "test", Instant.EPOCH);
    server = Server.start(settings, site);
    browser = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    browser.close();
    server.close();
    fetcher.close();
    index.close();
    store.close();
  }

  @Test
  void everyAddressOfTheTableAnswersWithItsHeaders() throws Exception {
    for (Routes.Route route : site.routes().all()) {
      if (route.method().equals("GET")) {
        String path = example(route.pattern());
        var answer = get(path);
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
  void noChangeWithoutAFormOfOurs() throws Exception {
    for (Routes.Route route : site.routes().all()) {
      boolean hub = route.pattern().startsWith("/push/"); // known by its path and its signature
      if (route.method().equals("POST") && !hub) {
        for (var headers :
            List.of(
                Map.<String, String>of(),
                Map.of("Origin", "https://evil.example"),
                Map.of("Referer", "https://evil.example/"),
                Map.of("Sec-Fetch-Site", "cross-site"))) {
          var answer = post(example(route.pattern()), headers, "token=x");
          assertThat(answer.statusCode()).as(route.pattern() + " " + headers).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void aHubIsKnownByItsPathAndNeedsNoForm() throws Exception {
    String key = "k".repeat(43);
    store.change(tx ->
        tx.pushes()
            .add(0, "https://hub.example/", "https://a.example/feed", "", key, "s", Articles.NOON));
    var push = store.read(tx -> tx.pushes().byKey(key)).orElseThrow();
    store.change(tx -> tx.pushes().save(push.asked(Articles.NOON)));
    String question =
        "?hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ffeed&hub.challenge=%3Cb%3E";

    assertThat(get("/push/" + "x".repeat(43) + question).statusCode()).isEqualTo(404);
    var confirmed = get("/push/" + key + question);
    assertThat(confirmed.statusCode()).isEqualTo(200);
    assertThat(confirmed.body()).isEqualTo("<b>");
    assertThat(confirmed.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(post("/push/" + key, Map.of("X-Hub-Signature", "sha256=00"), "<rss/>").statusCode())
        .as("dropped, without a word")
        .isEqualTo(202);
    assertThat(post("/push/" + "x".repeat(43), Map.of(), "<rss/>").statusCode()).isEqualTo(404);
    assertThat(PushDoor.shown("/push/" + key)).doesNotContain(key);
  }

  @Test
  void aGetOfAFormsAddressDoesNothing() throws Exception {
    for (Routes.Route route : site.routes().all()) {
      boolean alsoAPage =
          site.routes().all().stream()
              .anyMatch(r -> r.method().equals("GET") && r.pattern().equals(route.pattern()));
      if (route.method().equals("POST") && !alsoAPage) {
        assertThat(get(example(route.pattern())).statusCode()).as(route.pattern()).isIn(404, 405);
      }
    }
  }

  @Test
  void aFormFilledInOnOurPageIsObeyed() throws Exception {
    var page = get("/settings");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    String token = Jsoup.parse(page.body()).select("#look input[name=token]").attr("value");

    var answer =
        post(
            "/settings",
            Map.of("Origin", server.address().replaceFirst("/$", ""), "Cookie", cookie),
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
    var page = get("/story/" + bridgeId);
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    var form = Jsoup.parse(page.body()).select("#languages form");
    assertThat(form.select("input[name=other]").attr("value")).isEqualTo("" + brueckeId);

    var answer =
        post(
            form.attr("action"),
            Map.of("Origin", server.address().replaceFirst("/$", ""), "Cookie", cookie),
            "what=unlink&other=" + brueckeId + "&token=" + form.select("[name=token]").val());

    assertThat(answer.headers().firstValue("Location"))
        .contains("/story/" + bridgeId + "?done=corrected");
    assertThat(corrected).containsExactly(new Correction.CutLink(bridgeId, brueckeId));
  }

  /** A story of that article, in that group; 0 for a group of its own. */
  private long storyOf(Analysis analysis, long group) {
    long id = analysis.article().id();
    store.change(tx -> {
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
    store.change(tx -> tx.articles().arrive(Arriving.of(analysis, stored), Articles.NOON));
    var page = get("/article/" + id);
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    var form = Jsoup.parse(page.body()).select("form[action=/article/" + id + "/report]");
    assertThat(form.select("textarea"))
        .singleElement()
        .extracting(area -> area.wholeText().strip())
        .isEqualTo("The weir.\n\nMore on weirs");

    var answer =
        post(
            "/article/" + id + "/report",
            Map.of("Origin", server.address().replaceFirst("/$", ""), "Cookie", cookie),
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
  void aForeignHostIsRefusedWhateverItAsks() throws IOException {
    for (String path : List.of("/", "/health", "/assets/skep.css", "/story/1")) {
      assertThat(
              raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
          .as(path)
          .startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void theFirstRunOffersAnAddressAListAndAStarter() throws Exception {
    var page = Jsoup.parse(get("/").body());
    assertThat(page.select("form[action=/feeds/add]")).isNotEmpty();
    assertThat(page.select("form[action=/feeds/import]")).isNotEmpty();
    assertThat(page.select("form[action=/feeds/starter] input[type=checkbox]"))
        .hasSizeBetween(8, 15);
  }

  @Test
  void anAssetIsSentOnceAndThenOnlyChecked() throws Exception {
    var first = get("/assets/skep.css");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    var again =
        browser.send(
            request("/assets/skep.css").header("If-None-Match", etag).build(),
            HttpResponse.BodyHandlers.ofString());
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
          raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).containsPattern("^HTTP/1.1 (400|404)");
    }
  }

  static String example(String pattern) {
    return pattern
        .replace("{format}", "rss")
        .replace("{name}", "skep.css")
        .replaceAll("\\{[a-z]+}", "7");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().replaceFirst("/$", path)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Map<String, String> headers, String body)
      throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** A newsroom in which nothing happens; it notes what it was asked to correct. */
  private final class Quiet implements Newsroom {
    @Override
    public void correct(Correction correction) {
      corrected.add(correction);
    }

    @Override
    public void refresh(long feed) {}

    @Override
    public FeedChoice discover(String address) {
      return new FeedChoice(address, List.of(), "nothing there");
    }

    @Override
    public Outcome read(String input) {
      return new Outcome.None("nothing there");
    }
  }
}
