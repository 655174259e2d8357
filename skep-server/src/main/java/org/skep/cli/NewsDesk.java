package org.skep.cli;

import java.time.Duration;
import java.util.List;
import org.skep.model.Correction;
import org.skep.monitor.Monitor;
import org.skep.monitor.Offer;
import org.skep.monitor.Submission;
import org.skep.reading.FeedChoice;
import org.skep.reading.Newsroom;

/** What the pages may ask of the monitor and the pipeline. Thread-safe. */
record NewsDesk(Monitor monitor, PageReader reader) implements Newsroom {
  /** How long a form waits for what it changed; a rebuild under way takes longer than anybody. */
  private static final Duration VISIBLE_MAX = Duration.ofSeconds(2);

  @Override
  public void correct(Correction correction) {
    long seq = monitor.submit(new Submission.Correct(correction)).id();
    try {
      monitor.awaitDerived(seq, VISIBLE_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void refresh(long feed) {
    monitor.submit(new Submission.Refresh(feed));
  }

  @Override
  public FeedChoice discover(String address) {
    try {
      Offer offer = monitor.discover(address);
      var found =
          offer.found().stream()
              .map(feed -> new FeedChoice.Found(feed.url(), feed.title(), feed.format()))
              .toList();
      return new FeedChoice(address, found, offer.problem());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new FeedChoice(address, List.of(), "Stopped before it had answered.");
    }
  }

  @Override
  public String withCredentials(String url) {
    return monitor.withCredentials(url);
  }

  @Override
  public Outcome read(String input) {
    return reader.read(input);
  }
}
