package org.skep.monitor;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;
import static org.skep.monitor.Newsagent.assertAtLeast;
import static org.skep.monitor.Rss.XML;
import static org.skep.monitor.Rss.feedWith;
import static org.skep.monitor.Rss.item;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skep.monitor.Pushes.Delivery;
import org.skep.store.PushRow;

/** The acceptance list of specs "fetching", F21: hubs (WebSub). */
@Timeout(60)
@TestMethodOrder(MethodOrderer.DisplayName.class)
class FetchingF21Test {
  private static final String US = "https://news.example";

  @TempDir private Path dir;
  private Newsagent agent;
  private FakeHub hub;

  @BeforeEach
  void begin() throws InterruptedException {
    agent = new Newsagent(dir, "a.test", "hub.test", "other.test");
    hub = new FakeHub(agent);
    agent.origin.on("hub.test/hub", hub);
    agent.origin.on("a.test/feed", reply(200, document(1), XML));
    agent.reachableAt(US);
  }

  @AfterEach
  void end() {
    agent.close();
  }

  @Test
  @DisplayName("F21 a feed that names a hub is subscribed there, once, by the name it gives itself")
  void subscribes() throws InterruptedException {
    subscribed();
    agent.pass(ofDays(1));

    assertThat(hub.asked()).hasSize(1);
    assertThat(hub.last())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", topic());
    assertThat(FakeHub.field(hub.last(), "hub.callback")).matches(US + "/push/[A-Za-z0-9_-]{43}");
    assertThat(FakeHub.field(hub.last(), "hub.secret")).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  @DisplayName("F21 a hub named in a Link header will do, and without a name the address counts")
  void linkHeader() throws InterruptedException {
    String link = "Link: <" + agent.origin.url("hub.test/hub") + ">; rel=\"hub\"";
    agent.origin.on("a.test/bare", reply(200, Rss.feed(item(1)), XML, link));
    agent.subscribe("a.test/bare");
    agent.pass(ofMinutes(1));

    assertThat(hub.last()).containsEntry("hub.topic", agent.origin.url("a.test/bare"));
  }

  @Test
  @DisplayName("F21 off as long as no public address is configured")
  void off() throws InterruptedException {
    agent.reachableAt("");
    subscribed();
    agent.pass(ofDays(3));

    assertThat(hub.asked()).isEmpty();
    assertThat(agent.requests("a.test/feed")).hasSizeGreaterThan(3);
  }

  @Test
  @DisplayName("F21 the hub's question is answered only for what was asked: path, mode and topic")
  void verifies() throws InterruptedException {
    hub.fallSilent(true);
    subscribed();
    String key = FakeHub.key(hub.last());

    assertThat(verify(key, "subscribe", agent.origin.url("a.test/other"))).isEmpty();
    assertThat(verify(key, "unsubscribe", topic())).isEmpty();
    assertThat(verify(key, "publish", topic())).isEmpty();
    assertThat(verify("A".repeat(43), "subscribe", topic())).isEmpty();
    assertThat(push().state()).isEqualTo(PushRow.State.ASKED);
    assertThat(verify(key, "subscribe", topic())).contains("word");
    assertThat(push().state()).isEqualTo(PushRow.State.ACTIVE);
  }

  @Test
  @DisplayName("F21 what is pushed is committed when it is acknowledged, and becomes an article")
  void pushed() throws InterruptedException {
    long feed = subscribed();
    assertThat(hub.send(document(2), "sha256")).isEqualTo(Delivery.TAKEN);
    agent.restart();

    assertThat(agent.entries(feed)).isEqualTo(2);
    agent.pass(ofMinutes(1));
    assertThat(agent.articles()).extracting(row -> row.title()).contains("Item 2");
    assertThat(hub.send(document(2), "sha256")).as("again").isEqualTo(Delivery.TAKEN);
    assertThat(agent.entries(feed)).isEqualTo(2);
  }

  @Test
  @DisplayName("F21 signatures by SHA-1, 256, 384 and 512 count; any other is ignored in silence")
  void signatures() throws InterruptedException {
    long feed = subscribed();
    for (String method : List.of("sha1", "sha256", "sha384", "sha512")) {
      assertThat(hub.send(document(2), method)).as(method).isEqualTo(Delivery.TAKEN);
    }
    String right = FakeHub.sign(document(3), "sha256", FakeHub.field(hub.last(), "hub.secret"));
    String wrong = FakeHub.sign(document(3), "sha256", "guess");
    assertThat(hub.sendWith(document(3), null)).isEqualTo(Delivery.IGNORED);
    for (String forged :
        List.of(
            "",
            "sha256=",
            "sha256=" + wrong,
            right,
            "md5=" + right,
            "sha1=" + right,
            "sha256=" + right.substring(2),
            "sha256=" + right + "00",
            "sha256=zz" + right.substring(2))) {
      assertThat(hub.sendWith(document(3), forged)).as(forged).isEqualTo(Delivery.IGNORED);
    }
    assertThat(agent.entries(feed)).isEqualTo(2);
  }

  @Test
  @DisplayName("F21 only a feed, of the topic, of bounded size, on a path of ours is taken in")
  void hostile() throws InterruptedException {
    long feed = subscribed();
    String foreign = document(9).replace(topic(), agent.origin.url("a.test/foreign"));
    String big = document(9) + " ".repeat(Pushes.BYTES_MAX);

    assertThat(hub.send("<html>", "sha256")).isEqualTo(Delivery.IGNORED);
    assertThat(hub.send(foreign, "sha256")).isEqualTo(Delivery.IGNORED);
    assertThat(hub.send(big, "sha256")).isEqualTo(Delivery.TOO_BIG);
    assertThat(agent.pushes().deliver("A".repeat(43), new byte[0], null, null, null))
        .isEqualTo(Delivery.UNKNOWN);
    String signature =
        "sha256=" + FakeHub.sign(document(9), "sha256", FakeHub.field(hub.last(), "hub.secret"));
    assertThat(hub.sendWith(document(9), signature, "<https://b.example/feed>; rel=\"self\""))
        .as("a header that names another topic")
        .isEqualTo(Delivery.IGNORED);
    assertThat(agent.entries(feed)).isEqualTo(1);
  }

  @Test
  @DisplayName("F21 nothing is taken in before the hub has asked back")
  void unconfirmed() throws InterruptedException {
    hub.fallSilent(true);
    long feed = subscribed();

    assertThat(hub.send(document(2), "sha256")).isEqualTo(Delivery.IGNORED);
    assertThat(agent.entries(feed)).isEqualTo(1);
  }

  @Test
  @DisplayName("F21 one poll a day while the hub calls, and the lease is renewed at its half")
  void slows() throws InterruptedException {
    subscribed();
    agent.pass(ofDays(12));
    agent.restart();
    agent.pass(ofDays(12));

    assertThat(hub.asked()).hasSize(5);
    assertThat(hub.asked())
        .extracting(form -> FakeHub.field(form, "hub.callback"))
        .containsOnly(FakeHub.field(hub.last(), "hub.callback"));
    assertAtLeast(Newsagent.gaps(agent.requests("hub.test/hub")), ofDays(5));
    assertThat(agent.requests("a.test/feed")).hasSizeBetween(22, 27);
  }

  @Test
  @DisplayName(
      "F21 a lease the hub does not state, or states absurdly, is a short or a bounded one")
  void leases() throws InterruptedException {
    hub.lease("");
    subscribed();
    assertThat(push().leaseEnd())
        .isBetween(agent.clock.now().plus(ofMinutes(3)), agent.clock.now().plus(ofMinutes(5)));
    hub.lease("999999999");
    assertThat(hub.confirm(hub.last())).isPresent();
    assertThat(push().leaseEnd()).isEqualTo(agent.clock.now().plus(ofDays(30)));
  }

  @Test
  @DisplayName("F21 after two missed renewals the feed is polled as before, until the hub is back")
  void missed() throws InterruptedException {
    subscribed();
    agent.pass(ofDays(4));
    hub.fallSilent(true);
    int before = agent.requests("a.test/feed").size();
    agent.pass(ofDays(3));
    int silent = agent.requests("a.test/feed").size() - before;
    assertThat(silent).as("polls while the hub is silent").isGreaterThan(24);

    hub.fallSilent(false);
    agent.pass(ofDays(2));
    before = agent.requests("a.test/feed").size();
    agent.pass(ofDays(3));
    assertThat(agent.requests("a.test/feed").size() - before).isLessThanOrEqualTo(4);
  }

  @Test
  @DisplayName("F21 a hub that refuses is asked ever more rarely, and its words are kept")
  void refused() throws InterruptedException {
    agent.origin.on("hub.test/hub", reply(403, "no"));
    subscribed();
    agent.pass(ofDays(5));

    assertThat(push().problem()).isEqualTo("The server answered 403 Because.");
    assertThat(agent.requests("hub.test/hub")).hasSizeBetween(6, 10);
    assertThat(agent.requests("a.test/feed")).hasSizeGreaterThan(60);
  }

  @Test
  @DisplayName("F21 a subscription that the hub denies later is none")
  void denied() throws InterruptedException {
    subscribed();
    assertThat(verify(FakeHub.key(hub.last()), "denied", topic())).isPresent();
    hub.fallSilent(true);
    int before = agent.requests("a.test/feed").size();
    agent.pass(ofDays(2));

    assertThat(agent.requests("a.test/feed").size() - before).isGreaterThan(24);
  }

  @Test
  @DisplayName("F21 a feed that is removed is unsubscribed at its hub")
  void leaves() throws InterruptedException {
    long feed = subscribed();
    agent.store().change(tx -> tx.feeds().delete(feed));
    assertThat(hub.send(document(2), "sha256")).isEqualTo(Delivery.ENDED);
    agent.pass(ofMinutes(1));

    assertThat(hub.last())
        .containsEntry("hub.mode", "unsubscribe")
        .containsEntry("hub.topic", topic());
    assertThat(pushes()).as("confirmed").isEmpty();
    assertThat(hub.send(document(2), "sha256")).isEqualTo(Delivery.UNKNOWN);
  }

  @Test
  @DisplayName("F21 a hub that does not let go is told three times")
  void leavesAlone() throws InterruptedException {
    long feed = subscribed();
    hub.fallSilent(true);
    agent.store().change(tx -> tx.feeds().delete(feed));
    agent.pass(ofDays(3));

    assertThat(hub.asked()).hasSize(1 + 3);
    assertThat(pushes()).isEmpty();
  }

  @Test
  @DisplayName("F21 a feed that changes its hub, or has none any more, leaves the old one")
  void changes() throws InterruptedException {
    long feed = subscribed();
    var other = new FakeHub(agent);
    agent.origin.on("other.test/hub", other);
    agent.origin.on(
        "a.test/feed",
        reply(200, document(1).replace("hub.test", "other.test"), XML),
        reply(200, Rss.feed(item(1)), XML));
    agent.pass(ofHours(2));
    assertThat(hub.last()).containsEntry("hub.mode", "unsubscribe");
    assertThat(other.last()).containsEntry("hub.mode", "subscribe");

    agent.pass(ofHours(26));
    assertThat(other.last()).containsEntry("hub.mode", "unsubscribe");
    Optional<PushRow> left = agent.store().read(tx -> tx.pushes().ofFeed(feed));
    assertThat(left).isEmpty();
  }

  @Test
  @DisplayName("F21 under another address of ours everything is subscribed anew")
  void moves() throws InterruptedException {
    subscribed();
    agent.reachableAt("https://elsewhere.example");
    agent.pass(ofHours(26));

    assertThat(FakeHub.field(hub.last(), "hub.callback"))
        .startsWith("https://elsewhere.example/push/");
    assertThat(pushes()).hasSize(1);
  }

  @Test
  @DisplayName(
      "F21 a hub in the own network is not asked, one that moved is followed with the form")
  void guarded() throws InterruptedException {
    agent.origin.on("a.test/in", reply(200, named("http://10.0.0.5/hub", "a.test/in"), XML));
    agent.subscribe("a.test/in");
    agent.pass(ofMinutes(1));
    assertThat(push().problem()).contains("10.0.0.5", "not public");

    agent.origin.on("other.test/old", redirect(307, agent.origin.url("hub.test/hub")));
    agent.origin.on("other.test/see", redirect(303, agent.origin.url("hub.test/hub")));
    for (String path : List.of("old", "see")) {
      String address = "a.test/" + path;
      String named = agent.origin.url("other.test/" + path);
      agent.origin.on(address, reply(200, named(named, address), XML));
      agent.subscribe(address);
    }
    agent.pass(ofMinutes(1));
    assertThat(hub.asked())
        .extracting(form -> FakeHub.field(form, "hub.topic"))
        .containsExactly(agent.origin.url("a.test/old"));
  }

  @Test
  @DisplayName("F21 the secret of a feed that comes by TLS is never sent in the clear")
  void secured() throws InterruptedException {
    String clear = document(1).replace(topic(), "https://a.test/feed");
    agent.origin.on("a.test/feed", reply(200, clear, XML));
    subscribed();

    assertThat(hub.asked()).isEmpty();
  }

  @Test
  @DisplayName("F21 neither path nor secret stands in a file of the directory")
  void sealed() throws Exception {
    subscribed();
    try (var files = java.nio.file.Files.walk(dir)) {
      for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
        assertThat(
                new String(
                    java.nio.file.Files.readAllBytes(file),
                    java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(FakeHub.field(hub.last(), "hub.secret"), FakeHub.key(hub.last()));
      }
    }
  }

  @Test
  @DisplayName("F21 a clock set back a year does not keep a lease alive for a year")
  void clock() throws InterruptedException {
    subscribed();
    agent.clock.setWall(agent.clock.now().minus(ofDays(365)));
    agent.pass(ofDays(6));

    assertThat(hub.asked()).as("renewed in time").hasSize(2);
    Instant end = push().leaseEnd();
    assertThat(end).isBefore(agent.clock.now().plus(ofDays(11)));
  }

  private long subscribed() throws InterruptedException {
    long feed = agent.subscribe("a.test/feed");
    agent.pass(ofMinutes(1));
    return feed;
  }

  private Optional<String> verify(String key, String mode, String topic) {
    return agent.pushes().verify(key, mode, topic, "word", "864000");
  }

  private PushRow push() {
    return pushes().getLast();
  }

  private List<PushRow> pushes() {
    return agent.store().read(tx -> tx.pushes().due(Instant.parse("2100-01-01T00:00:00Z"), 100));
  }

  private String topic() {
    return agent.origin.url("a.test/feed");
  }

  private String document(int number) {
    return named(agent.origin.url("hub.test/hub"), "a.test/feed", number);
  }

  private String named(String hubAddress, String self) {
    return named(hubAddress, self, 1);
  }

  private String named(String hubAddress, String self, int number) {
    String links =
        "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='%s'/>"
                .formatted(hubAddress)
            + "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' href='%s'/>"
                .formatted(agent.origin.url(self));
    return feedWith(links, item(number));
  }
}
