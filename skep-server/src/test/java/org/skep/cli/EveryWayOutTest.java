package org.skep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.clock.SystemClock;
import org.skep.clock.VirtualClock;
import org.skep.feed.FeedException;
import org.skep.fetch.FakeOrigin;
import org.skep.monitor.Submission;
import org.skep.reading.Subscriptions;
import org.skep.reading.Subscriptions.Subscription;
import org.skep.settings.Settings;
import org.skep.store.Tx;

/**
 * Every address that somebody may name to the whole program, leading into its own network: specs
 * "security", section 1. A server stands there on an allowed port and hears nothing. Pictures have
 * their own, {@code ImageProxyTest}.
 */
@Timeout(60)
class EveryWayOutTest {
  @TempDir private Path directory;
  private final SystemClock clock = new SystemClock();
  private final FakeOrigin origin = FakeOrigin.start(VirtualClock.atNoon());
  private Program program;

  @BeforeEach
  void start() {
    var settings =
        Settings.load(
            directory.resolve("absent"),
            Map.of(
                "SKEP_PORTS", "" + origin.port(), "SKEP_PUBLIC_ADDRESS", "https://skep.example"));
    program = Program.open(directory, settings, origin.press(Duration.ZERO, "a.test"), clock);
    program.monitor().start();
  }

  @AfterEach
  void stop() {
    program.close();
    origin.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",
        "10.0.0.5",
        "192.168.1.1",
        "169.254.169.254",
        "[::ffff:127.0.0.1]",
        "0x7f000001",
        "[fd00:ec2::254]"
      })
  void leadsNowhere(String host) throws Exception {
    Function<String, String> inside = path -> "http://" + host + ":" + origin.port() + path;
    Function<String, String> over = // an address of the press that leads there
        path -> {
          origin.on("a.test" + path, redirect(302, inside.apply(path)));
          return origin.url("a.test" + path);
        };
    Subscriptions feeds = program.reading().subscriptions();
    origin.on("a.test/robots.txt", reply(200, "Sitemap: " + inside.apply("/news.xml")));

    blocked("typed", feeds.discover(inside.apply("/typed")).problem());
    blocked("typed, moved", feeds.discover(over.apply("/typed")).problem());
    blocked("read", program.reading().read(inside.apply("/read")).failure());
    blocked("read, moved", program.reading().read(over.apply("/read")).failure());
    blocked("saved", saved(inside.apply("/saved")));
    blocked("subscribed", subscribed(inside.apply("/feed"), false));
    blocked("subscribed, moved", subscribed(over.apply("/moved"), false));
    blocked("sitemap", subscribed(inside.apply("/sitemap.xml"), true));
    blocked("on a list", listed(inside.apply("/list")));
    blocked("an entry's page", linked(inside.apply("/page")));
    blocked("an entry's page, moved", linked(over.apply("/elsewhere")));
    blocked("a hub", hub(inside.apply("/hub")));
    assertThat(feeds.discover(linking(inside.apply("/linked"))).found())
        .as("what a page names is offered and not fetched")
        .hasSize(1);

    origin.on("a.test/plain", reply(200, "<p>No feed here, but a sitemap."));
    assertThat(feeds.discover(origin.url("a.test/plain")).problem()).contains("/news.xml");

    assertThat(origin.log()).isNotEmpty().allMatch(seen -> seen.host().equals("a.test"));
  }

  private static void blocked(String way, @Nullable String evidence) {
    assertThat(evidence).as(way).contains("Blocked: ");
  }

  private String saved(String url) throws InterruptedException {
    program.monitor().submit(new Submission.Save(url));
    return reason(url);
  }

  private String subscribed(String url, boolean sitemap) throws InterruptedException {
    program.reading().subscriptions().subscribe(List.of(new Subscription(url, null, "", sitemap)));
    return polled(url);
  }

  private String listed(String url) throws InterruptedException, FeedException {
    String list = "<opml><body><outline xmlUrl='" + url + "'/></body></opml>";
    program.reading().subscriptions().importOpml(list.getBytes(StandardCharsets.UTF_8));
    return polled(url);
  }

  private String linked(String url) throws InterruptedException {
    String path = "a.test/links/" + url.hashCode();
    origin.on(
        path, reply(200, "<rss><channel><item><link>" + url + "</link></item></channel></rss>"));
    subscribed(origin.url(path), false);
    return reason(url);
  }

  private String hub(String url) throws InterruptedException {
    origin.on(
        "a.test/hubs",
        reply(
            200,
            "<rss><channel><item><title>x</title></item></channel></rss>",
            "Link: <" + url + ">; rel=hub"));
    subscribed(origin.url("a.test/hubs"), false);
    return await(tx ->
        tx.feeds()
            .find(origin.url("a.test/hubs"))
            .flatMap(feed -> tx.pushes().ofFeed(feed.id()))
            .flatMap(push -> Optional.ofNullable(push.problem())));
  }

  private String linking(String url) {
    origin.on(
        "a.test/site",
        reply(200, "<link rel=alternate type=application/rss+xml href='" + url + "'>"));
    return origin.url("a.test/site");
  }

  /** By the end of its address: some hosts are spelled another way then. */
  private String polled(String url) throws InterruptedException {
    String path = url.substring(url.lastIndexOf('/'));
    return await(tx ->
        tx.feeds().all().stream()
            .filter(feed -> feed.url().endsWith(path) && feed.lastPoll() != null)
            .map(feed -> String.valueOf(feed.lastPoll()))
            .findFirst());
  }

  /** Why the entry with that address became no article. */
  private String reason(String url) throws InterruptedException {
    String path = url.substring(url.lastIndexOf('/'));
    return await(tx ->
        tx.feeds().all().stream()
            .flatMap(feed -> tx.entries().failed(feed.id(), 50).stream())
            .filter(entry -> String.valueOf(entry.link()).endsWith(path))
            .map(entry -> String.valueOf(entry.reason()))
            .findFirst());
  }

  private String await(Function<Tx, Optional<String>> what) throws InterruptedException {
    Instant last = clock.now().plusSeconds(20);
    while (clock.now().isBefore(last)) {
      Optional<String> found = program.store().read(what);
      if (found.isPresent()) {
        return found.get();
      }
      clock.sleep(Duration.ofMillis(10));
    }
    throw new AssertionError("nothing happened");
  }
}
