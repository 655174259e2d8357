package org.skep.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.redirect;
import static org.skep.fetch.FakeOrigin.reply;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.fetch.FakeOrigin;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.index.SearchIndex;
import org.skep.settings.Settings;
import org.skep.store.ArticleRow;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.State;
import org.skep.store.PollReport;
import org.skep.store.PollReport.Outcome;
import org.skep.store.RiverFilter;
import org.skep.store.Store;

/** From a subscription to articles, against an origin that answers as told. */
class MonitorTest {
  private static final String XML = "Content-Type: application/rss+xml";
  private static final String HTML = "Content-Type: text/html; charset=utf-8";

  @TempDir Path dir;
  private final SystemClock clock = new SystemClock();
  private FakeOrigin origin;
  private Store store;
  private SearchIndex index;
  private Fetcher fetcher;
  private Monitor monitor;

  @BeforeEach
  void start() {
    origin = FakeOrigin.start(clock);
    var press = origin.press(Duration.ZERO, "a.test", "b.test");
    store = Store.open(dir, clock);
    index = SearchIndex.open(store);
    fetcher =
        new Fetcher(FetchSettings.ordinary("test").with(press), new StoredHosts(store), clock);
    monitor = new Monitor(store, index, fetcher, new Pipeline(), clock, Settings.defaults(), press);
    monitor.start();
    for (int page = 1; page <= 3; page++) {
      origin.on("a.test/" + page, reply(200, page(page), HTML));
    }
  }

  @AfterEach
  void stop() {
    monitor.close();
    index.close();
    store.close();
    fetcher.close();
    origin.close();
  }

  @Test
  void aSubscriptionBecomesArticlesThatCanBeFound() throws InterruptedException {
    origin.on("a.test/feed", reply(200, feed("First item", 1, 2), XML));
    long feed = subscribe("a.test/feed");
    await(() -> articles().size() == 2);

    assertThat(monitor.settle(Duration.ofSeconds(20))).isTrue();
    assertThat(feed(feed).name()).isEqualTo("The A");
    assertThat(report(feed).outcome()).isEqualTo(Outcome.OK);
    assertThat(report(feed).fresh()).isEqualTo(2);
    assertThat(index.ids()).hasSize(2);
    assertThat(store.read(tx -> tx.stories().count()).intValue()).isPositive();
  }

  @Test
  void anEditIsARevisionAndStaysRead() throws InterruptedException {
    origin.on(
        "a.test/feed",
        reply(200, feed("First item", 1), XML),
        reply(200, feed("Edited item", 1), XML));
    long feed = subscribe("a.test/feed");
    await(() -> articles().size() == 1);
    long article = articles().getFirst().id();
    store.change(tx -> tx.users().markRead(1, article, clock.now()));
    origin.on("a.test/1", reply(200, page(2), HTML));
    monitor.submit(new Submission.Refresh(feed));
    await(() -> articles().getFirst().revision() == 1);

    assertThat(articles()).hasSize(1);
    assertThat(store.read(tx -> tx.users().marks(1, article)).read()).isTrue();
    assertThat(store.read(tx -> tx.articles().revisions(article)).size()).isEqualTo(2);
  }

  @Test
  void whatIsNoFeedSaysSoWithItsEvidence() throws InterruptedException {
    origin.on("a.test/feed", reply(200, page(1), HTML));
    long feed = subscribe("a.test/feed");
    await(() -> feed(feed).lastPoll() != null);

    assertThat(report(feed).outcome()).isEqualTo(Outcome.NOT_A_FEED);
    assertThat(report(feed).evidence()).contains("content-type: text/html; charset=utf-8");
    assertThat(feed(feed).schedule().failures()).isEqualTo(1);
  }

  @Test
  void aGoneFeedIsNotAskedAgain() throws InterruptedException {
    origin.on("a.test/feed", reply(410, "gone"));
    long feed = subscribe("a.test/feed");
    await(() -> feed(feed).lastPoll() != null);

    assertThat(feed(feed).state()).isEqualTo(State.GONE);
    assertThat(feed(feed).schedule().nextCheck()).isAfter(clock.now().plus(Duration.ofDays(29)));
  }

  @Test
  void aPermanentRedirectIsFollowedAndOnlyWatched() throws InterruptedException {
    origin.on("a.test/feed", redirect(301, origin.url("b.test/feed")));
    origin.on("b.test/feed", reply(200, feed("First item", 1), XML));
    long feed = subscribe("a.test/feed");
    await(() -> feed(feed).lastPoll() != null);

    assertThat(feed(feed).url()).isEqualTo(origin.url("a.test/feed"));
    assertThat(feed(feed).schedule().redirect())
        .extracting(FeedRow.Redirect::target)
        .isEqualTo(origin.url("b.test/feed"));
    assertThat(feed(feed).schedule().validatorsUrl()).isEqualTo(origin.url("b.test/feed"));
  }

  @Test
  void aPageThatIsForbiddenLeavesTheFeedsOwnWords() throws InterruptedException {
    origin.on("a.test/feed", reply(200, feed("First item", 1), XML));
    origin.on("a.test/1", reply(403, "no"));
    subscribe("a.test/feed");
    await(() -> articles().size() == 1);

    assertThat(articles().getFirst().title()).isEqualTo("First item 1");
  }

  @Test
  void aSavedPageIsAnArticleAndAnErasedOneStaysAway() throws InterruptedException {
    assertThat(monitor.submit(new Submission.Save(origin.url("a.test/3"))).accepted()).isTrue();
    await(() -> articles().size() == 1);
    long article = articles().getFirst().id();
    monitor.submit(new Submission.Erase(article));
    monitor.submit(new Submission.Save(origin.url("a.test/3")));
    await(() -> monitor.progress().idle());

    assertThat(articles()).isEmpty();
  }

  @Test
  void discoveryFindsTheFeedAPageNamesAndItsBodyIsTheFirstPoll() throws InterruptedException {
    origin.on(
        "a.test/",
        reply(
            200,
            "<html><head><link rel=alternate type=application/rss+xml href=/feed title='The A'>",
            HTML));
    origin.on("a.test/feed", reply(200, feed("First item", 1), XML));

    assertThat(monitor.discover(origin.url("a.test/")).found())
        .extracting(Offer.Found::url)
        .containsExactly(origin.url("a.test/feed"));
    monitor.discover(origin.url("a.test/feed"));
    subscribe("a.test/feed");
    await(() -> articles().size() == 1);
    assertThat(origin.log()).filteredOn(seen -> seen.target().equals("/feed")).hasSize(1);
  }

  @Test
  void aSiteWithoutAFeedOffersTheNewsSitemapOfItsRobotsTxt() throws InterruptedException {
    origin.on("a.test/", reply(200, "<p>No feed here.", HTML));
    origin.on(
        "a.test/robots.txt",
        reply(
            200,
            "Sitemap: %s\nSitemap: %s\n"
                .formatted(origin.url("a.test/all.xml"), origin.url("a.test/News-1.xml"))));
    origin.on(
        "a.test/News-1.xml",
        reply(
            200,
            "<urlset><url><loc>/1</loc><news><publication><name>The A</name></publication></news>"
                + "</url></urlset>",
            XML));

    assertThat(monitor.discover(origin.url("a.test/")).found())
        .containsExactly(new Offer.Found(origin.url("a.test/News-1.xml"), "The A", "sitemap"));
    assertThat(origin.log()).noneMatch(seen -> seen.target().equals("/all.xml"));
  }

  @Test
  void ingestGoesOnWhereItWas() throws InterruptedException {
    var pages =
        List.of(PressPages.page(1, 1), PressPages.page(1, 2), PressPages.page(1, 3)).iterator();
    var first = monitor.ingest().run("archive", pages, _ -> {});
    var again =
        List.of(
                PressPages.page(1, 1),
                PressPages.page(1, 2),
                PressPages.page(1, 3),
                PressPages.page(1, 4))
            .iterator();
    var second = monitor.ingest().run("archive", again, _ -> {});

    assertThat(first.articles()).isEqualTo(3);
    assertThat(second.articles()).isEqualTo(1);
    assertThat(second.pages()).isEqualTo(4);
  }

  private long subscribe(String hostAndPath) {
    return monitor.submit(new Submission.Subscribe(origin.url(hostAndPath), "News")).id();
  }

  private FeedRow feed(long id) {
    return store.read(tx -> tx.feeds().find(id)).orElseThrow();
  }

  private PollReport report(long id) {
    return Objects.requireNonNull(feed(id).lastPoll());
  }

  private List<ArticleRow> articles() {
    return store.read(tx -> tx.articles().river(RiverFilter.all(1), 100));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private String feed(String title, int... pages) {
    var items = new StringBuilder();
    for (int page : pages) {
      items
          .append("<item><guid>g%d</guid><title>%s %d</title>".formatted(page, title, page))
          .append("<link>%s</link>".formatted(origin.url("a.test/" + page)))
          .append("<description>About it.</description></item>");
    }
    return "<?xml version='1.0'?><rss version='2.0'><channel><title>The A</title>"
        + "<link>https://a.test/</link><description>d</description>"
        + items
        + "</channel></rss>";
  }

  private static String page(int number) {
    return new String(PressPages.page(5, number).body(), StandardCharsets.UTF_8);
  }
}
