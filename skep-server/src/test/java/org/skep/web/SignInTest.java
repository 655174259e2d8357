package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.access.Access;
import org.skep.access.Scope;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.images.ImageProxy;
import org.skep.index.SearchIndex;
import org.skep.model.Correction;
import org.skep.monitor.Pushes;
import org.skep.reading.FeedChoice;
import org.skep.reading.Newsroom;
import org.skep.reading.Reading;
import org.skep.reading.Subscriptions.Subscription;
import org.skep.store.Store;
import org.skep.store.UserRows;
import org.slf4j.LoggerFactory;

/** Signing in by real HTTP, and what a stranger reaches: nothing. */
class SignInTest {
  private static final String PASSWORD = "herring under the quay";
  private static final String CANARY = "canary-in-the-feed-address";

  @TempDir private Path directory;
  private final SystemClock clock = new SystemClock();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private Store store;
  private SearchIndex index;
  private Fetcher fetcher;
  private Access access;
  private Site site;
  private Server server;
  private HttpClient browser;

  @BeforeEach
  void start() throws IOException {
    logged.start();
    ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(logged);
    store = Store.open(directory, clock);
    index = SearchIndex.open(store);
    fetcher = new Fetcher(FetchSettings.ordinary("test"), HostStates.inMemory(), clock);
    access = new Access(store, clock);
    var reading = new Reading(store, index, new Quiet(), clock, UserRows.READER);
    var settings =
        new ServerSettings("127.0.0.1", 0, List.of(), false, false, List.of(), ZoneOffset.UTC);
    var images = new ImageProxy(fetcher, clock, directory.resolve("images"));
    site =
        new Site(
            reading,
            access,
            images,
            new Pushes(store, clock, () -> {}),
            settings,
            "test",
            Instant.EPOCH);
    server = Server.start(settings, site);
    browser = HttpClient.newHttpClient();
    reading
        .subscriptions()
        .subscribe(
            List.of(
                new Subscription(
                    "https://reader:" + CANARY + "@wire.example/feed", "Wire", "", false)));
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logged);
    browser.close();
    server.close();
    fetcher.close();
    index.close();
    store.close();
  }

  @Test
  void withoutUsersThisMachineReadsWithoutLoginAndTheSetupNeedsTheTokenOfTheLog() throws Exception {
    assertThat(get("/river", "").statusCode()).isEqualTo(200);

    var form = form("/setup", "");
    assertThat(
            post("/setup", form, "setup=guess&name=anna&password=" + encoded(PASSWORD))
                .statusCode())
        .isEqualTo(403);
    assertThat(access.required()).isFalse();

    var made =
        post(
            "/setup",
            form,
            "setup=" + access.setupToken().reveal() + "&name=anna&password=" + encoded(PASSWORD));
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(get("/river", cookie(made)).statusCode()).isEqualTo(200);
    assertThat(get("/river", "").statusCode()).isEqualTo(303);
  }

  @Test
  void aStrangerReachesNothingButTheDoor() throws Exception {
    access.addUser("anna", PASSWORD);
    for (Routes.Route route : site.routes().all()) {
      String path = SiteTest.example(route.pattern());
      var answer =
          route.method().equals("GET") ? get(path, "") : post(path, form("/login", ""), "name=x");
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
    String asked = get("/river?show=unread", "").headers().firstValue("Location").orElseThrow();
    assertThat(asked).isEqualTo("/login?next=%2Friver%3Fshow%3Dunread");
    Form form = form(asked, "");

    var wrong = post("/login", form, "name=anna&password=wrong");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("Name or password is wrong");
    var right =
        post(
            "/login",
            form,
            "name=anna&next=%2Friver%3Fshow%3Dunread&password=" + encoded(PASSWORD));

    assertThat(right.headers().firstValue("Location")).contains("/river?show=unread");
    assertThat(right.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(cookie(right)).isNotEqualTo(form.cookie);
    assertThat(get("/river", form.cookie).statusCode()).as("the old secret").isEqualTo(303);
    assertThat(get("/river", cookie(right)).statusCode()).isEqualTo(200);

    Form inside = form("/settings", cookie(right));
    assertThat(post("/logout", inside, "").statusCode()).isEqualTo(303);
    assertThat(get("/river", cookie(right)).statusCode()).isEqualTo(303);
  }

  @Test
  void theWayBackLeadsToNoOtherSite() throws Exception {
    access.addUser("anna", PASSWORD);
    for (String next :
        List.of("//evil.example", "/\\evil.example", "https://evil.example", "/%09/evil.example")) {
      var answer =
          post(
              "/login",
              form("/login", ""),
              "name=anna&next=" + encoded(next) + "&password=" + encoded(PASSWORD));
      assertThat(answer.headers().firstValue("Location")).as(next).contains("/");
    }
  }

  @Test
  void aSessionMayNotEndAnothersNorSeeIt() throws Exception {
    access.addUser("anna", PASSWORD);
    access.addUser("ben", PASSWORD);
    String anna = signIn("anna");
    String ben = signIn("ben");
    var tokens = access.addToken(UserRows.READER, "annas", Scope.READ, null);
    var app = access.apps().add(UserRows.READER, "annas phone").orElseThrow();
    var annas = access.signIns(UserRows.READER, secret(anna));

    Form form = form("/settings", ben);
    long session = annas.browsers().getFirst().id();
    long token = annas.programs().getFirst().id();
    assertThat(post("/sessions/" + session + "/end", form, "").statusCode()).isEqualTo(404);
    assertThat(post("/tokens/" + token + "/end", form, "").statusCode()).isEqualTo(404);
    long phone = annas.apps().getFirst().id();
    assertThat(post("/app-passwords/" + phone + "/end", form, "").statusCode()).isEqualTo(404);
    assertThat(access.apps().user("anna", app.reveal())).contains(UserRows.READER);
    assertThat(get("/settings", ben).body()).doesNotContain("annas").contains("Signed in as ben");
    assertThat(get("/river", anna).statusCode()).isEqualTo(200);
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
    String cookie = signIn("anna");
    String token = access.addToken(UserRows.READER, "r", Scope.READ, null).reveal();
    post("/login", form("/login", ""), "name=" + encoded(PASSWORD) + "&password=wrong");
    bearer("GET", "/front.json", token);

    for (Routes.Route route : site.routes().all()) {
      if (route.method().equals("GET")) {
        var answer = get(SiteTest.example(route.pattern()), cookie);
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

  /** A page's cookie and the token of its form. */
  private record Form(String cookie, String token) {}

  private Form form(String path, String cookie) throws Exception {
    var page = get(path, cookie);
    String token = Jsoup.parse(page.body()).select("form input[name=token]").attr("value");
    return new Form(cookie.isEmpty() ? cookie(page) : cookie, token);
  }

  private String signIn(String name) throws Exception {
    return cookie(
        post("/login", form("/login", ""), "name=" + name + "&password=" + encoded(PASSWORD)));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
  }

  private static String secret(String cookie) {
    return cookie.substring(cookie.indexOf('=') + 1);
  }

  private static String encoded(String text) {
    return Answer.encoded(text);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().replaceFirst("/$", "") + path));
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    var request = request(path);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Form form, String body) throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", server.address().replaceFirst("/$", ""))
            .header("Cookie", form.cookie)
            .POST(HttpRequest.BodyPublishers.ofString(body + "&token=" + encoded(form.token)));
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> bearer(String method, String path, String token) throws Exception {
    var request =
        request(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString("in="));
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A newsroom in which nothing happens. */
  private static final class Quiet implements Newsroom {
    @Override
    public void correct(Correction correction) {}

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
