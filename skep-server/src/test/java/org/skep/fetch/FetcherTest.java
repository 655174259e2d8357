package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skep.clock.VirtualClock;
import org.skep.fetch.Failure.Kind;

class FetcherTest {
  private final VirtualClock clock = VirtualClock.atNoon();
  private final FakeOrigin origin = FakeOrigin.start(clock);
  private final HostStates hosts = HostStates.inMemory();
  private final Fetcher fetcher =
      new Fetcher(
          FetchSettings.ordinary("1.2")
              .withContact("desk@a.example")
              .with(FetchLimits.ORDINARY.dividedBy(20))
              .with(origin.press(Duration.ofSeconds(1), "a.test", "b.test")),
          hosts,
          clock);

  @AfterEach
  void close() {
    fetcher.close();
    origin.close();
  }

  private Fetched fetch(String address) throws InterruptedException {
    return fetcher.fetch(Request.of(origin.url(address), Request.Kind.FEED));
  }

  private Failure failure(String address) throws InterruptedException {
    return ((Fetched.Failed) fetch(address)).failure();
  }

  private static String body(Fetched fetched) {
    return new String(((Fetched.Ok) fetched).page().body(), StandardCharsets.UTF_8);
  }

  @Test
  void aPageComesWithItsHeadersValidatorsAndTime() throws InterruptedException {
    origin.on("a.test/feed", reply(200, "<rss/>", "ETag: W/\"1-gzip\"", "X-Robots-Tag: noarchive"));

    var ok = (Fetched.Ok) fetch("a.test/feed#top");

    assertThat(body(ok)).isEqualTo("<rss/>");
    assertThat(ok.page().url()).isEqualTo(origin.url("a.test/feed"));
    assertThat(ok.page().headers()).containsEntry("x-robots-tag", "noarchive");
    assertThat(ok.page().fetchedAt()).isEqualTo(clock.now());
    assertThat(ok.validators())
        .isEqualTo(new Validators(origin.url("a.test/feed"), "W/\"1-gzip\"", null));
  }

  @Test
  void aRequestSaysWhoAsksAndNothingElse() throws InterruptedException {
    origin.on("a.test/feed", reply(200, "<rss/>", "Set-Cookie: spy=1"));

    fetch("a.test/feed");
    fetch("a.test/feed");

    var headers = origin.log().getLast().headers();
    assertThat(headers)
        .containsEntry(
            "User-Agent", "Skep/1.2 (+" + FetchSettings.PROJECT_URL + "; desk@a.example)")
        .containsEntry("Accept-Encoding", "gzip, br")
        .doesNotContainKeys("Cookie", "Referer", "If-None-Match", "If-Modified-Since");
    assertThat(headers.get("Accept")).startsWith("application/rss+xml");
  }

  @Test
  void validatorsGoBackByteForByteAndOnlyToTheAddressTheyCameFrom() throws InterruptedException {
    origin.on("a.test/old", redirect(302, "/new"));
    origin.on("a.test/new", reply(304, "", "ETag: \"2\""));
    var validators =
        new Validators(origin.url("a.test/new"), "w/odd \"1\"", "Tue, 31 Feb 2031 25:00:00 MEZ");

    var fetched =
        fetcher.fetch(Request.of(origin.url("a.test/old"), Request.Kind.FEED, validators, 1));

    assertThat(((Fetched.NotModified) fetched).validators().etag()).isEqualTo("\"2\"");
    assertThat(origin.log().get(0).headers()).doesNotContainKeys("If-None-Match");
    assertThat(origin.log().get(1).headers())
        .containsEntry("If-None-Match", "w/odd \"1\"")
        .containsEntry("If-Modified-Since", "Tue, 31 Feb 2031 25:00:00 MEZ");
  }

  @Test
  void redirectsAreFollowedAndKept() throws InterruptedException {
    origin.on("a.test/1", redirect(301, "/2"));
    origin.on("a.test/2", redirect(307, origin.url("b.test/3")));
    origin.on("b.test/3", reply(200, "here"));

    var ok = (Fetched.Ok) fetch("a.test/1");

    assertThat(ok.page().url()).isEqualTo(origin.url("b.test/3"));
    assertThat(ok.hops())
        .containsExactly(
            new Hop(origin.url("a.test/1"), 301, origin.url("a.test/2")),
            new Hop(origin.url("a.test/2"), 307, origin.url("b.test/3")));
  }

  @Test
  void redirectsInACircleOrWithoutEndAreAFailure() throws InterruptedException {
    origin.on("a.test/x", redirect(302, "/y")).on("a.test/y", redirect(302, "/x"));
    for (int i = 0; i < 20; i++) {
      origin.on("a.test/n" + i, redirect(302, "/n" + (i + 1)));
    }

    assertThat(failure("a.test/x").text()).startsWith("The redirects go round in a circle");
    assertThat(failure("a.test/n0").text()).startsWith("More than 5 redirects");
    assertThat(failure("a.test/n0").kind()).isEqualTo(Kind.MOVED);
  }

  @Test
  void aPasswordStaysWithItsOrigin() throws InterruptedException {
    origin.on("a.test/feed", redirect(302, origin.url("b.test/feed")));
    origin.on("b.test/feed", reply(200, "ok"));

    fetcher.fetch(
        Request.of(origin.url("a.test/feed").replace("//", "//me:p%40ss@"), Request.Kind.FEED));

    assertThat(origin.log().get(0).headers()).containsEntry("Authorization", "Basic bWU6cEBzcw==");
    assertThat(origin.log().get(1).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void aRedirectMayNotLeadIntoThePrivateNetwork() throws InterruptedException {
    origin.on("a.test/in", redirect(302, "http://169.254.169.254/latest/meta-data/"));
    origin.on("a.test/here", redirect(302, "http://127.0.0.1:" + origin.port() + "/secret"));
    origin.on("a.test/file", redirect(302, "file:///etc/passwd"));

    assertThat(failure("a.test/in").text())
        .isEqualTo(
            "Blocked: the address 169.254.169.254 is not public"
                + " (169.254.0.0/16, link local, cloud metadata).");
    assertThat(failure("a.test/here").kind()).isEqualTo(Kind.BLOCKED);
    assertThat(failure("a.test/file").kind()).isEqualTo(Kind.BAD_ADDRESS);
  }

  @Test
  void tooManyRequestsHoldsTheWholeHostUntilTheServersTime() throws InterruptedException {
    origin.on("a.test/1", reply(429, "", "Retry-After: 8400"), reply(200, "again"));
    origin.on("a.test/2", reply(200, "other feed"));

    var failure = failure("a.test/1");
    var other = failure("a.test/2");

    assertThat(failure.text())
        .isEqualTo(
            "429; the server asks to wait until 14:20 UTC (Retry-After). All feeds of a.test"
                + " wait.");
    assertThat(failure.retryAt()).isEqualTo(clock.now().plusSeconds(8400));
    assertThat(other.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(origin.log()).hasSize(1);

    clock.advance(Duration.ofSeconds(8401));
    assertThat(body(fetch("a.test/2"))).isEqualTo("other feed");
  }

  @Test
  void withoutAWordFromTheServerTheHoldDoubles() throws InterruptedException {
    origin.on("a.test/1", reply(429, ""));

    assertThat(failure("a.test/1").retryAt()).isEqualTo(clock.now().plus(Duration.ofHours(1)));
    clock.advance(Duration.ofMinutes(61));
    assertThat(failure("a.test/1").retryAt()).isEqualTo(clock.now().plus(Duration.ofHours(2)));
  }

  @Test
  void unavailableHoldsTheFeedOnlyAndUntilADate() throws InterruptedException {
    origin.on("a.test/1", reply(503, "", "Retry-After: Wed, 14 May 2031 13:30:00 GMT"));
    origin.on("a.test/2", reply(200, "fine"));

    var failure = failure("a.test/1");

    assertThat(failure.retryAt()).isEqualTo("2031-05-14T13:30:00Z");
    assertThat(failure.holdsHost()).isFalse();
    assertThat(body(fetch("a.test/2"))).isEqualTo("fine");
  }

  @Test
  void betweenTwoRequestsToAHostLiesItsGap() throws InterruptedException {
    origin.on("a.test/1", reply(200, "")).on("b.test/1", reply(200, ""));

    fetch("a.test/1");
    fetch("b.test/1");
    fetch("a.test/1");

    var times = origin.log().stream().map(FakeOrigin.Seen::at).toList();
    assertThat(times.get(1)).isEqualTo(times.get(0));
    assertThat(times.get(2)).isEqualTo(times.get(0).plusSeconds(1));
  }

  @Test
  void ofManyRequestsToOneHostOneIsUnderWay() throws Exception {
    origin.on("a.test/1", reply(200, ""));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(java.util.Collections.nCopies(20, (Callable<?>) () -> fetch("a.test/1")));
    }

    var times = origin.log().stream().map(FakeOrigin.Seen::at).sorted().toList();
    assertThat(times).hasSize(20).doesNotHaveDuplicates();
    assertThat(Duration.between(times.getFirst(), times.getLast()))
        .isEqualTo(Duration.ofSeconds(19));
  }

  @Test
  void pagesAskRobotsTxtOnceADayAndKeepItsPause() throws InterruptedException {
    origin.on("a.test/robots.txt", reply(200, "User-agent: *\nDisallow: /no\nCrawl-delay: 7\n"));
    origin.on("a.test/yes", reply(200, "welcome"));

    var yes = fetcher.fetch(Request.of(origin.url("a.test/yes"), Request.Kind.PAGE));
    var no = fetcher.fetch(Request.of(origin.url("a.test/no"), Request.Kind.PAGE));

    assertThat(body(yes)).isEqualTo("welcome");
    assertThat(((Fetched.Failed) no).failure().text())
        .isEqualTo("robots.txt does not allow it (Disallow: /no).");
    assertThat(origin.log())
        .extracting(FakeOrigin.Seen::target)
        .containsExactly("/robots.txt", "/yes");
    assertThat(Duration.between(origin.log().get(0).at(), origin.log().get(1).at()))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void robotsTxtThatIsMissingAllowsAndOneThatFailsDoesNot() throws InterruptedException {
    origin.on("a.test/x", reply(200, "a"));
    origin.on("b.test/robots.txt", reply(500, ""));

    var missing = fetcher.fetch(Request.of(origin.url("a.test/x"), Request.Kind.PAGE));
    var failing = fetcher.fetch(Request.of(origin.url("b.test/x"), Request.Kind.PAGE));

    assertThat(body(missing)).isEqualTo("a");
    assertThat(((Fetched.Failed) failing).failure().text())
        .isEqualTo(
            "robots.txt does not allow it (robots.txt could not be read:"
                + " The server answered 500 Because.).");
  }
}
