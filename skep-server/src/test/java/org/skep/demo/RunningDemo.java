package org.skep.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.skep.cli.Program;
import org.skep.clock.SystemClock;
import org.skep.model.ArticleId;
import org.skep.monitor.Monitor;
import org.skep.monitor.Submission;
import org.skep.settings.Settings;
import org.skep.store.Store;
import org.skep.url.UrlIdentity;
import org.skep.web.Server;

/** The whole program over the demo press, with a store of its own, for the tests. */
final class RunningDemo implements AutoCloseable {
  final DemoPress press;
  final Store store;
  final Monitor monitor;
  private final Program program;
  private final Server server;
  private final SystemClock clock = new SystemClock();

  RunningDemo(Path directory) throws IOException {
    var settings = Settings.defaults().serving("127.0.0.1", 0);
    press = DemoPress.start(clock);
    program = Program.open(directory, settings, press.localPress(), clock);
    store = program.store();
    monitor = program.monitor();
    monitor.start();
    server = program.serve(settings, true);
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
    program.close();
    press.close();
  }
}
