package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.access.Access;
import org.skep.access.Scope;
import org.skep.reading.Subscriptions.Subscription;
import org.skep.store.UserRows;
import org.slf4j.LoggerFactory;

/** Signing in by real HTTP, and what a stranger reaches: nothing. */
class SignInTest {
  private static final String PASSWORD = "herring under the quay";
  private static final String CANARY = "canary-in-the-feed-address";

  @TempDir private Path directory;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private RunningSite site;
  private Access access;

  @BeforeEach
  void start() throws IOException {
    logged.start();
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(logged);
    site = new RunningSite(directory);
    access = site.access;
    site.reading
        .subscriptions()
        .subscribe(
            List.of(
                new Subscription(
                    "https://reader:" + CANARY + "@wire.example/feed", "Wire", "", false)));
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logged);
    site.close();
  }

  @Test
  void withoutUsersThisMachineReadsWithoutLoginAndTheSetupNeedsTheTokenOfTheLog() throws Exception {
    assertThat(site.get("/river", "").statusCode()).isEqualTo(200);

    var form = site.form("/setup", "");
    assertThat(
            site.post(
                    "/setup",
                    form,
                    "setup=guess&name=anna&password=" + RunningSite.encoded(PASSWORD))
                .statusCode())
        .isEqualTo(403);
    assertThat(access.required()).isFalse();

    var made =
        site.post(
            "/setup",
            form,
            "setup="
                + access.setupToken().reveal()
                + "&name=anna&password="
                + RunningSite.encoded(PASSWORD));
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(site.get("/river", RunningSite.cookie(made)).statusCode()).isEqualTo(200);
    assertThat(site.get("/river", "").statusCode()).isEqualTo(303);
  }

  @Test
  void aStrangerReachesNothingButTheDoor() throws Exception {
    access.addUser("anna", PASSWORD);
    for (Routes.Route route : site.site.routes().all()) {
      String path = RunningSite.example(route.pattern());
      var answer =
          route.method().equals("GET")
              ? site.get(path, "")
              : site.post(path, site.form("/login", ""), "name=x");
      String what = route.method() + " " + route.pattern();
      if (List.of("/login", "/setup", "/assets/{name}", "/health", "/robots.txt")
          .contains(route.pattern())) {
        assertThat(answer.statusCode()).as(what).isIn(200, 303, 403);
      } else if (route.pattern().startsWith("/push/")) {
        assertThat(answer.statusCode()).as(what).isEqualTo(404);
      } else if (answer.statusCode() == 303) {
        assertThat(answer.headers().firstValue("Location").orElse(""))
            .as(what)
            .startsWith("/login");
      } else {
        assertThat(answer.statusCode()).as(what).isEqualTo(401);
      }
    }
  }

  @Test
  void signingInLeadsBackAndRotatesTheSecret() throws Exception {
    access.addUser("anna", PASSWORD);
    String asked =
        site.get("/river?show=unread", "").headers().firstValue("Location").orElseThrow();
    assertThat(asked).isEqualTo("/login?next=%2Friver%3Fshow%3Dunread");
    RunningSite.Form form = site.form(asked, "");

    var wrong = site.post("/login", form, "name=anna&password=wrong");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("Name or password is wrong");
    var right =
        site.post(
            "/login",
            form,
            "name=anna&next=%2Friver%3Fshow%3Dunread&password=" + RunningSite.encoded(PASSWORD));

    assertThat(right.headers().firstValue("Location")).contains("/river?show=unread");
    assertThat(right.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(RunningSite.cookie(right)).isNotEqualTo(form.cookie());
    assertThat(site.get("/river", form.cookie()).statusCode()).as("the old secret").isEqualTo(303);
    assertThat(site.get("/river", RunningSite.cookie(right)).statusCode()).isEqualTo(200);

    RunningSite.Form inside = site.form("/settings", RunningSite.cookie(right));
    assertThat(site.post("/logout", inside, "").statusCode()).isEqualTo(303);
    assertThat(site.get("/river", RunningSite.cookie(right)).statusCode()).isEqualTo(303);
  }

  @Test
  void theWayBackLeadsToNoOtherSite() throws Exception {
    access.addUser("anna", PASSWORD);
    for (String next :
        List.of("//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example")) {
      var answer =
          site.post(
              "/login",
              site.form("/login", ""),
              "name=anna&next="
                  + RunningSite.encoded(next)
                  + "&password="
                  + RunningSite.encoded(PASSWORD));
      assertThat(answer.headers().firstValue("Location")).as(next).contains("/");
    }
  }

  @Test
  void aSessionMayNotEndAnothersNorSeeIt() throws Exception {
    access.addUser("anna", PASSWORD);
    access.addUser("ben", PASSWORD);
    String anna = site.signIn("anna", PASSWORD);
    String ben = site.signIn("ben", PASSWORD);
    var tokens = access.addToken(UserRows.READER, "annas", Scope.READ, null);
    var app = access.apps().add(UserRows.READER, "annas phone").orElseThrow();
    var annas = access.signIns(UserRows.READER, secret(anna));

    RunningSite.Form form = site.form("/settings", ben);
    long session = annas.browsers().getFirst().id();
    long token = annas.programs().getFirst().id();
    assertThat(site.post("/sessions/" + session + "/end", form, "").statusCode()).isEqualTo(404);
    assertThat(site.post("/tokens/" + token + "/end", form, "").statusCode()).isEqualTo(404);
    long phone = annas.apps().getFirst().id();
    assertThat(site.post("/app-passwords/" + phone + "/end", form, "").statusCode()).isEqualTo(404);
    assertThat(access.apps().user("anna", app.reveal())).contains(UserRows.READER);
    assertThat(site.get("/settings", ben).body())
        .doesNotContain("annas")
        .contains("Signed in as ben");
    assertThat(site.get("/river", anna).statusCode()).isEqualTo(200);
    assertThat(access.token(tokens.reveal())).isPresent();
  }

  @Test
  void aTokenReadsAndOnlyAWritingOneChanges() throws Exception {
    access.addUser("anna", PASSWORD);
    String reading = access.addToken(UserRows.READER, "r", Scope.READ, null).reveal();
    String writing = access.addToken(UserRows.READER, "w", Scope.WRITE, null).reveal();

    assertThat(bearer("GET", "/front.json", reading).statusCode()).isEqualTo(200);
    assertThat(bearer("POST", "/marks/all", reading).statusCode()).isEqualTo(401);
    assertThat(bearer("POST", "/marks/all", writing).statusCode()).isEqualTo(303);
    assertThat(bearer("GET", "/front.json", "skep_guess").statusCode()).isEqualTo(401);
  }

  @Test
  void noSecretIsInLogsPagesOrExports() throws Exception {
    access.addUser("anna", PASSWORD);
    String cookie = site.signIn("anna", PASSWORD);
    String token = access.addToken(UserRows.READER, "r", Scope.READ, null).reveal();
    site.post(
        "/login",
        site.form("/login", ""),
        "name=" + RunningSite.encoded(PASSWORD) + "&password=wrong");
    bearer("GET", "/front.json", token);

    for (Routes.Route route : site.site.routes().all()) {
      if (route.method().equals("GET")) {
        var answer = site.get(RunningSite.example(route.pattern()), cookie);
        assertThat(answer.body())
            .as(route.pattern())
            .doesNotContain(secret(cookie), PASSWORD, token, CANARY);
      }
    }
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .isNotEmpty()
        .noneMatch(line ->
            line.contains(PASSWORD)
                || line.contains(token)
                || line.contains(secret(cookie))
                || line.contains(CANARY));
  }

  @Test
  void behindTlsTheCookieIsForThisHostAndTlsAlone() {
    var guard = new Guard(List.of("news.example"), true, true);

    assertThat(guard.cookieOf("x".repeat(43)))
        .startsWith("__Host-skep=")
        .contains("; Secure", "; Path=/")
        .doesNotContain("Domain");
    assertThat(guard.headers()).containsKey("Strict-Transport-Security");
    assertThat(new Guard(List.of(), false).headers())
        .doesNotContainKey("Strict-Transport-Security");
  }

  private static String secret(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  private HttpResponse<String> bearer(String method, String path, String token) throws Exception {
    return site.send(
        method,
        path,
        Map.of("Authorization", "Bearer " + token),
        method.equals("POST") ? "in=" : "");
  }
}
