package org.skep.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.index.SearchIndex;
import org.skep.model.ArticleId;
import org.skep.model.Correction;
import org.skep.monitor.Monitor;
import org.skep.monitor.StoredHosts;
import org.skep.monitor.Submission;
import org.skep.reading.FeedChoice;
import org.skep.reading.Newsroom;
import org.skep.reading.Reading;
import org.skep.settings.Settings;
import org.skep.store.Store;
import org.skep.store.UserRows;
import org.skep.url.UrlIdentity;
import org.skep.web.Server;
import org.skep.web.ServerSettings;
import org.skep.web.Site;

/** The whole program over the demo press, with a store of its own, for the tests. */
final class Program implements AutoCloseable {
  final DemoPress press;
  final Store store;
  final Monitor monitor;
  private final SearchIndex index;
  private final Fetcher fetcher;
  private final Server server;
  private final SystemClock clock = new SystemClock();

  Program(Path directory) throws IOException {
    press = DemoPress.start(clock);
    store = Store.open(directory, clock);
    index = SearchIndex.open(store);
    fetcher =
        new Fetcher(
            FetchSettings.ordinary("test").with(press.localPress()), new StoredHosts(store), clock);
    monitor =
        new Monitor(
            store, index, fetcher, new Pipeline(), clock, Settings.defaults(), press.localPress());
    monitor.start();
    var reading = new Reading(store, index, new Desk(), clock, UserRows.READER);
    var settings = new ServerSettings("127.0.0.1", 0, List.of(), false, ZoneOffset.UTC);
    server = Server.start(settings, new Site(reading, settings, "test", clock.now()));
  }

  /** Subscribes to the whole press and waits until all of it is derived. */
  void readThePress() throws InterruptedException {
    press
        .subscriptions()
        .forEach(feed -> monitor.submit(new Submission.Subscribe(feed.url(), feed.folder())));
    settle(press.subscriptions().size(), 0);
  }

  /** Waits until there were so many polls and so many articles, and nothing is on its way. */
  void settle(long polls, long articles) throws InterruptedException {
    Instant last = clock.now().plus(Duration.ofSeconds(90));
    while (clock.now().isBefore(last)) {
      var progress = monitor.progress();
      if (progress.idle()
          && progress.polls() + progress.failures() >= polls
          && progress.articles() >= articles) {
        return;
      }
      clock.sleep(Duration.ofMillis(50));
    }
    throw new AssertionError("still busy after 90 s: " + monitor.progress());
  }

  /** The front page's address. */
  String address() {
    return server.address();
  }

  /** What the store calls this article. */
  long id(DemoArticle article) {
    String url = press.url(article);
    return ArticleId.of(UrlIdentity.of(url).orElse(url));
  }

  @Override
  public void close() {
    server.close();
    monitor.close();
    fetcher.close();
    index.close();
    store.close();
    press.close();
  }

  /** Passes wishes on to the monitor. */
  private final class Desk implements Newsroom {
    @Override
    public void correct(Correction correction) {
      monitor.submit(new Submission.Correct(correction));
    }

    @Override
    public void refresh(long feed) {
      monitor.submit(new Submission.Refresh(feed));
    }

    @Override
    public FeedChoice discover(String address) {
      try {
        var offer = monitor.discover(address);
        return new FeedChoice(
            address,
            offer.found().stream()
                .map(found -> new FeedChoice.Found(found.url(), found.title(), found.format()))
                .toList(),
            offer.problem());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FeedChoice(address, List.of(), "interrupted");
      }
    }

    @Override
    public Outcome read(String input) {
      return new Outcome.None("not in this test");
    }
  }
}
